"""Days to come, where the words before a date say so: 将于3月12日, `will be held on March 12`."""

import re

_ZH = re.compile(
    r"(?:(?:[将將拟擬]|[预預][计計]|[计計][划劃])(?:[于於在自从從到至]|(?:延期?|推[迟遲])[至到])?|[定订訂請请][于於])\s?$"
)
"""将于, 預計, 延至 with 将, 訂於, 請於; what they say of a day stands right before it."""
_EN = re.compile(
    r"\b(?:will|shall|must|[Pp]lease|(?:may|can)(?=.*\s(?:by|before|until|till|than)\s\S*\s?$)|(?:is|are)\s(?:to|due|set|scheduled|expected|planned|called))\s(?P<between>[^.;:,“”\"()\n]{0,80}?)\s?\b(?:on|by|until|till|before|from|than|for)\s(?:the )?(?:[A-Z][a-z]+day,? )?(?:the )?$"
    r"|\b(?:is|are)\son\s(?:[A-Z][a-z]+day,? )?(?:the )?$",
    re.A,
)
"""“will be held on”, “Please reply no later than”, “is called for”, “is on”."""
_OF_BEFORE = re.compile(
    r"\b(?:that|which|who|whom|what|whether|if|since|after|said|made|sent|gave|wrote|told)\b|^(?!.*\bbe\b).*\b\w+ed\b",
    re.A,
)
"""What is to be done may be about a day that was: “will answer the letter that it received on 3
March”.
"""


def is_ahead(text: str, start: int) -> bool:
    """Whether the words before the date at `start` say that it is to come.

    >>> [is_ahead(each, len(each)) for each in ("法院将于", "The hearing will be held on ", "It will review what it said on ", "法院于")]
    [True, True, False, False]
    """
    before = text[max(0, start - 120) : start]
    if _ZH.search(before):
        return True
    m = _EN.search(before)
    return m is not None and not _OF_BEFORE.search(m["between"] or "")
