"""What lies in the editors' folders and is no text of theirs is told, once each, and never read,
followed or waited for.
"""

import os
import re
import shutil
import socket

import pytest

from build_tools.model.problem import Stopped
from build_tools.pipeline import build
from build_tools.readers.editorial import read_editorial
from build_tools.readers.seeds import LONGEST_ID, read_seeds, unavailable

SECRET = "the secret of this machine"
TEXT = "雷军在直播中再次道歉，小米随后回应了争议。"


def told(problems) -> dict[str, str]:
    """The code of each problem, by its file; no file is told of twice."""
    assert len({p.place.file for p in problems}) == len(problems), [str(p) for p in problems]
    return {p.place.file: p.code for p in problems}


def save(root, name: str, text: str = TEXT):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_links_are_told_and_never_followed(small, tmp_path):
    secret = save(tmp_path, "elsewhere/secret.txt", SECRET)
    record = save(
        tmp_path,
        "elsewhere/secret.yml",
        f"id: secret\nkind: person\nnames: {{en: {SECRET}, zh-Hans: 秘密}}\ndescription: {{en: X, zh-Hans: 某}}\n",
    )
    shutil.move(small / "editorial/sources/leak-en", tmp_path / "leak-en")
    links = {
        "seeds/outside.txt": secret,
        "seeds/inside.txt": "kol-zh.txt",
        "seeds/broken.txt": "/nowhere",
        "seeds/itself.txt": "itself.txt",
        "seeds/folder": secret.parent,
        "editorial/actors/secret.yml": record,
        "editorial/sources/leak-en": tmp_path / "leak-en",
        "editorial/sources/nowhere": "/nowhere",
        "editorial/sources/kol-zh/translation.po": secret,
        "editorial/archive.yml": record,
        "docs/secret.md": secret,
        "templates/theme/secret.txt": secret,
    }
    (small / "docs").mkdir()
    (small / "editorial/archive.yml").unlink()
    for name, target in links.items():
        (small / name).symlink_to(target)
    built = build(small)
    assert told(built.faults) == dict.fromkeys(links, "file-link")
    assert not any(SECRET in text for text in built.pages.values())
    assert "sources/kol-zh.md" in built.pages and "sources/inside.md" not in built.pages


@pytest.mark.parametrize("folder", ["seeds", "editorial", "editorial/actors"])
def test_a_folder_that_is_a_link_stops_all(small, folder):
    (small / folder).rename(small / "moved")
    (small / folder).symlink_to(small / "moved")
    with pytest.raises(Stopped, match=f"{folder}.*links are not followed"):
        build(small)


def test_what_can_be_made_again_is_not_written_through_a_link(small):
    (small / ".cache").symlink_to("seeds")
    with pytest.raises(Stopped, match=r".cache is a link to another place"):
        build(small)
    assert sorted(path.name for path in (small / "seeds").iterdir()) == [
        "kol-zh.txt",
        "leak-en.txt",
    ]


def test_pipes_sockets_and_folders_that_are_called_like_files_keep_nobody_waiting(
    small, monkeypatch
):
    for name in (
        "seeds/pipe.txt",
        "editorial/actors/pipe.yml",
        "editorial/sources/kol-zh/translation.po",
    ):
        os.mkfifo(small / name)
    monkeypatch.chdir(small / "seeds")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket.txt")
    for name in (
        "seeds/folder.txt",
        "editorial/actors/folder.yml",
        "editorial/sources/leak-en/translation.po",
    ):
        (small / name).mkdir()
    in_seeds, in_editorial = read_seeds(small / "seeds")[1], read_editorial(small)[1]
    assert told(in_seeds) == {
        "seeds/pipe.txt": "file-unreadable",
        "seeds/socket.txt": "file-unreadable",
        "seeds/folder.txt": "seed-name",
    }
    assert told(in_editorial) == {
        "editorial/actors/pipe.yml": "file-unreadable",
        "editorial/sources/kol-zh/translation.po": "file-unreadable",
        "editorial/actors/folder.yml": "file-stray",
        "editorial/sources/leak-en/translation.po": "file-stray",
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("小米回应争议" * 12, f"too long: its address would have .*{LONGEST_ID} are possible"),
        ("🎉", "Nothing in the file's name can stand in an address"),
        ("すべて", "Nothing in the file's name can stand in an address"),
        (os.fsdecode(b"caf\xe9"), r"caf\[byte E9\]\.txt – The name is not UTF-8"),
        (
            "小米\nerror",
            r"小米␊error\.txt – The name is written with characters that cannot be seen",
        ),
        ("小米\x1b[31m\u202e", "characters that cannot be seen"),
        ("KOL-zh", "the same id as seeds/kol-zh.txt"),
    ],
)
def test_a_name_that_makes_no_address_is_told_before_anything_is_written(small, name, said):
    save(small, f"seeds/{name}.txt")
    seeds, (problem,) = read_seeds(small / "seeds")
    assert problem.severity == "error" and re.search(said, str(problem)), str(problem)
    assert [seed.id for seed in seeds] == ["kol-zh", "leak-en"]


@pytest.mark.parametrize(
    "name", ["What happened?", "小米<b>", 'say "no"', "con", "con!", "a*b", "CONIN$", "COM¹.x"]
)
def test_a_name_that_windows_cannot_store_is_told_and_its_text_is_shown(small, name):
    save(small, f"seeds/{name}.txt")
    seeds, (problem,) = read_seeds(small / "seeds")
    assert (problem.severity, problem.code) == (
        "warning",
        "file-name",
    ) and "Windows" in problem.what
    assert len(seeds) == 3 and unavailable((problem,), seeds) == frozenset()


def test_two_names_that_differ_only_in_how_an_accent_is_stored_are_one_name(small):
    save(small, "seeds/caf\u00e9.txt")
    save(small, "seeds/cafe\u0301.txt", "小米回应了争议，雷军随后在直播中再次道歉。")
    seeds, problems = read_seeds(small / "seeds")
    assert len(seeds) == 3 and [p.code for p in problems if p.severity != "note"] == [
        "seed-id-twice"
    ]


def test_a_name_made_of_markup_is_only_a_name(small):
    save(small, "seeds/[bold]{{7 * 7}}&amp;'x'.txt")
    page = build(small).pages["sources/bold-7-7-amp-x.md"]
    assert "seeds/[bold]{{7 * 7}}&amp;amp;&#39;x&#39;.txt" in page


STRAY = {
    "editorial/notes.yml": "Correct its name",
    "editorial/README.md": "Correct its name",
    "editorial/archive.yaml": "Call it archive.yml",
    "editorial/actor/xu-fei.yml": r"Did you mean editorial/actors/xu-fei\.yml\?",
    "editorial/Sources/kol-zh/source.yml": "There is editorial/sources/kol-zh/source.yml already",
    "editorial/actors/xu-fei.YML": "Call it xu-fei.yml",
    "editorial/actors/xu-jieyun.yml.bak": "",
    "editorial/actors/xu-jieyun.yml~": "",
    "editorial/actors/people/xu-fei.yml": "",
    "editorial/rules/conversoin.yml": "Did you mean editorial/rules/conversion.yml",
    "editorial/rules/emendations.yml": "",
    "editorial/vocabulary/other.yml": "",
    "editorial/cases/kol/notes.txt": "",
    "editorial/cases/leak.yml": "",
    "editorial/sources/leak.yml": "",
    "editorial/sources/leak-en/annotation.yml": "Did you mean editorial/sources/leak-en/annotations.yml",
    "editorial/sources/leak-en/old/source.yml": "",
}


def test_every_file_that_nothing_reads_is_named(small):
    for name in ("archive.yml", "rules/conversion.yml"):  # whose names the strays are slips of
        (small / "editorial" / name).unlink()
    for name in STRAY:
        save(small, name, "x")
    for folder in ("editorial/event", "editorial/actors/empty", "editorial/cases/leak"):
        (small / folder).mkdir()
    for name in (
        "editorial/.DS_Store",
        "editorial/actors/.xu.yml.swp",
        "editorial/.obsidian/x.yml",
    ):
        save(small, name, "x")
    problems = read_editorial(small)[1]
    assert told([p for p in problems if p.severity != "note"]) == dict.fromkeys(
        [*STRAY, "editorial/event", "editorial/actors/empty", "editorial/cases/leak"], "file-stray"
    )
    for problem in problems:
        assert re.search(STRAY.get(problem.place.file, ""), problem.hint), str(problem)


def test_hidden_files_that_are_called_like_ours_are_noted(small):
    save(small, "seeds/.kol.txt")
    save(small, "editorial/actors/.xu.yml")
    (in_seeds,), (in_editorial,) = read_seeds(small / "seeds")[1], read_editorial(small)[1]
    assert (in_seeds.severity, in_seeds.code) == ("note", "seed-hidden")
    assert (in_editorial.severity, in_editorial.code) == ("note", "file-hidden")


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("小米回应。\n" * 170_000, True),
        ("word " * 200_001, True),
        ("小米回应。\n" * 166_000, False),
        ("\u00e9" * 1_000_000, False),
    ],
)
def test_a_text_that_is_too_long_for_a_page_is_told_before_anybody_waits_for_it(small, text, long):
    save(small, "seeds/long.txt", text)
    seeds, problems = read_seeds(small / "seeds")
    assert [(p.severity, p.place.file) for p in problems if p.code == "seed-long"] == [
        ("warning", "seeds/long.txt")
    ] * long
    assert "long" in {seed.id for seed in seeds}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "\ufeff",
        "\u200b\u2060\ufeff\u200d",
        "\u202e\u200f\u00a0\u3000",
        "\u3164\u115f\u2800\ufe0f",
        "\U000e0041\U000e007f",
    ],
)
def test_a_seed_in_which_nothing_can_be_seen_is_empty(small, text):
    save(small, "seeds/nothing.txt", text)
    (problem,) = read_seeds(small / "seeds")[1]
    assert problem.code == "seed-empty"


def test_a_text_that_is_there_twice_and_hardly_any_text_are_noted(small):
    shutil.copy(small / "seeds/kol-zh.txt", small / "seeds/same.txt")
    (small / "seeds/alike.txt").write_bytes(
        b"\xef\xbb\xbf" + (small / "seeds/leak-en.txt").read_bytes().replace(b"\n", b"\r\n")
    )
    save(small, "seeds/slip.txt", "小米")
    seeds, problems = read_seeds(small / "seeds")
    assert len(seeds) == 5 and {p.severity for p in problems} == {"note"}
    assert [str(p).partition(" [")[0].partition(". ")[0] for p in problems] == [
        "seeds/leak-en.txt – It is the same text as seeds/alike.txt",
        "seeds/same.txt – It is the same file as seeds/kol-zh.txt",
        "seeds/slip.txt – It has only 2 letters and figures",
    ]
