"""translation-behind, translation-stale: notes on the translation files that do not know their text
yet, or hold translations of other words.
"""

from collections import Counter
from collections.abc import Mapping

from build_tools.model.editorial import Editorial, SourceFiles
from build_tools.model.problem import Place, Problem, note
from build_tools.model.text import SourceText


def check(
    behind: Mapping[str, Counter[str]], stale: Mapping[str, int], editorial: Editorial
) -> tuple[Problem, ...]:
    """One in all for the translation files that do not know their text yet, and one for each that
    knows what is still to be done. `behind` and `stale` are counted by source.
    """
    places = [editorial.of_source(id).po_place for id, counts in behind.items() if counts]
    problems = [
        note(
            editorial.of_source(id).po_place,
            "translation-stale",
            f"translations of words that read otherwise now: {old}",
            "Adapt them; `#| msgid` holds the words that they were made from",
        )
        for id, old in stale.items()
        if old and not behind[id]
    ]
    if not places:
        return tuple(problems)
    place = places[0] if len(places) == 1 else Place("editorial/sources")
    said = ", ".join(
        f"{what}: {number}" for what, number in sum(behind.values(), Counter()).items()
    ) + (f", in {len(places)} sources" if len(places) > 1 else "")
    return (
        note(
            place,
            "translation-behind",
            said,
            "Run `make sync` (`casebook sync`), then translate what is new and adapt what is stale",
        ),
        *problems,
    )


def behind(text: SourceText, files: SourceFiles) -> Counter[str]:
    """What `casebook sync` would bring in step, and how often it is there; nothing, where a file was not read."""
    if files.incomplete:
        return Counter()
    entries = {e.segment: e for e in files.entries if not e.retired}
    ids = {s.id for s in text.segments}
    return +Counter(
        {
            "segments without an entry yet": len(ids - entries.keys()),
            "entries without a segment any more": len(entries.keys() - ids),
            "translations whose state line is out of date": sum(
                s.id in entries and entries[s.id].state != t.state
                for s, t in zip(text.segments, text.translations, strict=True)
            ),
        }
    )


def stale(text: SourceText, files: SourceFiles) -> int:
    """Translations of words that read otherwise now."""
    return 0 if files.incomplete else sum(t.state == "stale" for t in text.translations)
