"""Files broken at random: an editor gets problems, never a traceback, and the rest is built."""

import random
import re

import pytest

from build_tools.pipeline import build
from tests.conftest import SITE

PO = "\n".join(
    (
        'msgid ""',
        'msgstr ""',
        '"Language: mul\\n"',
        "",
        "# state: human-draft; origin: human",
        "#, fuzzy",
        'msgctxt "s1"',
        'msgid "The media in charge of Xiaomi car leak apologized"',
        'msgstr "涉事媒体道歉"',
        "",
        '#~ msgctxt "s9"',
        '#~ msgid "x"',
        '#~ msgstr "某"',
        "",
    )
)
EXTRA = {
    "editorial/sources/leak-en/translation.po": PO,
    "editorial/rules/conversion.yml": "corrections:\n  - {zh-Hans: 年历史, zh-Hant-TW: 年歷史, zh-Hant-HK: 年歷史, reason: {en: X, zh-Hans: 某}}\n",
}
"""Files that the small archive does without."""
FILES = sorted(
    {
        path.relative_to(SITE).as_posix()
        for path in (SITE / "editorial").rglob("*")
        if path.is_file()
    }
    | EXTRA.keys()
)


def _random_bytes(raw: bytes, chance: random.Random) -> bytes:
    broken = bytearray(raw)
    for _ in range(chance.randint(1, 5)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def _cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def _line_lost_or_moved(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    return b"\n".join([*lines, line] if chance.random() < 0.5 else lines)


def _other_text(raw: bytes, chance: random.Random) -> bytes:
    """A value replaced by what does not belong there."""
    text = raw.decode()
    value = chance.choice(list(re.finditer(r"(?<=: )[^\n:]+|(?<=- )[^\n]+|\"[^\"\n]*\"", text)))
    other = chance.choice(
        [
            "[]",
            "{}",
            "- - -",
            "[a, [b]]",
            "{en: x}",
            "null",
            "true",
            "9" * 400,
            "*x",
            "&x",
            "!!python/name:os.system x",
            "|",
            "''",
            "‮",
            "2026-13-45",
            "(",
            "\t",
        ]
    )
    return (text[: value.start()] + other + text[value.end() :]).encode()


def _other_whole(raw: bytes, chance: random.Random) -> bytes:
    return chance.choice(
        [
            b"",
            b"\n",
            b"---\n",
            b"- - -",
            b"[]",
            b"{}",
            b"null",
            b"0",
            b"a: b: c",
            b"\xff\xfe",
            b"\x00",
            b"'",
            b'"',
            b"%TAG",
            b"? [a]: b",
            b"msgid",
            b'msgstr ""',
            b"#~ msgid",
            b"concepts: {a: b}",
            b"concepts: [1]",
            b"concepts:\n- {id: [a], label: x}",
            b"rules: x",
            b"id: index",
            b"<<: {a: b}",
            b"[" * 5000,
            b"- " * 5000,
        ]
    )


BREAKS = (_random_bytes, _cut, _line_lost_or_moved, _other_text, _other_whole)


def _whole(small):
    for file, text in EXTRA.items():
        (small / file).write_text(text, encoding="utf-8")
    return small


@pytest.mark.parametrize(
    "break_it", BREAKS, ids=lambda break_it: break_it.__name__.strip("_").replace("_", " ")
)
def test_a_broken_file_gives_problems_and_never_a_traceback(break_it, small):
    """Each file is broken in two of the ways. More finds more, and takes longer: 0.2 s each."""
    root = _whole(small)
    chance = random.Random(f"casebook {break_it.__name__}")
    way = BREAKS.index(break_it)
    for file in (file for number, file in enumerate(FILES) if (number - way) % len(BREAKS) < 2):
        path = root / file
        sound = path.read_bytes()
        path.write_bytes(break_it(sound, chance))
        try:
            built = build(root)
        except Exception as why:
            raise AssertionError(f"{file} as {path.read_bytes()[:3000]!r}") from why
        assert {
            "sources/kol-zh.md",
            "sources/leak-en.md",
            "actors/index.md",
            "timeline.md",
        } <= built.pages.keys()
        for problem in built.faults:
            assert problem.what and problem.hint and "Input should" not in str(problem)
        path.write_bytes(sound)


def test_windows_line_ends_and_byte_order_marks_are_no_fault(small):
    root = _whole(small)
    before = build(root).pages
    for file in FILES:
        raw = (root / file).read_bytes()
        (root / file).write_bytes(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"))
    built = build(root)
    assert built.faults == () and built.pages == before
