"""How well sentences, joined lines and debris are found in texts that the rules were not made for:
`python -m tests.sentences.measure`.

Each file holds the truth in its text; every second line (or text) was held out while the rules were
made.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.problem import Place
from build_tools.model.rules import DebrisRule, DebrisRules
from build_tools.model.source import SourceRecord
from build_tools.model.text import Seed
from build_tools.readers.yaml_files import load
from build_tools.stages.cleaning.clean import clean
from build_tools.stages.segmenting.sentences import sentences

HERE = Path(__file__).parent
RULES = HERE.parents[1] / "editorial" / "rules" / "debris.yml"


@dataclass(slots=True)
class Score:
    """What was found and is so, found and is not so, so and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found: set, true: set) -> None:
        self.right, self.wrong, self.missed = (
            self.right + len(found & true),
            self.wrong + len(found - true),
            self.missed + len(true - found),
        )

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f} recall {self.recall:.3f} ({self.right} right, {self.wrong} wrong, {self.missed} missed)"


def divided(lang: str) -> Iterator[tuple[str, set[int]]]:
    """Each paragraph with the ends of its sentences, but the last."""
    for line in (HERE / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            parts, text, ends = line.split("¦"), "", set()
            for part in parts:
                ends.add(len(text.rstrip()))
                text += ("" if lang == "chinese" or not text else " ") + part
            yield text, ends - {0}


def texts(file: str) -> list[tuple[str, str]]:
    """(name, text) of each text in a file."""
    parts = re.split(r"^=== ", (HERE / file).read_text(encoding="utf-8"), flags=re.M)[1:]
    return [(name, body.rstrip("\n")) for name, _, body in (part.partition("\n") for part in parts)]


def cleaned(text: str, rules: tuple[DebrisRule, ...]):
    return clean(
        Seed("a", "seeds/a.txt", "", text), rules, SourceRecord(), lambda *path: Place("a")
    )[0]


def sentence_scores(lang: str) -> tuple[Score, Score]:
    """The half that was seen, and the half that was held out."""
    scores = (Score(), Score())
    for number, (text, true) in enumerate(divided(lang)):
        found = {end for _, end, _, _ in sentences(text, lang == "chinese")} - {len(text.rstrip())}
        scores[number % 2].add(found, true)
    return scores


def join_scores(file: str = "wrapped.txt") -> tuple[Score, Score]:
    """Of line ends inside a block."""
    scores = (Score(), Score())
    for number, (_, marked) in enumerate(texts(file)):
        text = marked.replace("↵", "")
        true = {match.start() - count for count, match in enumerate(re.finditer("↵", marked))}
        blocks = cleaned(text, ()).blocks
        found = {
            match.start()
            for match in re.finditer("\n", text)
            if any(b.start <= match.start() < b.end for b in blocks)
        }
        scores[number % 2].add(found, true)
    return scores


def debris_scores(rules: tuple[DebrisRule, ...], file: str = "debris.txt") -> tuple[Score, Score]:
    """Of lines that are hidden whole."""
    scores = (Score(), Score())
    for number, (_, marked) in enumerate(texts(file)):
        lines = [line for line in marked.split("\n") if line.strip()]
        found = cleaned("\n".join(line.removeprefix("✂") for line in lines), rules)
        hidden = {
            n for n, (start, end) in enumerate(found.seed.lines()) if _is_hidden(found, start, end)
        }
        scores[number % 2].add(hidden, {n for n, line in enumerate(lines) if line.startswith("✂")})
    return scores


def page_scores(
    rules: tuple[DebrisRule, ...], file: str = "pages.txt"
) -> dict[str, tuple[Score, Score]]:
    """Of whole pages: lines that are hidden whole, headings, and the headline."""
    scores = {what: (Score(), Score()) for what in ("debris", "headings", "headline")}
    for number, (_, marked) in enumerate(texts(file)):
        lines = marked.split("\n")
        found = cleaned("\n".join(line.lstrip("✂◆◇◈") for line in lines), rules)
        levels = {
            found.seed.line(block.start) - 1: block.level for block in found.blocks if block.level
        }
        hidden = {
            n for n, (start, end) in enumerate(found.seed.lines()) if _is_hidden(found, start, end)
        }
        those = {
            "debris": (hidden, "✂"),
            "headings": (set(levels), "◆◇"),
            "headline": ({n for n, level in levels.items() if level == 1}, "◆"),
        }
        for what, (seen, signs) in those.items():
            true = {n for n, line in enumerate(lines) if line[:1] and line[0] in signs}
            scores[what][number % 2].add(
                seen - {n for n, line in enumerate(lines) if line.startswith("◈")}, true
            )
    return scores


def _is_hidden(found, start: int, end: int) -> bool:
    text = found.seed.text
    return bool(text[start:end].strip()) and all(
        text[at].isspace() or any(a <= at < b for a, b in found.hidden_within(start, end))
        for at in range(start, end)
    )


def archive_rules() -> tuple[DebrisRule, ...]:
    """The archive's own rules: only for measuring, and for tests of the collection."""
    loaded, problems = load(RULES, "debris.yml", DebrisRules)
    assert loaded, problems
    return loaded.record.rules


if __name__ == "__main__":
    for what, scores in (
        ("English sentences", sentence_scores("english")),
        ("Chinese sentences", sentence_scores("chinese")),
        ("joined lines", join_scores()),
        ("debris", debris_scores(archive_rules())),
        ("debris, later texts", debris_scores(archive_rules(), "debris-later.txt")),
        *(
            (f"{file}, {what}", scores)
            for file in (
                "pages.txt",
                "pages-later.txt",
                "pages-last.txt",
                "pages-unseen.txt",
                "pages-new.txt",
                "pages-wild.txt",
                "pages-wild-last.txt",
                "pages-read.txt",
            )
            for what, scores in page_scores(archive_rules(), file).items()
        ),
        *(
            (f"{file}, debris", page_scores(archive_rules(), file)["debris"])
            for file in ("furniture.txt", "furniture-last.txt")
        ),
        *(
            (f"{file}, {what}", page_scores(archive_rules(), file)[what])
            for file in ("pages-aside.txt", "pages-fresh.txt")
            for what in ("headings", "headline")
        ),
    ):
        for half, score in zip(("seen", "held out"), scores, strict=True):
            print(f"{what}, {half}: {score}")
