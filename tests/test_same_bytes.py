"""Same input, same bytes: in whatever order Python keeps its sets, which is another one in each
process.
"""

import shutil

from tests.conftest import ROOT, SHOWCASE, files_below, run


def test_pages_problems_and_search_files_are_the_same_in_whatever_order_sets_are_kept(tmp_path):
    root = shutil.copytree(SHOWCASE, tmp_path / "archive")
    shutil.copytree(ROOT / "templates", root / "templates")
    for n in range(4):
        (root / "editorial" / "actors" / f"slip-{n}.yml").write_text(
            "kind: nobody\n", encoding="utf-8"
        )
    made = []
    for order in "12":
        done = run(root, "build_tools", "build", PYTHONHASHSEED=order)
        assert done.returncode == 0, done.stderr
        made.append((done.stdout.partition("sources")[0], files_below(root / "docs" / "archive")))
        shutil.rmtree(root / "docs")
    assert len(made[0][1]) > 50
    for said, files in made[1:]:
        assert said == made[0][0]
        assert [
            name for name in files | made[0][1] if files.get(name) != made[0][1].get(name)
        ] == []
