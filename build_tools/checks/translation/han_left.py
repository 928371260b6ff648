"""han-left: Chinese characters left in an English translation."""

import re
from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    left = dict.fromkeys(_HAN.findall(pair.target.text)) if pair.target.lang == "en" else ()
    if left:
        yield f"“{'”, “'.join(left)}” is left in the English", "Translate it, or write it in pinyin"
