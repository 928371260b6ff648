"""Pages that were made finished pass Markdown by, and the site is the same to the byte."""

import re
import shutil

import pytest

from tests.conftest import SHOWCASE, copy_project, files_below, run


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = copy_project(tmp_path_factory.mktemp("finished") / "archive", SHOWCASE)
    said = run(root, "mkdocs", "build", "--quiet")
    assert said.returncode == 0, said.stdout + said.stderr
    return root


def test_the_site_is_what_markdown_would_make_of_it(project):
    here = files_below(project / "site")
    plain = re.sub(
        r"^hooks:\n(?:  - .*\n)+",
        "",
        (project / "mkdocs.yml").read_text(encoding="utf-8"),
        flags=re.M,
    )
    assert "mkdocs_hook" not in plain
    (project / "plain.yml").write_text(plain, encoding="utf-8")
    said = run(
        project,
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        "plain.yml",
        "--site-dir",
        "plain",
        PYTHONPATH=str(project),
    )
    assert said.returncode == 0, said.stdout + said.stderr
    there = files_below(project / "plain")
    shutil.rmtree(project / "plain")
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_a_page_that_somebody_else_put_there_is_read_as_markdown(project):
    own = project / "docs" / "archive" / "own-words.md"
    own.write_text("# Own words\n\n*Mine.*\n", encoding="utf-8")
    run(project, "mkdocs", "build", "--quiet")
    if own.exists():  # and kept
        assert "<em>Mine.</em>" in (project / "site/archive/own-words.html").read_text(
            encoding="utf-8"
        )


def test_a_link_to_a_place_that_a_finished_page_lacks_is_told(project):
    home = project / "docs" / "reading.md"
    text = home.read_text(encoding="utf-8")
    home.write_text(
        text
        + "\n[there](archive/colophon.md#figures) [nowhere](archive/colophon.md#no-such-place)\n",
        encoding="utf-8",
    )
    said = run(project, "mkdocs", "build")
    home.write_text(text, encoding="utf-8")
    told = said.stdout + said.stderr
    assert "does not contain an anchor '#no-such-place'" in told and "#figures" not in told
