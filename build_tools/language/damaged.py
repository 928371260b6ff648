"""Characters that a wrong encoding left in a file before it came here."""

import re

_REPLACED = r"\ufffd+"
"""What a program puts where it could not read."""
_AS_LATIN = r"(?:[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2})+|[\u00a1-\u00ff]{6,}"
"""UTF-8 or a Chinese encoding that was read as Western: the `â€™` of `itâ€™s`, `ÖÐ¹úÈËÃñ`."""
_AS_CHINESE = r"[锟斤拷烫屯]*(?:锟斤拷|烫烫烫|屯屯屯)[锟斤拷烫屯]*|[鈥銆锛]\S?"
"""UTF-8 that was read as Chinese: `锟斤拷`, the `鈥` that comes of a quotation mark, the `銆` of 。"""
_DAMAGED = re.compile(f"{_REPLACED}|{_AS_LATIN}|{_AS_CHINESE}")


def damaged(text: str) -> tuple[str, ...]:
    """The stretches that look so, each once.

    >>> damaged("Itâ€™s over, they said. Itâ€™s done."), damaged("公司锟斤拷致歉"), damaged("caf\ufffd")
    (('â€™',), ('锟斤拷',), ('\ufffd',))
    >>> damaged("Señor Núñez à l'âge de 40 ans; 锅烫, 屯门; “it’s”")
    ()
    """
    return tuple(dict.fromkeys(_DAMAGED.findall(text)))
