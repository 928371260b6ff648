"""The same docs/, templates/ and mkdocs.yml make the same pages in Zensical, which runs no hooks
and renders templates with MiniJinja.
"""

import re

import pytest

from build_tools.pipeline import build, publish
from tests.conftest import SITE, copy_project, run


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = copy_project(tmp_path_factory.mktemp("zensical") / "archive", SITE)
    publish(build(root), root)
    said = run(root, "zensical", "build")
    assert said.returncode == 0 and "error" not in said.stdout.lower(), said.stdout + said.stderr
    return root


def page(project, name: str) -> str:
    return (project / "site" / name).read_text(encoding="utf-8")


PAGES = (
    "index.html",
    "reading.html",
    "archive/sources/index.html",
    "archive/sources/kol-zh.html",
    "archive/cases/kol.html",
    "404.html",
)


def test_every_page_is_there_and_what_is_no_page_is_not(project):
    made = {
        path.relative_to(project / "docs").with_suffix(".html")
        for path in (project / "docs").rglob("*.md")
    }
    assert made <= {
        path.relative_to(project / "site") for path in (project / "site").rglob("*.html")
    }
    assert (project / "site/archive/schema/case.json").is_file() and (
        project / "site/archive/search/index.js"
    ).is_file()
    assert not (project / "site/archive/home.html").exists(), "a fragment"
    assert (project / "site/search.json").stat().st_size < 1000, "an index that nothing reads"


@pytest.mark.parametrize("name", PAGES)
def test_each_has_the_policy_the_choices_the_style_sheets_and_the_scripts(project, name):
    text = page(project, name)
    assert text.count('http-equiv="Content-Security-Policy"') == 1
    assert not re.search(r"<style|<script>|\sstyle=|\son[a-z]+=\"", text), (
        "what the policy would refuse"
    )
    assert re.findall(r'name="zh" value="(\w+)"', text) == ["hans", "tw", "hk"]
    assert re.findall(r'name="view" value="(\w+)"', text) == ["both", "en", "zh"]
    for asset in [
        *re.findall(
            r"^  - (assets/\S+)", (project / "mkdocs.yml").read_text(encoding="utf-8"), re.M
        ),
        "assets/first.js",
        "assets/print.css",
    ]:
        assert re.search(rf'(?:href|src)="[./]*{re.escape(asset)}"', text), asset
        assert (project / "site" / asset).is_file()
    assert "stylesheets/classic/main." in text, "the look that our style sheets build on"


def test_navigation_follows_the_choice_of_script(project):
    text = page(project, "reading.html")
    assert (
        '<span lang="en">How to read</span><span lang="zh-Hans">阅读说明</span><span lang="zh-Hant-TW">閱讀說明</span><span lang="zh-Hant-HK">閲讀説明</span>'
        in text
    )
    (tabs,) = re.findall(r'<ul class="md-tabs__list.*?</ul>', text, re.S)
    assert 'aria-current="page"' in tabs and "Home" not in tabs


def test_handwritten_pages_have_their_traditional_chinese(project):
    text = page(project, "reading.html")
    assert (
        text.count('lang="zh-Hant-TW"') == text.count('lang="zh-Hant-HK"') > 20
        and "怎樣讀本庫" in text
    )


def test_generated_pages_are_taken_as_they_are(project):
    body = (
        (project / "docs/archive/sources/kol-zh.md")
        .read_text(encoding="utf-8")
        .split("\n---\n", 1)[1]
        .strip()
    )
    assert body in page(project, "archive/sources/kol-zh.html")


def test_without_an_address_of_the_site_none_is_printed(project):
    assert 'class="cb-printed" data-address=""' in page(project, "reading.html")
