"""How the golden files are run: for each folder of golden/, from its `in` to plain lists and texts
for its `out`.
"""

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from build_tools.annotators.dates.anchor import Anchor
from build_tools.annotators.dates.anchors import Anchors
from build_tools.annotators.dates.in_segment import dates
from build_tools.annotators.given import Given, Quoted
from build_tools.annotators.names.matching import Matcher, Pattern
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.opencc_settings import Protected
from build_tools.model.archive import Source
from build_tools.model.date_words import in_words
from build_tools.model.dates import Date, NoDate, order
from build_tools.model.problem import Place
from build_tools.model.quote import even_signs
from build_tools.model.record import Passage
from build_tools.model.rules import Corrections, DebrisRules
from build_tools.model.source import DateDecision, Emendation, MentionDecision, SourceRecord
from build_tools.model.text import Aligned, Mark, Seed
from build_tools.readers.decode import decode
from build_tools.readers.po import read_po
from build_tools.readers.seeds import seed_id
from build_tools.readers.yaml_files import load
from build_tools.render.marked import Target, changes_of, marked
from build_tools.stages.annotate import annotate
from build_tools.stages.cleaning.clean import clean
from build_tools.stages.decide import Decided, named_in
from build_tools.stages.emend import PlacedEmendation, emend
from build_tools.stages.link import sightings, together
from build_tools.stages.renditions import renditions
from build_tools.stages.segmenting.allot import Allotted, allot
from build_tools.stages.segmenting.segment import segment
from build_tools.stages.translate import translate
from tests.texts import RULES

HERE = Place("golden", 1)
REASON = {"en": "X", "zh-Hans": "某"}


def _rules(file: str, kind: Any) -> Any:
    return load(RULES / file, file, kind)[0].record


def _seed(text: str, id: str = "a") -> Seed:
    seed, problems = decode(f"seeds/{id}.txt", id, text.encode())
    assert seed and not problems
    return seed


def decoded(given: dict, _: Path) -> Any:
    """`text` in `encoding`, or `hex`: the text as read, or the problem; with `word`, its line and
    column in the file.
    """
    raw = (
        bytes.fromhex(given["hex"])
        if "hex" in given
        else given["text"].encode(given.get("encoding", "utf-8"))
    )
    seed, problems = decode("seeds/a.txt", "a", raw)
    if not seed:
        return [str(p) for p in problems]
    at = {
        word: f"line {seed.line(seed.text.index(word))}, column {seed.column(seed.text.index(word))}"
        for word in given.get("words", [])
    }
    return {"text": seed.text, **({"words": at} if at else {})}


def ids(given: list[str], _: Path) -> dict[str, str]:
    return {stem: seed_id(stem) for stem in given}


def cleaned(given: dict, _: Path) -> Any:
    """The blocks and debris of `text`, with the rules beside these tests and the `record` of an
    editor.
    """
    record = TypeAdapter(SourceRecord).validate_python(given.get("record", {}))
    rules = _rules("debris.yml", DebrisRules).rules if given.get("rules", True) else ()
    found, problems = clean(_seed(given["text"]), rules, record, lambda *path: HERE)
    text = found.seed.text
    parts = [
        (
            b.start,
            f"{' '.join(filter(None, [b.report is not None and f'report {b.report + 1}', b.kind, b.lead]))}: {_without(found, b.start, b.end)}",
        )
        for b in found.blocks
    ]
    parts += [(d.start, f"debris {d.kind}: {text[d.start : d.end].strip()}") for d in found.debris]
    return [line for _, line in sorted(parts)] + [str(p) for p in problems]


def _without(found: Any, start: int, end: int) -> str:
    hidden = found.hidden_within(start, end)
    return "".join(
        found.seed.text[at] for at in range(start, end) if not any(a <= at < b for a, b in hidden)
    )


def _text(given: dict, id: str = "a") -> tuple[Seed, tuple, tuple]:
    seed = _seed(given["text"], id)
    found, _ = clean(
        seed,
        (),
        TypeAdapter(SourceRecord).validate_python(given.get("record", {})),
        lambda *path: HERE,
    )
    segments, _ = segment(
        found,
        given.get("chinese", "zh-Hans"),
        tuple(Allotted(k, even_signs(v)) for k, v in given.get("known", {}).items()),
        HERE,
    )
    records = tuple(
        TypeAdapter(Emendation).validate_python(
            {"kind": "sense", "certainty": "inferred", "reason": REASON, **e}
        )
        for e in given.get("emendations", [])
    )
    readings, problems = emend(seed, segments, tuple(PlacedEmendation(r, HERE) for r in records))
    return seed, segments, (readings, problems)


def segmented(given: dict, _: Path) -> list[str]:
    _, segments, _ = _text(given)
    return [
        " ".join(filter(None, [s.id, s.lang, s.kind, s.lead, f"cut:{s.cut}" if s.cut else ""]))
        + f": {s.found}"
        for s in segments
    ]


def allotted(given: dict, _: Path) -> Any:
    got, unsure = allot(
        given["texts"], tuple(Allotted(k, v or "") for k, v in given["known"].items())
    )
    return {"ids": got, **({"unsure": [list(pair) for pair in unsure]} if unsure else {})}


def emended(given: dict, _: Path) -> list[str]:
    _, _, (readings, problems) = _text(given)
    lines = []
    for reading in readings:
        lines.append(reading.text)
        lines += [
            f"  {c.number}: {c.emendation.quote} → {reading.text[c.start : c.end]}"
            for c in reading.changes
        ]
    return lines + [str(p) for p in problems]


def translated(given: dict, folder: Path) -> list[str]:
    """`text` and `po`: each segment's state, translation and what is known of it."""
    (folder / "translation.po").write_text(given["po"], encoding="utf-8")
    entries, problems, *_ = read_po(folder / "translation.po", "translation.po")
    known = {"known": {e.segment: "" if e.retired else e.found or e.source for e in entries}}
    _, segments, (readings, _) = _text({**given, **known})
    done = translate(segments, readings, entries)
    lines = [
        f"{s.id} {t.state}: {t.text}"
        + "".join(
            f" | {name}: {value}"
            for name, value in (
                ("by", t.by),
                ("on", t.on),
                ("origin", t.origin),
                ("note", t.note),
                ("made from", t.old_source),
            )
            if value
        )
        for s, t in zip(segments, done, strict=True)
    ]
    return lines + [str(p) for p in problems]


def _converter() -> Converter:
    corrections = _rules("conversion.yml", Corrections).corrections
    return Converter([Protected(c.converted, c.zh_hant_tw, c.zh_hant_hk) for c in corrections])


def _aligned(given: dict, folder: Path, id: str = "a") -> tuple[tuple[Aligned, ...], tuple]:
    """The text with its translation (`translation`: a list, segment by segment), matched, dated,
    decided.
    """
    _, segments, (readings, _) = _text(given, id)
    entries = [{"text": t, "state": "human-draft"} for t in given.get("translation", [])]
    translations = translate(segments, readings, ())
    texts = [t if n >= len(entries) else type(t)(**entries[n]) for n, t in enumerate(translations)]
    converter = _converter()
    plain = tuple(
        Aligned(s, r, t, renditions(s, r, t, converter))
        for s, r, t in zip(segments, readings, texts, strict=True)
    )
    patterns = [
        Pattern(
            **{
                "lang": "zh",
                "kind": "actor",
                **p,
                **{
                    key: tuple(p[key])
                    for key in ("only_in", "near", "not_in", "not_beside")
                    if key in p
                },
            }
        )
        for p in given.get("names", [])
    ]
    matchers = {
        lang: Matcher(tuple(p for p in patterns if p.lang == lang)) for lang in ("en", "zh")
    }
    decided = [
        Decided(TypeAdapter(MentionDecision).validate_python(d), "actor", HERE)
        for d in given.get("decisions", [])
    ]
    decided += [
        Decided(TypeAdapter(DateDecision).validate_python(d), "date", HERE)
        for d in given.get("dates", [])
    ]
    events = tuple(
        Quoted(
            Mark(0, 0, "event", e["id"], "added"),
            Passage(
                source=id,
                **{key: e[key] for key in ("quote", "prefix", "suffix", "parallel") if key in e},
            ),
            HERE,
        )
        for e in given.get("events", [])
    )
    confirmed = {
        segment: frozenset(targets) for segment, targets in given.get("confirmed", {}).items()
    }
    return annotate(
        Given(
            id,
            plain,
            matchers,
            Anchors(_anchor(given)),
            events,
            named_in(tuple(decided)),
            confirmed,
        ),
        tuple(decided),
    )


def annotated(given: dict, folder: Path) -> list[str]:
    """Every mark, in the languages asked for (`langs`)."""
    passages, problems = _aligned(given, folder)
    lines = []
    for passage in passages:
        for lang in given.get("langs", ["zh-Hans"]):
            rendition = passage.rendition(lang)
            for m in rendition.marks:
                extra = " ".join(
                    filter(
                        None,
                        [
                            m.standing if m.kind != "date" or m.standing != "suggested" else "",
                            m.basis,
                            m.certainty if m.certainty != "attested" else "",
                        ],
                    )
                )
                lines.append(
                    f"{passage.segment.id} {lang} {rendition.text[m.start : m.end]} = {m.kind} {m.target} ({extra})"
                )
    return lines + [str(p) for p in problems]


def _anchor(given: dict) -> Anchor | None:
    return Anchor(given["year"]) if "year" in given else None


def dated(given: dict, _: Path) -> list[str]:
    text = given["text"]
    return [
        f"{text[m.start : m.end]} = {m.target} ({m.basis})" for m in dates(text, _anchor(given))
    ]


def linked(given: dict, folder: Path) -> dict[str, Any]:
    """Several `texts` by id: where each name is mentioned, and what shares a paragraph with it."""
    sources = {}
    for id, text in given["texts"].items():
        passages, _ = _aligned({**given, "text": text}, folder, id)
        sources[id] = Source(
            id,
            {},
            SourceRecord(),
            clean(_seed(text, id), (), SourceRecord(), lambda *path: HERE)[0],
            passages,
            "zh",
        )
    found = sightings(sources)
    return {
        "mentions": {
            f"{kind} {id}": [f"{s.source}#{s.segment}" for s in places]
            for (kind, id), places in found.items()
        },
        "together": {
            f"{kind} {id}": [f"{k} {i} {n}" for k, i, n in those]
            for (kind, id), those in together(sources, found).items()
            if those
        },
    }


def rendered(given: dict, folder: Path) -> dict[str, str]:
    """The HTML of each rendition asked for, segment by segment."""
    passages, _ = _aligned(given, folder)
    targets = {
        (m.kind, m.target): Target(f"../{m.kind}s/{m.target}.html", m.target)
        for p in passages
        for r in p.renditions
        for m in r.marks
    }
    return {
        f"{p.segment.id} {lang}": str(marked(p.rendition(lang), changes_of(p, lang), targets))
        for p in passages
        for lang in given.get("langs", ["zh-Hans"])
    }


def worded(given: list[str], _: Path) -> list[str]:
    known, rest = [], []
    for text in given:
        try:
            known.append(Date(text))
        except NoDate:
            rest.append(f"{text}: no date")
    return [
        f"{date}: {' | '.join(in_words(date).values())}" for date in sorted(known, key=order)
    ] + rest


STAGES = {
    "decode": decoded,
    "ids": ids,
    "clean": cleaned,
    "segment": segmented,
    "allot": allotted,
    "emend": emended,
    "translate": translated,
    "annotate": annotated,
    "dates": dated,
    "link": linked,
    "render": rendered,
    "words": worded,
}
