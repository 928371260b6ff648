"""Where nothing can be built or written, a command says why in one sentence, and leaves everything
as it was.
"""

import ctypes
import os
import re
import resource
import shutil
import signal
import stat
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build, publish
from build_tools.writer import write, write_if_changed
from tests.conftest import ROOT, copy_small, files_below, run

COMMANDS = (
    ["build"],
    ["build", "--strict"],
    ["sync"],
    ["mentions", "kol-zh", "--confirm", "human"],
    ["names"],
    ["script"],
)


def sentence(root, *command) -> str:
    """What a command that must stop says, on stderr only."""
    result = CliRunner().invoke(main, [*command, "--root", str(root)])
    assert result.exit_code == 1 and result.stdout.strip() == "", result.output
    assert isinstance(result.exception, SystemExit), result.exception
    assert len(result.stderr.strip().splitlines()) == 1
    return result.stderr


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    root = copy_small(tmp_path_factory.mktemp("once") / "archive")
    publish(build(root), root)
    return root


@pytest.fixture
def published(once, tmp_path):
    """The small archive with its pages."""
    return shutil.copytree(once, tmp_path / "archive")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_that_is_no_archive_is_told_and_stays_empty(command, tmp_path):
    assert "There is no folder seeds/" in sentence(tmp_path, *command)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_without_a_text_nothing_is_built_and_nothing_deleted(command, published):
    for seed in (published / "seeds").iterdir():
        seed.unlink()
    before = files_below(published)
    assert "There is no text in" in sentence(published, *command)
    assert files_below(published) == before


def test_where_no_text_can_be_read_the_reason_is_told(published):
    for seed in (published / "seeds").iterdir():
        seed.write_bytes("小米回应".encode("gbk"))
    assert "kol-zh.txt:1 – From here on the file is not UTF-8" in sentence(published, "build")


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("seeds", "There is no folder seeds/"),
        ("editorial", "Not a directory"),
        ("editorial/actors", "editorial/actors is no folder"),
        ("templates", "There is no .*labels.yml"),
        (".cache", r"\.cache is a file, and a folder belongs there\. Delete it: .* is made anew"),
    ],
)
def test_a_file_where_a_folder_belongs_is_told(published, folder, said):
    before = files_below(published / "docs")
    shutil.rmtree(published / folder)
    (published / folder).write_text("x", encoding="utf-8")
    assert re.search(said, sentence(published, "build"))
    assert files_below(published / "docs") == before


def test_without_editorial_a_strict_build_fails(published):
    shutil.rmtree(published / "editorial")
    result = CliRunner().invoke(main, ["build", "--strict", "--root", str(published)])
    assert result.exit_code == 1 and "There is no folder editorial/" in result.output
    assert (published / "docs/archive/actors/xiaomi.md").exists()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("labels.yml", "a: b: c", "templates/labels.yml:1 – This cannot be read"),
        (
            "labels.yml",
            "home: {en: Home}\n",
            "templates/labels.yml:1 – The key “home › zh-Hans” is missing",
        ),
        ("labels.yml", "home: {en: Home, zh-Hans: 首页}\n", "no “abstract”, “actor”, “actors”, "),
        ("pages/actor.html", "<p>\n{% if %}", "actor.html:2 – This is no valid template"),
        (
            "pages/actor.html",
            "<p>\n{{ nothing.there }}",
            "actor.html:2 – The template cannot be filled in: 'nothing' is undefined",
        ),
        (
            "pages/actor.html",
            "<p>\n{{ 1 + 'a' }}",
            "actor.html:2 – The template cannot be filled in: unsupported operand",
        ),
        ("pages/actor.html", '{% include "gone.html" %}', "There is no template gone.html"),
        ("pages/actor.html", b"\xff", "actor.html is not UTF-8"),
    ],
)
def test_a_broken_template_is_told_with_its_place(published, file, text, said):
    before = files_below(published / "docs")
    (published / "templates" / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    assert said in sentence(published, "build")
    assert files_below(published / "docs") == before


def hindered(hinder: Callable[[], None], root: Path, report: Path) -> tuple[int, str]:
    """A strict build in a process of its own, once that has been hindered: its exit code and all
    that it says.
    """
    report.touch()
    report.chmod(0o666)
    child = os.fork()
    if child == 0:
        hinder()
        result = CliRunner().invoke(main, ["build", "--strict", "--root", str(root)])
        report.write_text(f"{result.output}{result.exception!r}", encoding="utf-8")
        os._exit(result.exit_code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), report.read_text(encoding="utf-8")


def _full_disk() -> None:
    """What a full disk is to a program: files end at 6,000 bytes, and the next write fails."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def _held_to_permissions() -> None:
    """Root may read and write everything. Without CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (Linux)
    it is held to what files allow, as everybody is.
    """
    if os.getuid() == 0:
        kernel, version, sets = (
            ctypes.CDLL(None),
            struct.pack("Ii", 0x20080522, 0),
            ctypes.create_string_buffer(24),
        )
        assert kernel.capget(ctypes.create_string_buffer(version), sets) == 0
        effective, permitted, *rest = struct.unpack("6I", sets.raw)
        kept = ~(1 << 1 | 1 << 2)
        assert (
            kernel.capset(
                ctypes.create_string_buffer(version),
                struct.pack("6I", effective & kept, permitted & kept, *rest),
            )
            == 0
        )


def test_on_a_full_disk_the_pages_stay_as_they_were(published, tmp_path):
    before = files_below(published / "docs")
    (published / "seeds/new.txt").write_text("小米随后在直播中再次回应了争议。", encoding="utf-8")
    code, output = hindered(_full_disk, published, tmp_path / "report")
    assert (
        code == 1
        and "cannot be written: File too large" in output
        and output.endswith("SystemExit(1)")
    ), output
    assert files_below(published / "docs") == before
    assert not list((published / ".cache").glob("writing-*"))


def test_where_a_page_cannot_be_put_nothing_is_deleted(small):
    write(small, {"a.md": "a", "b.md": "b"})
    (small / "docs/archive/c.md/held").mkdir(parents=True)
    with pytest.raises(Exception, match=r"c.md is a folder, and a file belongs there"):
        write(small, {"b.md": "new", "c.md": "c"})
    assert (small / "docs/archive/a.md").read_text(encoding="utf-8") == "a"


def _interrupted() -> None:
    """Ctrl-C comes in the middle of a file: when it has 6,000 bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))
    signal.signal(signal.SIGXFSZ, signal.default_int_handler)


def test_an_interrupted_run_leaves_no_half_page_and_no_temporary_file(published, tmp_path):
    (published / "seeds/new.txt").write_text("小米随后在直播中再次回应了争议。", encoding="utf-8")
    before = files_below(published)
    code, output = hindered(_interrupted, published, tmp_path / "report")
    assert code == 1 and "Aborted!" in output, output
    kept = ".cache/kept.sqlite"  # which may have grown
    assert files_below(published) | {kept: b""} == before | {kept: b""}


def test_what_a_killed_run_left_in_the_cache_goes_a_day_later(small):
    left = [small / ".cache" / name for name in ("writing-old", "writing-young")]
    for folder in left:
        folder.mkdir(parents=True)
    os.utime(left[0], (0, 0))
    write_if_changed(small, "editorial/rules/new.yml", "x")
    assert [folder.exists() for folder in left] == [False, True]


def test_a_file_that_is_written_anew_keeps_its_mode_and_no_other_file_ever_stands_beside_it(small):
    path = small / "editorial/actors/xiaomi.yml"
    path.chmod(0o640)
    listing = sorted(path.parent.iterdir())
    assert write_if_changed(small, "editorial/actors/xiaomi.yml", "x") and not write_if_changed(
        small, "editorial/actors/xiaomi.yml", "x"
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o640 and sorted(path.parent.iterdir()) == listing


@pytest.mark.parametrize("place", ["docs/archive", "docs", "docs/archive/sources"])
def test_nothing_is_written_or_deleted_behind_a_link(published, tmp_path, place):
    precious = tmp_path / "elsewhere"
    (precious / "archive").mkdir(parents=True)
    (precious / "archive/thesis.txt").write_text("years of work", encoding="utf-8")
    shutil.rmtree(published / place)
    (published / place).symlink_to(precious)
    before = files_below(precious)
    result = CliRunner().invoke(main, ["build", "--root", str(published)])
    assert (
        result.exit_code == 1
        and "is a link to another place; nothing is written or deleted there" in result.stderr
    )
    assert files_below(precious) == before


def test_a_link_among_the_pages_is_deleted_not_followed(small, tmp_path):
    write(small, {"a.md": "a"})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("x", encoding="utf-8")
    (small / "docs/archive/link").symlink_to(outside)
    assert write(small, {"a.md": "a"}) == 1
    assert not (small / "docs/archive/link").exists() and (outside / "kept.txt").exists()


@pytest.mark.parametrize(
    ("place", "mode", "said"),
    [
        ("seeds", 0o000, "seeds cannot be read or written: Permission denied"),
        ("editorial/actors", 0o000, "actors cannot be read or written: Permission denied"),
        ("docs/archive", 0o555, "cannot be written: Permission denied"),
        ("editorial/sources/kol-zh/source.yml", 0o000, "source.yml – The file may not be read"),
    ],
)
def test_what_may_not_be_read_or_written_is_told(published, tmp_path, place, mode, said):
    before = files_below(published / "docs")
    (published / "seeds/new.txt").write_text("小米随后在直播中再次回应了争议。", encoding="utf-8")
    (published / place).chmod(mode)
    code, output = hindered(_held_to_permissions, published, tmp_path / "report")
    (published / place).chmod(0o755)
    assert code == 1 and said in output and output.endswith("SystemExit(1)"), output
    assert files_below(published / "docs") == before


def test_mkdocs_stops_with_one_sentence_too(published):
    shutil.copytree(
        ROOT / "docs",
        published / "docs",
        ignore=shutil.ignore_patterns("archive"),
        dirs_exist_ok=True,
    )
    shutil.copytree(
        ROOT / "build_tools",
        published / "build_tools",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "mkdocs.yml", published)
    (published / "templates/labels.yml").write_text("a: b: c", encoding="utf-8")
    result = run(published, "mkdocs", "build", "--strict")
    said = result.stdout + result.stderr
    assert (
        result.returncode == 1
        and "templates/labels.yml:1 – This cannot be read" in said
        and "Traceback" not in said
    )
    assert not (published / "site").exists()


def test_a_handwritten_page_that_asks_for_a_file_elsewhere_is_told_in_a_sentence(published):
    shutil.copytree(
        ROOT / "docs",
        published / "docs",
        ignore=shutil.ignore_patterns("archive"),
        dirs_exist_ok=True,
    )
    shutil.copytree(
        ROOT / "build_tools",
        published / "build_tools",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "mkdocs.yml", published)
    with (published / "docs/teaching.md").open("a", encoding="utf-8") as page:
        page.write('\n--8<-- "../../mkdocs.yml"\n')
    result = run(published, "mkdocs", "build")
    said = result.stdout + result.stderr
    assert (
        result.returncode == 1
        and "teaching.md" in said
        and "asks for a file that is not among the pages" in said
        and "Traceback" not in said
    )
