"""A large archive made up from the real one: as many sources as wanted, with names, words and marks
spread as in nature.
"""

import random
from dataclasses import replace

from opencc import OpenCC

from build_tools.model.archive import Archive, Sighting, Source
from build_tools.model.record import Bilingual
from build_tools.model.source import SourceDate
from build_tools.model.text import Mark, Rendition

SEGMENTS = 45
_SYLLABLES = [
    "ba",
    "bei",
    "chen",
    "da",
    "fang",
    "gao",
    "guo",
    "han",
    "hua",
    "jian",
    "jie",
    "jun",
    "kai",
    "lei",
    "li",
    "lin",
    "ming",
    "ning",
    "peng",
    "qi",
    "ran",
    "shan",
    "tao",
    "wei",
    "xin",
    "yang",
    "yun",
    "zhang",
    "zhou",
]
_ENDS = ["al", "er", "ing", "ion", "ent", "ous", "ive", "ate", "ism", "ity"]


class Words:
    """Chinese characters and English words, frequent ones often: Zipf's law."""

    def __init__(self, archive: Archive, chance: random.Random) -> None:
        texts = [
            r.text
            for s in archive.sources.values()
            for each in s.text
            for r in each.renditions
            if r.lang == "zh-Hans"
        ]
        self.han = [c for c in "".join(texts) if "\u4e00" <= c <= "\u9fff"]
        self.rare = [chr(point) for point in range(0x4E00, 0x5A00)]
        self.english = [
            w
            for s in archive.sources.values()
            for each in s.text
            for w in each.rendition("en").text.split()
        ]
        self.made = [
            "".join(chance.choice(_SYLLABLES) for _ in range(2)) + chance.choice(_ENDS)
            for _ in range(40_000)
        ]
        self.chance = chance

    def chinese(self, length: int) -> str:
        """Runs of the real texts, broken by other characters, with a full stop now and then."""
        parts: list[str] = []
        while sum(map(len, parts)) < length:
            at = self.chance.randrange(len(self.han) - 6)
            parts += [
                "".join(self.han[at : at + self.chance.randint(2, 6)]),
                self.rare[int(len(self.rare) * self.chance.random() ** 3)],
                self.chance.choice(["", "", "，"]),
            ]
        return "".join(parts)[:length] + "。"

    def latin(self, length: int) -> str:
        return (
            " ".join(
                self.chance.choice(self.english)
                if self.chance.random() < 0.8
                else self.made[int(40_000 * self.chance.random() ** 3)]
                for _ in range(length)
            )
            + "."
        )

    def name(self) -> tuple[str, str]:
        syllables = self.chance.sample(_SYLLABLES, 3)
        return f"{syllables[0].title()} {(syllables[1] + syllables[2]).title()}", "".join(
            self.chance.choice(self.rare[:1500]) for _ in range(3)
        )


def enlarged(archive: Archive, count: int, seed: int = 1) -> Archive:
    """The archive with `count` sources; half as many actors and events of each kind as sources."""
    chance = random.Random(seed)
    words = Words(archive, chance)
    taiwan = OpenCC("s2tw")
    actors, events, names = dict(archive.actors), dict(archive.events), dict(archive.names)
    actor, event = next(iter(actors.values())), next(iter(events.values()))
    for number in range(count // 2):
        en, hans = words.name()
        hant = taiwan.convert(hans)
        id, happened = f"actor-{number}", f"event-{number}"
        said = Bilingual(en=words.latin(20), **{"zh-Hans": words.chinese(35)})
        actors[id] = replace(
            actor, id=id, names=Bilingual(en=en, **{"zh-Hans": hans}), aliases=(), description=said
        )
        events[happened] = replace(
            event,
            id=happened,
            title=Bilingual(en=words.latin(7), **{"zh-Hans": words.chinese(14)}),
            summary=said,
            parent=None,
            participants=(),
        )
        names["actor", id] = {"en": en, "zh-Hans": hans, "zh-Hant-TW": hant, "zh-Hant-HK": hant}
        names["event", happened] = {
            "en": events[happened].title.en,
            **{
                lang: taiwan.convert(events[happened].title.zh_hans)
                for lang in ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
            },
        }
    return _with_sources(
        replace(archive, actors=actors, events=events, names=names), count, words, taiwan
    )


def _with_sources(archive: Archive, count: int, words: Words, taiwan: OpenCC) -> Archive:
    real = list(archive.sources.values())
    sources: dict[str, Source] = {source.id: source for source in real}
    names, sightings = (
        dict(archive.names),
        {key: list(those) for key, those in archive.sightings.items()},
    )
    popular = {kind: sorted(getattr(archive, kind + "s")) for kind in ("actor", "event", "term")}
    while len(sources) < count:
        model = real[len(sources) % len(real)]
        id = f"s{len(sources):05d}"
        date = f"{words.chance.randint(2005, 2026)}-{words.chance.randint(1, 12):02d}-{words.chance.randint(1, 28):02d}"
        text = []
        for number in range(SEGMENTS):
            each = _segment(words, taiwan, popular, model.text[0], number)
            text.append(each)
            for key in {(m.kind, m.target) for r in each.renditions for m in r.marks}:
                sightings.setdefault(key, []).append(Sighting(id, number, each.segment.id, ()))
        title = {"en": words.latin(9), "zh-Hans": words.chinese(18)}
        title |= {lang: taiwan.convert(title["zh-Hans"]) for lang in ("zh-Hant-TW", "zh-Hant-HK")}
        record = replace(
            model.record,
            dates=(SourceDate(kind="published", date=date, basis="stated"),),
            publications=model.record.publications,
            reports=(),
        )
        sources[id] = replace(model, id=id, title=title, record=record, text=tuple(text))
        names["source", id] = title
    return replace(
        archive,
        sources=sources,
        names=names,
        sightings={key: tuple(those) for key, those in sightings.items()},
    )


def _segment(words: Words, taiwan: OpenCC, popular: dict[str, list[str]], model, number: int):
    """A sentence in four renditions; every second one names something."""
    english, chinese = words.latin(14), words.chinese(27)
    marks = []
    if words.chance.random() < 0.5:
        kind = words.chance.choice(["actor", "actor", "event", "term"])
        target = popular[kind][int(len(popular[kind]) * words.chance.random() ** 4)]
        marks = [Mark(0, 3, kind, target)]
    hant = taiwan.convert(chinese)
    renditions = tuple(
        Rendition(lang, text, "source", tuple(marks))
        for lang, text in (
            ("en", english),
            ("zh-Hans", chinese),
            ("zh-Hant-TW", hant),
            ("zh-Hant-HK", hant),
        )
    )
    return replace(
        model, segment=replace(model.segment, id=f"s{number + 1}"), renditions=renditions
    )
