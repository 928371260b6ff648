"""The code in which mail travels (quoted-printable, RFC 2045, section 6.7), where somebody saved a
mail as it was sent.

A line that was too long ends in `=` and goes on in the next; a letter beyond ASCII stands as its
bytes: `I=E2=80=99ve`.
"""

import re
from collections.abc import Iterator

from build_tools.model.record import Bilingual
from build_tools.model.source import Emendation
from build_tools.model.text import Debris, Seed, Segment
from build_tools.stages.shape.lines import width

_SOFT = re.compile(r"(?:(?<=[^\s=])|(?<=[^\s=] ))=[ \t]*\n(?=[^\n])")
"""A line end that the mail program put in, from its sign on: `the fact=`."""
_CODED = re.compile(r"(?:=[0-9A-F]{2})+")
_NARROWEST, _FEW, _MANY = 60, 2, 3
"""Letters before a soft line end (a line holds 76 at most); and how many of them show the code,
beside a coded letter or alone.
"""
_REASON = Bilingual(
    **{
        "en": "Line end in the code of mail, where the line goes on",
        "zh-Hans": "邮件传输编码的软换行，下一行与之相接",
    }
)
_DECODED = Bilingual(
    **{
        "en": "Letters in the code of mail (quoted-printable), read by a program",
        "zh-Hans": "邮件传输编码（quoted-printable），由程序还原",
    }
)


def soft_line_ends(seed: Seed) -> list[Debris]:
    """The line ends that only the code of mail put in; none in a text where `=` may mean something
    else.

    >>> text = "Like you, I was upset to hear what happened last night on board =\\nFlight 3411. While the facts are evolving, I include for all of you a rec=\\nap of what we=E2=80=99ve heard."
    >>> [text[d.start - 3 : d.start] for d in soft_line_ends(Seed("a", "a.txt", "", text))]
    ['rd ', 'rec']
    """
    found = [match.span() for match in _SOFT.finditer(seed.text)]
    wide = sum(
        width(seed.text[seed.text.rfind("\n", 0, at) + 1 : at]) >= _NARROWEST for at, _ in found
    )
    coded = any(_letters(match[0]) for match in _CODED.finditer(seed.text))
    return (
        [Debris(at, end, "mail", _REASON) for at, end in found]
        if wide >= (_FEW if coded else _MANY)
        else []
    )


def decoded(segment: Segment) -> Iterator[tuple[int, int, Emendation]]:
    """(start, end, what is read there) of the coded letters in a segment; what is no UTF-8 stays as
    it is.
    """
    for match in _CODED.finditer(segment.found):
        if letters := _letters(match[0]):
            yield (
                *match.span(),
                Emendation(
                    quote=match[0],
                    every=True,
                    reading=letters,
                    kind="encoding",
                    reason=_DECODED,
                    certainty="attested",
                ),
            )


def _letters(code: str) -> str:
    try:
        return bytes.fromhex(code.replace("=", "")).decode("utf-8")
    except UnicodeDecodeError:
        return ""
