"""How many characters conversion writes otherwise than a reader of Taiwan or Hong Kong would:
`python -m tests.conversion.measure`.

The sentences stand in Taiwan's script; their Simplified and Hong Kong forms come from OpenCC, which
is safe in those directions.
"""

import sys
from functools import cache
from pathlib import Path

from opencc import OpenCC

from build_tools.language.chinese.convert import Converter

HERE = Path(__file__).parent
SETS = ("known", "held_out", "later", "fresh", "last", "words", "dense")
REGIONS = ("zh-Hant-TW", "zh-Hant-HK")
_EITHER = str.maketrans("臺", "台")
"""Both are right, and which stands on a page is an editor's choice of form
(rules/conversion.yml).
"""


@cache
def _opencc(config: str) -> OpenCC:
    return OpenCC(config)


def sentences(name: str) -> list[tuple[str, dict[str, str]]]:
    """Each sentence in Simplified, with the right form for each region."""
    lines = [
        line
        for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").split("\n")
        if line and not line.startswith("#")
    ]
    return [
        (
            _opencc("tw2s").convert(line),
            {
                "zh-Hant-TW": line,
                "zh-Hant-HK": _opencc("t2hk").convert(_opencc("tw2t").convert(line)),
            },
        )
        for line in lines
    ]


def wrong(converter: Converter, name: str, region: str) -> list[str]:
    """Every character that comes out wrong, with what stands around it: 长[余]建 餘 for 余."""
    found = []
    for hans, right in sentences(name):
        done = converter.convert(hans, "zh-Hans", region)
        found += [
            f"{hans[max(0, at - 3) : at]}[{hans[at]}]{hans[at + 1 : at + 4]} {ours} for {theirs}"
            for at, (ours, theirs) in enumerate(
                zip(done.translate(_EITHER), right[region].translate(_EITHER), strict=True)
            )
            if ours != theirs
        ]
    return found


def strays() -> list[tuple[str, str]]:
    """Each Traditional text with characters of Simplified in it, and what is meant."""
    lines = (HERE / "stray.txt").read_text(encoding="utf-8").split("\n")[1:-1]
    return [(found, meant[2:]) for found, meant in zip(lines[::2], lines[1::2], strict=True)]


def wrong_strays(converter: Converter) -> tuple[list[str], int]:
    """Every character that readers of Taiwan see otherwise than is meant, and how many were found
    otherwise.
    """
    wrong, number = [], 0
    for found, meant in strays():
        seen = converter.for_readers(found, "zh-Hant", "zh-Hant-TW")
        number += sum(a != b for a, b in zip(found, meant, strict=True))
        wrong += [
            f"{found[max(0, at - 3) : at]}[{found[at]}]{found[at + 1 : at + 4]} {ours} for {theirs}"
            for at, (ours, theirs) in enumerate(
                zip(seen.translate(_EITHER), meant.translate(_EITHER), strict=True)
            )
            if ours != theirs
        ]
    return wrong, number


def main() -> None:
    for title, converter in (
        ("OpenCC alone", Converter((), alone=True)),
        ("by words", Converter(())),
    ):
        for name in SETS:
            number = sum(len(hans) for hans, _ in sentences(name))
            print(
                title,
                name,
                len(sentences(name)),
                "sentences",
                number,
                "characters, wrong:",
                *(len(wrong(converter, name, region)) for region in REGIONS),
            )
    false, number = wrong_strays(converter)
    print("strays", len(strays()), "sentences", number, "characters, wrong:", len(false))
    if "-v" in sys.argv:
        print(*false, sep="\n")
        print(*(each for name in SETS for each in wrong(converter, name, "zh-Hant-TW")), sep="\n")


if __name__ == "__main__":
    main()
