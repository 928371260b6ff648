"""Where nothing has changed, the pages stand as they are; and anything that has changed is seen."""

import os

import pytest

from build_tools import pipeline
from build_tools.kept import Kept
from build_tools.standing import up_to_date
from tests.conftest import SITE, copy_small, run


@pytest.fixture
def archive(tmp_path):
    root = copy_small(tmp_path / "archive")
    made(root)
    return root


def made(root, strict=False):
    """(problems told, files changed) of a build."""
    told = []
    outcome, changed = up_to_date(root, lambda what, those: those, told.extend, strict)
    assert tuple(told) == outcome.problems
    return told, changed


def files(root):
    return {
        path.relative_to(root): path.read_bytes()
        for path in (root / "docs" / "archive").rglob("*")
        if path.is_file()
    }


def test_nothing_is_made_where_nothing_has_changed_and_all_is_told_as_before(archive, monkeypatch):
    (archive / "docs" / "archive" / "mine.md").write_text("Mine.\n", encoding="utf-8")
    before = [*pipeline.build(archive).problems]
    monkeypatch.setattr(pipeline, "build", None)
    assert made(archive) == (before, 0)
    assert "page-not-ours" in [problem.code for problem in before]


def test_a_strict_build_of_nothing_new_still_fails_for_faults(archive):
    (archive / "editorial" / "actors" / "xu-jieyun.yml").write_text("id: [\n", encoding="utf-8")
    told, changed = made(archive)
    assert changed
    assert made(archive, strict=True) == (told, None)


def spoilt(root):
    (root / "docs" / "archive" / "colophon.md").write_text("Spoilt.\n", encoding="utf-8")


def gone(root):
    (root / "docs" / "archive" / "colophon.md").unlink()


def all_gone(root):
    for path in sorted((root / "docs" / "archive").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def list_gone(root):
    (root / ".cache" / "made-under-docs-archive.txt").unlink()


@pytest.mark.parametrize("damage", [spoilt, gone, all_gone, list_gone])
def test_pages_that_are_not_as_they_were_made_are_made_anew(archive, damage):
    before = files(archive)
    damage(archive)
    made(archive)
    assert files(archive) == before


def seed(root):
    (root / "seeds" / "kol-zh.txt").open("a", encoding="utf-8").write("再添一句。\n")


def folder(root):
    (root / "editorial" / "sources" / "nobody").mkdir()


def template(root):
    (root / "templates" / "labels.yml").open("a", encoding="utf-8").write("# A remark.\n")


def handwritten(root):
    (root / "docs" / "page.md").write_text("<script>1</script>\n", encoding="utf-8")


def git(root):
    (root / ".git").mkdir()


@pytest.mark.parametrize("edit", [seed, folder, template, handwritten, git])
def test_whatever_a_build_reads_is_looked_at(archive, monkeypatch, edit):
    (archive / "docs").mkdir(exist_ok=True)
    edit(archive)
    asked = []
    real = pipeline.build
    monkeypatch.setattr(pipeline, "build", lambda *given: asked.append(1) or real(*given))
    made(archive)
    made(archive)
    assert asked == [1], "made once more, and then it stands"


def test_where_a_link_lies_everything_goes_its_usual_way(archive, monkeypatch):
    os.symlink(SITE, archive / "docs" / "elsewhere")
    made(archive)
    monkeypatch.setattr(pipeline, "build", None)
    with pytest.raises(TypeError):
        made(archive)


def test_what_stands_is_looked_for_in_an_instant(archive):
    """Without loading what makes pages."""
    loaded = run(archive, "build_tools", "build", PYTHONPROFILEIMPORTTIME="1").stderr
    assert "build_tools.standing" in loaded
    assert "build_tools.pipeline" not in loaded
    assert "build_tools.model.editorial" not in loaded


def test_a_store_that_was_thrown_away_costs_only_time(archive):
    before = files(archive)
    (Kept(archive / ".cache").folder / "kept.sqlite").unlink()
    assert made(archive)[1] == 0
    assert files(archive) == before
