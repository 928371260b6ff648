"""What the stages need to know of one source, picked out of what editors wrote."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from build_tools.annotators.given import Quoted
from build_tools.mail_heads import ANSWER, ANY, SUBJECT, head
from build_tools.model.editorial import Editorial, SourceFiles
from build_tools.model.entry import in_place
from build_tools.model.problem import Place, Problem, error, note
from build_tools.model.quote import fold
from build_tools.model.record import FOREIGN, LANGS
from build_tools.model.text import Aligned, Mark, Seed, SourceText
from build_tools.model.visible import visible
from build_tools.script import detect_script, region_of
from build_tools.stages.allot import Known
from build_tools.stages.convert import Converter
from build_tools.stages.decide import Decided
from build_tools.stages.emend import Emended
from build_tools.stages.headings import is_section
from build_tools.stages.no_title import names_no_text
from build_tools.stages.wording import in_every_language


def known_ids(files: SourceFiles) -> tuple[Known, ...]:
    """The segment ids allotted before, by the words as found, in the order of the text."""
    return tuple(Known(e.segment, fold(e.found or e.source), e.retired, bool(e.target), fold(e.older) if e.retired and e.state == "stale" else "", e.stood) for e in in_place(files.entries))


def emendations_of(files: SourceFiles) -> tuple[Emended, ...]:
    return tuple(Emended(emendation, place) for emendation, place in files.emendations)


def chinese_of(seed: Seed, files: SourceFiles) -> str:
    """What most of the seed's Chinese is: declared by an editor, or detected (of a mixture the larger part), or taken to be Simplified."""
    declared = files.record.language
    if declared and declared != "en":
        return declared
    found = detect_script(seed.text, majority=1) or "zh-Hans"
    return region_of(seed.text) or found if found == "zh-Hant" else found


def changed_seed(seed: Seed, files: SourceFiles) -> tuple[Problem, ...]:
    """A problem where the seed is not the file that the editors worked on."""
    recorded = files.record.sha256
    if recorded is None or recorded == seed.sha256:
        return ()
    return (error(files.place("sha256"), "seed-changed", f"{seed.file} is no longer the file that was recorded (SHA-256 {seed.sha256})",
                  "A seed is never edited: restore it, or record the new sum if it was replaced on purpose"),)


def out_of_step(texts: Mapping[str, SourceText], editorial: Editorial) -> tuple[Problem, ...]:
    """Notes, not faults: one in all for the translation files that do not know their text yet, and one for each that knows what is still to be done."""
    behind: Counter[str] = Counter()
    places, stale = [], []
    for id, text in texts.items():
        files = editorial.of_source(id)
        counts = Counter() if files.unread else _behind(text, files)
        behind += counts
        if counts:
            places.append(files.po_place)
        elif not files.unread and (old := sum(t.state == "stale" for t in text.translations)):
            stale.append(note(files.po_place, "translation-stale", f"translations of words that read otherwise now: {old}", "Adapt them; `#| msgid` holds the words that they were made from"))
    if not places:
        return tuple(stale)
    place = places[0] if len(places) == 1 else Place("editorial/sources")
    said = ", ".join(f"{what}: {number}" for what, number in behind.items()) + (f", in {len(places)} sources" if len(places) > 1 else "")
    return (note(place, "translation-behind", said, "Run `make sync` (`casebook sync`), then translate what is new and adapt what is stale"), *stale)


def _behind(text: SourceText, files: SourceFiles) -> Counter[str]:
    """What `casebook sync` would bring in step, and how often it is there."""
    entries = {e.segment: e for e in files.entries if not e.retired}
    ids = {s.id for s in text.segments}
    return +Counter({
        "segments without an entry yet": len(ids - entries.keys()),
        "entries without a segment any more": len(entries.keys() - ids),
        "translations whose state line is out of date": sum(s.id in entries and entries[s.id].state != t.state for s, t in zip(text.segments, text.translations, strict=True)),
    })


def lost_ids(files: SourceFiles) -> tuple[Problem, ...]:
    """A problem where decisions or readings name segments, and the file that holds the segments' ids is gone."""
    naming = [name for name, those in (("annotations.yml", [d for d in (*files.annotations.mentions, *files.annotations.dates) if d.segment]), ("mentions.yml", files.mentions)) if those]
    if files.unread or files.entries or not naming:
        return ()
    return (error(files.po_place, "po-missing", f"{' and '.join(naming)} name{'' if naming[1:] else 's'} segments, but the file that holds their ids, translations and reviews is not there",
                  "Restore it as Git has it; only where nobody has it, take away from those files what names segments, and `casebook sync` gives new ids"),)


def unplaced(files: SourceFiles) -> tuple[Problem, ...]:
    """A note, not a fault: decisions that do not name their segment yet, in a text that has its ids."""
    number = sum(d.segment is None for d in (*files.annotations.mentions, *files.annotations.dates))
    if not number or not files.entries:
        return ()
    return (note(Place(f"{files.folder}/annotations.yml"), "decision-unplaced", f"decisions that do not say in which segment their words stand: {number}",
                 "Run `casebook sync`: it adds the segments, so that no decision moves to the same words elsewhere"),)


def events_in(source: str, editorial: Editorial) -> tuple[Quoted, ...]:
    """The words of this source that prove events, to be marked."""
    return tuple(
        Quoted(Mark(0, 0, "event", event.id, "added"), p.quote, p.prefix, p.suffix, p.parallel, editorial.place("events", event.id, "evidence", n))
        for event in editorial.events.values() for n, p in enumerate(event.evidence) if p.source == source)


def translates(editorial: Editorial) -> dict[str, tuple[str, Place]]:
    """Of which source editors say that another is the translation, and where."""
    return {id: (files.record.translates, files.place("translates")) for id, files in editorial.sources.items() if files.record.translates}


def decisions_on(files: SourceFiles, editorial: Editorial) -> tuple[Decided, ...]:
    """What editors decided about mentions and dates of this source."""
    lines = files.annotations_lines

    def place(*path: str | int) -> Place:
        return lines.place(*path) if lines else files.place()

    kinds = {**dict.fromkeys(editorial.terms, "term"), **dict.fromkeys(editorial.actors, "actor")}
    mentions = [Decided(d, kinds.get(d.target or "", "actor"), place("mentions", n), ("mentions", n)) for n, d in enumerate(files.annotations.mentions)
                if d.decision in ("reject", "confirm") or d.target in kinds]
    return (*mentions, *(Decided(d, "date", place("dates", n), ("dates", n)) for n, d in enumerate(files.annotations.dates)))


def read_in(files: SourceFiles) -> dict[str, frozenset[str]]:
    """What editors have read and confirmed in each segment."""
    read: dict[str, set[str]] = defaultdict(set)
    for reading in files.mentions:
        for segment, targets in reading.segments.items():
            read[segment].update(targets)
    return {segment: frozenset(targets) for segment, targets in read.items()}


def title_of(files: SourceFiles, text: tuple[Aligned, ...], converter: Converter, seed: Seed) -> dict[str, str]:
    """The editors' title, the subject of an e-mail, or the headline (else the first words) as far as it is translated."""
    if files.record.title:
        return in_every_language(files.record.title, converter)
    if not text:
        return dict.fromkeys(LANGS, seed.id)
    first = _subject(text) or _headline(text) or next((each for each in text[:10] if not names_no_text(each.reading.text)), text[0])
    own = _SUBJECT.sub("", first.reading.text)
    if first.segment.kind != "heading":
        return {r.lang: _short(own if r.lang == "en" or first.segment.lang == "en" else _SUBJECT.sub("", r.text)) for r in first.renditions}
    return {r.lang: visible(r.text or own) for r in first.renditions}


_HEADER = re.compile(ANY, re.I)
_SUBJECT = re.compile(rf"^{head(SUBJECT)}\s*(?:{ANSWER})*", re.I)
"""What stands before the subject of an e-mail: `Subject: RE: Re: Holding statement`."""
_ANSWER = re.compile(rf"^{head(SUBJECT)}\s*{ANSWER}", re.I)
"""The subject of a mail under the name of its archive: `Subject: Re: [list] Recall`."""
_TOP = 20
"""Segments among which the headline stands: notices of a site may be above it."""
_BRIEF = 160
"""Characters: what is longer is text; a heading behind it is that of a part."""


def _subject(text: tuple[Aligned, ...]) -> Aligned | None:
    headed = any(_HEADER.match(each.reading.text) for each in text[:2])
    subjects = (each for each in text[:10] if _SUBJECT.sub("", each.reading.text) not in ("", each.reading.text))
    return next((each for each in subjects if headed or _ANSWER.match(each.reading.text)), None)


def _headline(text: tuple[Aligned, ...]) -> Aligned | None:
    """The headline of the whole text; else the first heading, with nothing but short lines before it, and no `Dear colleagues,`."""
    whole = next((each for each in text[:_TOP] if each.segment.level == 1), None)
    if whole:
        return whole
    blocks: dict[int, int] = defaultdict(int)
    for number, each in enumerate(text):
        if each.segment.kind == "heading":
            return None if number and is_section(each.reading.text) else each
        blocks[each.segment.block] += len(each.reading.text)
        if number > 9 or blocks[each.segment.block] > _BRIEF or each.reading.text[-1] in ",，:：":
            return None
    return None


def _short(text: str) -> str:
    return visible(text if len(text) <= 120 else text[:100] + "…")


def simplified(text: SourceText, converter: Converter) -> list[str]:
    """The Chinese of a source in Simplified script, as written, converted or translated, by segment."""
    sides = zip(text.segments, text.readings, text.translations, strict=True)
    return [t.text if s.lang == "en" else converter.convert(r.text, s.lang, "zh-Hans") for s, r, t in sides if s.lang not in FOREIGN]


def side_of(text: tuple[Aligned, ...], bilingual: bool = False) -> str:
    """The language of most of the text, `en` or `zh`; of a text that says all of it in both, the one it begins with."""
    if bilingual:
        return "en" if text[0].segment.lang == "en" else "zh"
    english = sum(len(each.reading.text) / 3 for each in text if each.segment.lang == "en")
    return "en" if english > sum(len(each.reading.text) for each in text if each.segment.lang != "en") else "zh"
