"""The archive in figures."""

from build_tools.model.archive import Archive
from build_tools.model.mark_kinds import MARK_KINDS


def figures(archive: Archive) -> dict[str, int]:
    """What the archive holds, counted from the records."""
    named = [
        place
        for (kind, _), places in archive.sightings.items()
        if MARK_KINDS[kind].names
        for place in places
    ]
    texts = [each for source in archive.sources.values() for each in source.text]
    return {
        "sources": len(archive.sources),
        "reports": sum(max(1, len(s.cleaned.reports)) for s in archive.sources.values()),
        "characters": sum(len(s.cleaned.seed.text) for s in archive.sources.values()),
        "segments": len(texts),
        "translated": sum(each.translation.state != "untranslated" for each in texts),
        "reviewed": sum(each.translation.state == "reviewed" for each in texts),
        "waivers": sum(len(each.translation.waived) for each in texts),
        "emendations": sum(len(each.reading.changes) for each in texts),
        "hidden": sum(len(s.cleaned.debris) for s in archive.sources.values()),
        "cut-offs": sum(bool(each.segment.cut) for each in texts),
        "claims": len(archive.claims),
        "contradictions": len(archive.contradictions),
        "codings": len(archive.coded),
        "cases": len(archive.cases),
        "actors": len(archive.actors),
        "events": len(archive.events),
        "terms": len(archive.terms),
        "date-marks": sum(
            len(places) for (kind, _), places in archive.sightings.items() if kind == "date"
        ),
        "mentions": sum(
            len(places)
            for (kind, _), places in archive.sightings.items()
            if kind in ("actor", "event")
        ),
        "named": len(named),
        "confirmed": sum(all(m.standing != "suggested" for m in place.marks) for place in named),
    }
