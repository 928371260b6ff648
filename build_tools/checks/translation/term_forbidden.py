"""term-forbidden: a wrong form of a term that the source uses: “flow” for 流量."""

from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair
from build_tools.checks.translation.wording import forms_of, in_mark, places


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """Each wrong form in the translation of a term, with the one to use."""
    for id in dict.fromkeys(m.id for m in pair.source.of("term")):
        forms = forms_of(within.terms[id], pair.target.lang)
        for wrong in forms.forbidden:
            if any(
                not in_mark(start, end, pair.target)
                for start, end in places(wrong, pair.target.text)
            ):
                yield f"“{wrong}” is a forbidden form of {id}", f"Use “{forms.preferred}”"
