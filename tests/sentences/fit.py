"""Weights for the signs of a headline, fitted on the marked pages: `python -m tests.sentences.fit`.

Each page says of which line of several it is the headline, so the weights are those under which all
those choices are likeliest (a conditional logit), drawn a little to nought. The last column leaves
each file of pages out and counts how many of its headlines are found by the weights of the others.
"""

from collections.abc import Sequence
from math import exp

from build_tools.stages.shape import headings, scores
from tests.sentences.measure import archive_rules, cleaned, texts

FILES = (
    "pages.txt",
    "pages-later.txt",
    "pages-last.txt",
    "pages-aside.txt",
    "pages-fresh.txt",
    "pages-unseen.txt",
    "pages-new.txt",
)
_STEPS, _RATE, _SHRUNK = 600, 0.3, 0.01
Choice = tuple[list[dict[str, float]], set[int]]
"""What each line of a page has, and which of them are its headline: its words may stand twice."""


def choices(file: str) -> list[Choice]:
    """Of each page that has a headline."""
    found: list[Choice] = []
    asked: list[tuple[str, Sequence[str], Sequence]] = []
    chosen = headings.head_of

    def listening(text, lines, paragraphs, often, name):
        asked.append((text, ["·" if each in often else each for each in lines], paragraphs))
        return chosen(text, lines, paragraphs, often, name)

    headings.head_of = listening
    try:
        for _, marked in texts(file):
            lines = marked.split("\n")
            true = {n for n, line in enumerate(lines) if line.startswith("◆")}
            cleaned("\n".join(line.lstrip("✂◆◇◈") for line in lines), archive_rules())
            text, those, paragraphs = asked[-1]
            signs, _ = scores.signs_of(text, those, paragraphs)
            words = {
                "".join(those[n].split())
                for n, lines_of in enumerate(paragraphs)
                if text.count("\n", 0, lines_of[0].start) in true
            }
            right = {k for k, n in enumerate(signs) if "".join(those[n].split()) in words}
            if true:
                found.append((list(signs.values()), right))
    finally:
        headings.head_of = chosen
    return found


def fitted(pages: Sequence[Choice]) -> dict[str, float]:
    weights = dict.fromkeys(scores.WEIGHTS, 0.0)
    several = [(lines, min(right)) for lines, right in pages if right and len(lines) > 1]
    for _ in range(_STEPS):
        slope = {each: -_SHRUNK * much for each, much in weights.items()}
        for lines, right in several:
            likely = [exp(_score(line, weights)) for line in lines]
            whole = sum(likely)
            for each in weights:
                slope[each] += (
                    lines[right][each]
                    - sum(p * line[each] for p, line in zip(likely, lines, strict=True)) / whole
                ) / len(several)
        weights = {each: much + _RATE * slope[each] for each, much in weights.items()}
    return weights


def found(pages: Sequence[Choice], weights: dict[str, float]) -> int:
    """How many headlines score best."""
    return sum(
        max(range(len(lines)), key=lambda k: _score(lines[k], weights)) in right
        for lines, right in pages
        if lines
    )


def _score(line: dict[str, float], weights: dict[str, float]) -> float:
    return sum(weights[each] * much for each, much in line.items())


if __name__ == "__main__":
    pages = {file: choices(file) for file in FILES}
    everything = [page for those in pages.values() for page in those]
    print("weights fitted:", {k: round(v, 1) for k, v in fitted(everything).items()})
    print("pages, found by the table, found by the others' weights")
    for file, those in pages.items():
        others = fitted([page for name, rest in pages.items() if name != file for page in rest])
        print(file, len(those), found(those, scores.WEIGHTS), found(those, others))
