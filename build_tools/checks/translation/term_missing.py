"""term-missing: a term of the source for which the translation has no approved form."""

from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair
from build_tools.checks.translation.wording import approved, swallowed


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """What an editor added is no wording, so it is not asked for; an approved form within a longer
    term counts.
    """
    named = {m.id for m in pair.target.of("term")}
    asked = {
        m.id: pair.source.text[m.start : m.end]
        for m in pair.source.of("term")
        if m.standing != "added"
    }
    for id, words in asked.items():
        forms = approved(within.terms[id], pair.target.lang)
        if id not in named and not swallowed(forms, pair.target):
            yield (
                f"“{words}” ({id}) has no approved form in the translation",
                f"Use “{'” or “'.join(list(dict.fromkeys(forms))[:3])}”, or add the form to editorial/glossary/{id}.yml",
                id,
            )
