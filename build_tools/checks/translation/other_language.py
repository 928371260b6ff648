"""translation-other: English, or Traditional Chinese, where a translation should be Simplified
Chinese. Chinese in the English is `han-left`.
"""

from collections.abc import Iterator

from build_tools.checks.translation import copied
from build_tools.checks.translation.pair import Compared, Finding, Pair
from build_tools.language.chinese.script import detect_script, is_english


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """Says so if the words are in a language or script that does not belong there."""
    text = pair.translation.text
    if pair.target.lang != "en" and is_english(text) and not any(copied.check(pair, within)):
        yield f"“{text[:40]}” is English", "Write the translation in Chinese"
    if pair.target.lang != "en" and detect_script(text) == "zh-Hant":
        yield (
            f"“{text[:40]}” is in Traditional script",
            "Write it in Simplified script; Traditional is made from it",
        )
