"""Whole archives of any size, in the archive's own format: seeds, translations, actors, events, cases and annotations, made
of the real seeds' sentences.

python -m benchmarks.archives 1000 FOLDER

The same count gives the same bytes. A generated text holds 45 to 60 sentences; a third as many actors as sources and as many
events, named as often as in nature (a few everywhere, most in one text); eight sentences of ten are translated.
"""

import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import yaml

from build_tools.editing.sync import synced
from build_tools.per_source import text_of
from build_tools.pipeline import build
from build_tools.readers.decode import decode
from build_tools.readers.editorial import read_editorial
from build_tools.readers.po_text import po_entries, po_text

ROOT = Path(__file__).resolve().parents[1]
OWN = ("mkdocs.yml", "seeds", "editorial", "docs", "templates", "build_tools", "pyproject.toml")
_HAN = "安百邦宝博长晨诚川达德鼎东方丰福光广海汉和恒宏华汇佳嘉建金锦京景聚凯康科乐立利联龙隆美民铭南宁鹏齐启全瑞润盛世顺泰腾天通同万威维伟鑫信兴旭亚阳亿益盈永友宇远云泽展正志中众卓"
_LATIN = [
    "An",
    "Bo",
    "Chen",
    "Da",
    "Feng",
    "Guo",
    "Hai",
    "Jia",
    "Kang",
    "Lian",
    "Ming",
    "Ning",
    "Peng",
    "Rui",
    "Sheng",
    "Tai",
]
_TRADES = [
    ("汽车", "Motors"),
    ("科技", "Technology"),
    ("食品", "Foods"),
    ("乳业", "Dairy"),
    ("航空", "Airlines"),
    ("银行", "Bank"),
]


@dataclass(frozen=True)
class Name:
    """A firm that does not exist."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True)
class Text:
    """A generated seed: paragraphs of (sentence, translation), the first of them the headline alone."""

    id: str
    lang: str
    about: Name
    paragraphs: tuple[tuple[tuple[str, str], ...], ...]

    @property
    def seed(self) -> str:
        between = "" if self.lang == "zh" else " "
        return "".join(between.join(s for s, _ in p) + "\n\n" for p in self.paragraphs)


def write_archive(folder: Path, count: int, seed: int = 1) -> None:
    """An archive of `count` sources in `folder`, the real five among them; the folder must not exist."""
    folder.mkdir(parents=True)
    for name in OWN:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("archive", "__pycache__")
            )
        else:
            shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "editorial", folder / "editorial", dirs_exist_ok=True)
    more = count - len(list((ROOT / "seeds").iterdir()))
    if more <= 0:
        return
    chance = random.Random(seed)
    names = list(_names(chance, max(1, count // 3)))
    texts = list(_texts(chance, names, more))
    _write_sources(folder, texts, chance)
    _write_records(folder, names, texts, chance)


def _names(chance: random.Random, count: int) -> Iterator[Name]:
    """All different in both languages, also where one name begins another."""
    seen: set[str] = set()
    while len(seen) < count:
        first, trade = "".join(chance.sample(_HAN, 3)), chance.choice(_TRADES)
        if first not in seen:
            seen.add(first)
            yield Name(
                f"firm-{len(seen):05d}",
                first + trade[0],
                f"{''.join(chance.sample(_LATIN, 3)).title()}{len(seen)} {trade[1]}",
            )


def _texts(chance: random.Random, names: list[Name], count: int) -> Iterator[Text]:
    pairs = _pairs()
    for number in range(count):
        lang = "zh" if number % 5 < 4 else "en"
        own = [names[int(len(names) * chance.random() ** 3)] for _ in range(3)]
        told = [
            _naming(chance.choice(own), pair)
            for pair in chance.choices(pairs[lang], k=chance.randint(45, 60))
        ]
        about = names[number % len(names)]
        head = (
            f"{about.zh}就第{number}号声明致歉",
            f"{about.en} apologizes for statement {number}",
        )
        cuts = [*range(0, len(told), 4), len(told)]
        paragraphs = (
            (head if lang == "zh" else head[::-1],),
            *(tuple(told[a:b]) for a, b in pairwise(cuts)),
        )
        yield Text(f"g{number:05d}", lang, about, paragraphs)


def _naming(name: Name, pair: tuple[str, str]) -> tuple[str, str]:
    """The sentence, about a firm that does not exist."""
    return tuple(words.replace("小米", name.zh).replace("Xiaomi", name.en) for words in pair)  # type: ignore[return-value]


def _pairs() -> dict[str, list[tuple[str, str]]]:
    """Sentences of the real seeds that are whole, with their translations."""
    found: dict[str, list[tuple[str, str]]] = {"zh": [], "en": []}
    for source in build(ROOT).archive.sources.values():
        for each in source.text:
            said, translated = each.reading.text, each.translation.text
            if (
                translated
                and said.endswith(("。", "？", "！", ". ", "."))
                and 12 < len(said) < 400
                and "\n" not in said
            ):
                found[each.segment.lang[:2]].append((said, translated))
    return found


def _write_sources(folder: Path, texts: list[Text], chance: random.Random) -> None:
    editorial, _ = read_editorial(folder)
    for text in texts:
        raw = text.seed.encode()
        (folder / "seeds" / f"{text.id}.txt").write_bytes(raw)
        own = folder / "editorial" / "sources" / text.id
        own.mkdir()
        head = text.paragraphs[0][0]
        title = (
            {"en": head[1], "zh-Hans": head[0]}
            if text.lang == "zh"
            else {"en": head[0], "zh-Hans": head[1]}
        )
        date = (
            f"{chance.randint(2005, 2026)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        )
        _yaml(own / "source.yml", {
            "title": title, "origin": "as-published", "grade": "sg.commentary",
            "dates": [{"kind": "published", "date": date, "basis": "inferred", "note": {"en": "Made up.", "zh-Hans": "虚构。"}}],
            "sha256": sha256(raw).hexdigest(),
        })  # fmt: skip
        decoded, _ = decode(f"seeds/{text.id}.txt", text.id, raw)
        assert decoded
        made, _ = text_of(decoded, editorial)
        known = dict(pair for p in text.paragraphs for pair in p)
        old, tail = po_entries(synced(text.id, made.segments, made.readings, ()))
        for unit in old[1:]:
            translated = known.get(unit.fields["msgid"])
            if translated and chance.random() < 0.8:
                unit.fields["msgstr"] = translated
                unit.flags = []
                unit.comments = [
                    "# state: reviewed; on: 2026-11-21; origin: assisted",
                    *(c for c in unit.comments if "state:" not in c),
                ]
        (own / "translation.po").write_text(po_text(old, tail), encoding="utf-8")
        if text.id.endswith("0"):
            quote = text.about.zh if text.lang == "zh" else text.about.en
            _yaml(
                own / "annotations.yml",
                {
                    "mentions": [
                        {
                            "segment": "s1",
                            "quote": quote,
                            "decision": "confirm",
                            "target": text.about.id,
                        }
                    ]
                },
            )


def _write_records(
    folder: Path, names: list[Name], texts: list[Text], chance: random.Random
) -> None:
    """Every firm has an event, every twentieth source begins a case of up to five."""
    editorial = folder / "editorial"
    first = {text.about: text for text in reversed(texts)}
    for name in names:
        evidence = [{"source": first[name].id, "quote": first[name].paragraphs[0][0][0]}]
        both = {
            "en": f"{name.en}, a firm that does not exist.",
            "zh-Hans": f"{name.zh}，虚构的企业。",
        }
        _yaml(editorial / "actors" / f"{name.id}.yml", {
            "id": name.id, "kind": "organisation", "names": {"en": name.en, "zh-Hans": name.zh}, "description": both, "evidence": evidence,
        })  # fmt: skip
        when = (
            f"{chance.randint(2005, 2026)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        )
        _yaml(editorial / "events" / f"event-of-{name.id}.yml", {
            "id": f"event-of-{name.id}", "title": {"en": f"{name.en} apologizes", "zh-Hans": f"{name.zh}致歉"}, "date": when, "basis": "inferred",
            "date_note": both, "participants": [{"actor": name.id, "role": {"en": "firm", "zh-Hans": "企业"}}], "summary": both,
            "evidence": evidence,
        })  # fmt: skip
    for number in range(0, len(texts), 20):
        own = [text.id for text in texts[number : number + 5]]
        _yaml(editorial / "cases" / f"case-{number:05d}" / "case.yml", {
            "id": f"case-{number:05d}", "title": {"en": f"Case {number}", "zh-Hans": f"案例{number}"}, "sources": own,
            "events": [f"event-of-{name.id}" for name in names[number // 3 : number // 3 + 4]], "concepts": ["ct.paracrisis"],
            "abstract": {"en": "Made up.", "zh-Hans": "虚构。"}, "lessons": [{"en": "None.", "zh-Hans": "无。"}],
            "questions": [{"ask": {"en": "What happened?", "zh-Hans": "发生了什么？"}}],
        })  # fmt: skip


def _yaml(path: Path, record: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False),
        encoding="utf-8",
    )


if __name__ == "__main__":
    write_archive(Path(sys.argv[2]), int(sys.argv[1]))
