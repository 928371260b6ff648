"""Which language and script words are in, as a page says it (BCP 47)."""

import re

from build_tools.model.han import HAN
from build_tools.script import detect_script, foreign

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def language(text: str, chinese: str) -> str:
    """`en`, `ja`, `ko` or the given kind of Chinese, by the share of Han characters, Latin letters, kana and hangul.

    >>> language("IT之家 1 月 7 日消息", "zh-Hans"), language("Xin Lang Cai Jing", "zh-Hans"), language("お詫び申し上げます", "zh-Hans")
    ('zh-Hans', 'en', 'ja')
    """
    return foreign(text) or (chinese if 3 * len(HAN.findall(text)) >= len(_LATIN.findall(text)) and HAN.search(text) else "en")


def in_script(text: str, lang: str, around: str) -> str:
    """The kind of Chinese that words clearly are, else that of what is around them: a paragraph of its text, a sentence of its paragraph.

    >>> in_script("記者會後道歉", "zh-Hans", "zh-Hans"), in_script("小米公司", "zh-Hant-TW", "zh-Hant-TW"), in_script("记者会", "zh-Hant", "zh-Hant-HK")
    ('zh-Hant', 'zh-Hant-TW', 'zh-Hans')
    """
    if not lang.startswith("zh"):
        return lang
    found = detect_script(text, least=2)
    return around if found is None or around.startswith(found) else found
