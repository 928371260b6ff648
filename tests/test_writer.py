"""docs/archive/ holds exactly the pages that are made now: what is old goes, whatever it is; what
lies beside it, and what has not changed, is not touched.
"""

import pytest

from build_tools.pipeline import build, publish
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
    for name in OLD:
        (published / OURS / name).parent.mkdir(parents=True, exist_ok=True)
        (published / OURS / name).write_text("old", encoding="utf-8")
    assert publish(build(published), published) == len(OLD)
    assert files_below(published) == before
    assert not (published / OURS / "gone").exists()


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
