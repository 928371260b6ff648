"""han-left: Chinese characters left in an English translation."""

import re
from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair
from build_tools.language.chinese.han import HAN_RANGES

_RUN = re.compile(f"[{HAN_RANGES}]+")


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """The Chinese words that a reader of English would stumble on."""
    left = dict.fromkeys(_RUN.findall(pair.target.text)) if pair.target.lang == "en" else ()
    if left:
        yield f"“{'”, “'.join(left)}” is left in the English", "Translate it, or write it in pinyin"
