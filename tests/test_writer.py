"""docs/archive/ holds the pages that are made now: what was made before and is no more goes; what
somebody put there is told and stays; what lies beside it, and what has not changed, is not touched.
"""

import shutil

import pytest

from build_tools.pipeline import build, publish
from build_tools.writer import write
from tests.conftest import files_below

OURS = "docs/archive"
OWN = ("index.md", "teaching/seminar.md", "assets/own.css", "archive.md")
OLD = (
    "actors/gone.md",
    "search/text-99.js",
    "schemas/gone.json",
    "gone/deeper/picture.svg",
    "notes",
)


@pytest.fixture
def published(small):
    """The small archive with its pages, and pages of somebody's own beside them."""
    for name in OWN:
        (small / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (small / "docs" / name).write_text("Ours.\n", encoding="utf-8")
    publish(build(small), small)
    assert {f"docs/{name}" for name in OWN} < files_below(small).keys()
    return small


def test_what_no_page_is_called_goes_with_its_empty_folder_and_nothing_beside_the_pages_does(
    published,
):
    before = files_below(published)
    now = build(published)
    write(published, {**now.pages, **now.exports, **dict.fromkeys(OLD, "old")})
    assert files_below(published).keys() > before.keys()
    assert publish(build(published), published) == len(OLD)
    assert files_below(published) == before
    assert not (published / OURS / "gone").exists()


def test_what_somebody_put_among_the_pages_is_told_and_stays(published):
    theirs = ("notes.md", "sources/picture.png", "theirs/page.md")
    for name in theirs:
        (published / OURS / name).parent.mkdir(parents=True, exist_ok=True)
        (published / OURS / name).write_text("theirs", encoding="utf-8")
    (published / OURS / ".DS_Store").write_text("", encoding="utf-8")
    built = build(published)
    assert publish(built, published) == 0
    assert all((published / OURS / name).is_file() for name in theirs)
    assert [str(p) for p in built.faults] == [
        f"{OURS}/{name} – This file was not made by the build, which alone writes under docs/archive/; it is left there, and published. "
        "If it is of your own, move it elsewhere under docs/; else delete it. [page-not-ours]"
        for name in theirs
    ]


def test_many_such_files_are_one_problem_also_where_the_list_of_what_was_made_is_gone(published):
    now = build(published)
    write(published, {**now.pages, **now.exports, **dict.fromkeys(OLD, "old")})
    shutil.rmtree(published / ".cache")
    (problem,) = build(published).faults
    assert str(problem).startswith(f"{OURS} – {len(OLD)} files were not made by the build, ")
    assert all(f"{OURS}/{name}" in problem.what for name in OLD)
    publish(build(published), published)
    assert build(published).faults == (problem,), "what was not made here is not ours a build later"
    shutil.rmtree(published / OURS)
    assert build(published).faults == ()


def test_a_run_that_was_killed_leaves_nothing_that_is_taken_for_somebodys(published, monkeypatch):
    """Killed between the pages and the end."""

    class Killed(BaseException):
        pass

    def killed(*_):
        raise Killed

    now = build(published)
    with monkeypatch.context() as there:
        there.setattr("build_tools.writer._prune", killed)
        with pytest.raises(Killed):
            write(published, {**now.pages, **now.exports, "sources/half.md": "half"})
    assert build(published).faults == ()
    assert publish(now, published) == 1 and not (published / OURS / "sources/half.md").exists()


def test_a_page_that_has_not_changed_is_not_written_again(published):
    def written():
        return {
            path: (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in (published / OURS).rglob("*")
            if path.is_file()
        }

    before = written()
    assert publish(build(published), published) == 0 and written() == before
    seed = published / "seeds" / "kol-zh.txt"
    seed.write_text(
        seed.read_text(encoding="utf-8").replace("小米的反应很快", "小米的反应不慢"),
        encoding="utf-8",
    )
    changed = publish(build(published), published)
    assert (
        0
        < changed
        == len([path for path, state in written().items() if before.get(path) != state])
        < len(before)
    )
