"""How well names are told from the words that they also are: `python -m
tests.first_five.matching.common_words`.

Each line of the set is a text of its own, so that nothing elsewhere in a text can help.
"""

import sys
from pathlib import Path

import yaml

from build_tools.annotators.names.matching import Matcher, Pattern, settled
from tests.first_five.matching.measure import unmarked

_NAMES = (
    ("小米", "zh", "xiaomi"),
    ("荣耀", "zh", "honor"),
    ("苹果", "zh", "apple"),
    ("联想", "zh", "lenovo"),
    ("网易", "zh", "netease"),
    ("Apple", "en", "apple-en"),
    ("Honor", "en", "honor-en"),
    ("Polo", "en", "polo"),
)
"""Names as an editor would enter them who thinks of nothing else: no `near`, no `not_beside`."""
_GLOSSARY = Path(__file__).resolve().parents[3] / "editorial/glossary/daoqian.yml"
_TERMS = (("apology", "en", "apology-term"), ("apologies", "en", "apology-term"))


def lines() -> list[str]:
    path = Path(__file__).with_name("common_words.txt")
    return [line for line in path.read_text(encoding="utf-8").split("\n")[1:] if line]


def figures() -> tuple[int, list[str], list[str]]:
    """How many are right, what is marked that is no name, and what is missed."""
    english = yaml.safe_load(_GLOSSARY.read_text(encoding="utf-8"))["forms"]["en"]
    patterns = [Pattern(text, lang, "actor", id) for text, lang, id in _NAMES] + [
        Pattern(text, lang, "term", id, not_in=tuple(english["not_in"]))
        for text, lang, id in _TERMS
    ]
    matcher = {lang: Matcher(tuple(p for p in patterns if p.lang == lang)) for lang in ("zh", "en")}
    right, false, missed = 0, [], []
    for line in lines():
        text, named = unmarked(line)
        hits = matcher["en" if text.isascii() else "zh"].find(text, text, "s")
        found = {(mark.start, mark.end, mark.target) for mark in settled(hits, ())}
        right += len(found & set(named))
        false += [f"{text} {mark}" for mark in sorted(found - set(named))]
        missed += [f"{text} {mark}" for mark in sorted(set(named) - found)]
    return right, false, missed


def main() -> None:
    right, false, missed = figures()
    print(f"{len(lines())} texts, right {right}, false {len(false)}, missed {len(missed)}")
    print(
        f"precision {right / (right + len(false)):.2f}, recall {right / (right + len(missed)):.2f}"
    )
    if "-v" in sys.argv:
        print(*false, "--", *missed, sep="\n")


if __name__ == "__main__":
    main()
