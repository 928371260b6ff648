"""Text that mixes both scripts -> the same text in one: 眾人说明 in the Traditional view is 眾人說明."""

from functools import lru_cache

from build_tools.script import EITHER, characters_of_one_script, usual_forms
from build_tools.words import words

_BESIDE = frozenset(EITHER) | {"著"}
"""Characters of both scripts, of which the word decides: 后 of 后来 is 後, that of 皇后 stays."""


_COMMON = {"zh-Hans": ("gb2312", b"\xf7\xfe", "後"), "zh-Hant-TW": ("big5", b"\xc6\x7e", "么儿听坏扑"), "zh-Hant-HK": ("big5", b"\xc6\x7e", "么儿听坏扑")}
"""The national character set of each script, with its last character in common use, and what it counts among them though hardly anybody prints it."""


@lru_cache(maxsize=4)
def strangers(lang: str) -> frozenset[str]:
    """The characters that nobody prints in this Chinese: 说 and 么 in Taiwan's, 說 and 衞 in Simplified.

    Those of both are none: 晒 and 霉, which OpenCC takes for Simplified, are in common use in Taiwan.

    >>> [char for char in "说说么后群裏晒" if char in strangers("zh-Hant-TW")], [char for char in "说說衞后群裏捱" if char in strangers("zh-Hans")]
    (['说', '说', '么'], ['說', '衞', '裏'])
    """
    only_traditional = characters_of_one_script()[1]
    found = only_traditional if lang == "zh-Hans" else usual_forms(lang).keys() - only_traditional - set(EITHER)
    charset, last, seldom = _COMMON[lang]
    return frozenset(char for char in found if char in seldom or not b"" < char.encode(charset, "ignore") <= last)


def in_one_script(text: str, lang: str, converted: str) -> str:
    """The text with the form that `converted`, all of it converted to `lang`, has for each stranger; its own characters stay.

    Beside a stranger a character of both scripts is one too, unless its word is of this script: 于 for 於, but 台 of 台灣.

    >>> in_one_script("后来眾人說皇后爲難，于台灣", "zh-Hant-TW", "後來眾人說皇后為難，於臺灣")
    '後來眾人說皇后爲難，於台灣'
    """
    done, alien = list(text), strangers(lang)
    own = characters_of_one_script()[lang != "zh-Hans"]
    for word in words(text):
        here = text[word.start : word.end]
        doubtful = not alien.isdisjoint(here) or own.isdisjoint(here)
        for at in range(word.start, word.end):
            if text[at] in alien or doubtful and text[at] in _BESIDE:
                done[at] = converted[at]
    return "".join(done)
