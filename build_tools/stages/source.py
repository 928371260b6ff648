"""One seed's way to an annotated text: clean, segment, emend, translate, convert, annotate."""

from dataclasses import dataclass

from build_tools.annotators.matching import Matcher
from build_tools.model.archive import Source
from build_tools.model.dates import is_edtf
from build_tools.model.editorial import LANGS, DateDecision, DebrisRule
from build_tools.model.problem import Place, Problem, error, note
from build_tools.model.quote import fold
from build_tools.model.text import Aligned, Cleaned, Mark, Reading, Seed, Segment, Translation
from build_tools.readers.editorial import Editorial, SourceFiles
from build_tools.stages.allot import Known
from build_tools.stages.annotate import Decided, Quoted, annotate
from build_tools.stages.clean import clean
from build_tools.script import detect_script
from build_tools.stages.convert import Converter
from build_tools.stages.emend import Emended, emend
from build_tools.stages.renditions import renditions
from build_tools.stages.segment import segment
from build_tools.stages.translate import translate
from build_tools.stages.wording import in_every_language
from build_tools.visible import visible


@dataclass(frozen=True, slots=True)
class SourceText:
    """A seed's segments with their readings and translations, index by index."""

    cleaned: Cleaned
    segments: tuple[Segment, ...]
    readings: tuple[Reading, ...]
    translations: tuple[Translation, ...]


def text_of(seed: Seed, files: SourceFiles, rules: tuple[DebrisRule, ...]) -> tuple[SourceText, tuple[Problem, ...]]:
    """The text of one seed, as far as it goes without the rest of the archive."""
    cleaned, in_cleaning = clean(seed, rules, files.record, files.place)
    known = tuple(Known(e.segment, "" if e.retired else fold(e.found or e.source)) for e in files.entries)
    segments, in_segmenting = segment(cleaned, _chinese(seed, files), known, files.po_place)
    readings, in_emending = emend(seed, segments, tuple(Emended(e, place) for e, place in files.emendations))
    translations = translate(segments, readings, files.entries)
    text = SourceText(cleaned, segments, readings, translations)
    return text, (*_changed_seed(seed, files), *in_cleaning, *in_segmenting, *in_emending, *_out_of_step(text, files))


def annotated(text: SourceText, files: SourceFiles, editorial: Editorial, converter: Converter,
              names: dict[str, Matcher]) -> tuple[Source, tuple[Problem, ...]]:
    """The text in its four renditions, with its marks."""
    seed = text.cleaned.seed
    aligned = tuple(Aligned(s, r, t, renditions(s, r, t, converter))
                    for s, r, t in zip(text.segments, text.readings, text.translations, strict=True))
    marked, problems = annotate(seed.id, aligned, names, files.record.year, _events(seed.id, editorial), _decisions(files, editorial))
    source = Source(seed.id, _title(files, marked, converter, seed), files.record, text.cleaned, marked, _side(marked))
    return source, () if files.unread else problems


def _chinese(seed: Seed, files: SourceFiles) -> str:
    declared = files.record.language
    return declared if declared and declared != "en" else detect_script(seed.text) or "zh-Hans"


def _changed_seed(seed: Seed, files: SourceFiles) -> tuple[Problem, ...]:
    recorded = files.record.sha256
    if recorded is None or recorded == seed.sha256:
        return ()
    return (error(files.place("sha256"), "seed-changed", f"{seed.file} is no longer the file that was recorded (SHA-256 {seed.sha256})",
                  "A seed is never edited: restore it, or record the new sum if it was replaced on purpose"),)


def _out_of_step(text: SourceText, files: SourceFiles) -> tuple[Problem, ...]:
    """Notes, not faults: a translation file that does not know its text yet."""
    known = {e.segment for e in files.entries}
    new = sum(s.id not in known for s in text.segments)
    stale = sum(t.state == "stale" for t in text.translations)
    if not new and not stale:
        return ()
    return (note(files.po_place, "translation-behind", f"{new} segments have no entry yet and {stale} translations are out of date",
                 "Run `casebook sync`, then translate"),)


def _events(source: str, editorial: Editorial) -> tuple[Quoted, ...]:
    return tuple(
        Quoted(Mark(0, 0, "event", event.id, "added"), p.quote, p.prefix, p.suffix, p.parallel, editorial.place("events", event.id, "evidence", n))
        for event in editorial.events.values() for n, p in enumerate(event.evidence) if p.source == source)


def _decisions(files: SourceFiles, editorial: Editorial) -> tuple[Decided, ...]:
    lines = files.annotations_lines

    def place(*path: str | int) -> Place:
        return lines.place(*path) if lines else files.place()

    kinds = {**dict.fromkeys(editorial.terms, "term"), **dict.fromkeys(editorial.actors, "actor")}
    mentions = [Decided(d, kinds.get(d.target or "", "actor"), place("mentions", n)) for n, d in enumerate(files.annotations.mentions)
                if d.decision in ("reject", "confirm") or d.target in kinds]
    dates: list[DateDecision] = list(files.annotations.dates)
    return (*mentions, *(Decided(d, "date", place("dates", n)) for n, d in enumerate(dates) if is_edtf(d.date)))


def _title(files: SourceFiles, text: tuple[Aligned, ...], converter: Converter, seed: Seed) -> dict[str, str]:
    """The editors' title, or the first heading (else the first words) as far as it is translated."""
    if files.record.title:
        return in_every_language(files.record.title, converter)
    if not text:
        return dict.fromkeys(LANGS, seed.id)
    first = next((each for each in text[:3] if each.segment.kind == "heading"), text[0])
    own = visible(first.reading.text if len(first.reading.text) <= 120 else first.reading.text[:100] + "…")
    if first.segment.kind != "heading":
        return {lang: own if lang == "en" or first.segment.lang == "en" else converter.convert(own, first.segment.lang, lang) for lang in LANGS}
    return {r.lang: visible(r.text) or own for r in first.renditions}


def _side(text: tuple[Aligned, ...]) -> str:
    """The language of most of the text: `en` or `zh`."""
    english = sum(len(each.reading.text) / 3 for each in text if each.segment.lang == "en")
    return "en" if english > sum(len(each.reading.text) for each in text if each.segment.lang != "en") else "zh"
