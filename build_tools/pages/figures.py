"""The archive in figures."""

from build_tools.model.archive import Archive, Sighting
from build_tools.model.mark_kinds import MARK_KINDS


def figures(archive: Archive) -> dict[str, int]:
    """What the archive holds, counted from the records; each key is a label that says what was
    counted.
    """
    named = _sightings(archive, {kind for kind in MARK_KINDS if MARK_KINDS[kind].names})
    texts = [each for source in archive.sources.values() for each in source.text]
    return {
        "sources": len(archive.sources),
        "reports": sum(max(1, len(s.cleaned.reports)) for s in archive.sources.values()),
        "characters": sum(len(s.cleaned.seed.text) for s in archive.sources.values()),
        "segments": len(texts),
        "segments-translated": sum(each.translation.state != "untranslated" for each in texts),
        "segments-reviewed": sum(each.translation.state == "reviewed" for each in texts),
        "waivers": sum(len(each.translation.waived) for each in texts),
        "places-emended": sum(len(each.reading.changes) for each in texts),
        "stretches-hidden": sum(len(s.cleaned.debris) for s in archive.sources.values()),
        "segments-cut": sum(bool(each.segment.cut) for each in texts),
        "claims": len(archive.claims),
        "contradictions": len(archive.contradictions),
        "passages-coded": len(archive.coded),
        "cases": len(archive.cases),
        "actors": len(archive.actors),
        "events": len(archive.events),
        "terms": len(archive.terms),
        "dates-named": len(_sightings(archive, {"date"})),
        "mentions-counted": len(_sightings(archive, {"actor", "event"})),
        "segments-naming": len({(each.source, each.segment) for each in named}),
        "namings": len(named),
        "namings-confirmed": sum(
            all(m.standing != "suggested" for m in place.marks) for place in named
        ),
    }


def _sightings(archive: Archive, kinds: set[str]) -> list[Sighting]:
    """Where something of these kinds is named: once for each thing and segment."""
    return [
        place
        for (kind, _), places in archive.sightings.items()
        if kind in kinds
        for place in places
    ]
