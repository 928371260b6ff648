"""ending-differs: a statement, question, exclamation or break-off that ends otherwise in the
translation.
"""

import re
from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair

_CLASSES = {
    **dict.fromkeys("。.．", "full stop"),
    **dict.fromkeys("？?", "question mark"),
    **dict.fromkeys("！!", "exclamation mark"),
    **dict.fromkeys("：:", "colon"),
    **dict.fromkeys("；;", "semicolon"),
    **dict.fromkeys("，,、", "comma"),
    "…": "ellipsis",
}
_AFTER = re.compile(r"(?:[\s”’」』》〉\"')）\]】]|\[\d+\])+$")
"""What may stand after the last mark: closing quotes and brackets, and notes such as [1][3]."""
_LAST = re.compile(rf"[{''.join(map(re.escape, _CLASSES))}]+$")


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """Says so if a sentence asks, calls or states in one language only."""
    one, other = ending(pair.source.text), ending(pair.target.text)
    if pair.kind == "heading":
        one, other = one - {"full stop"}, other - {"full stop"}
    if not one & other and (one or other):
        yield (
            f"The source ends with {_said(one)}, the translation with {_said(other)}",
            "End both alike",
        )


def ending(text: str) -> set[str]:
    """The kinds of mark that the text ends with; two where both stand there.

    >>> sorted(ending("是我们自己搞得不对[1][3]。”")), sorted(ending("What?!")), ending("他在社交..."), ending("回应重点")
    (['full stop'], ['exclamation mark', 'question mark'], {'ellipsis'}, set())
    """
    last = _LAST.search(_AFTER.sub("", text))
    if not last:
        return set()
    if ".." in last[0]:
        return {"ellipsis"}
    return {_CLASSES[char] for char in last[0]}


def _said(marks: set[str]) -> str:
    return f"a {' and '.join(sorted(marks))}".replace("a e", "an e") if marks else "no mark"
