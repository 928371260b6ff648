"""Handwritten pages get their Traditional Chinese from a Markdown extension, in whatever program
renders them.
"""

from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from build_tools.site.handwritten import converted_by

PAGE = '## <span lang="en">Software</span> <span lang="zh-Hans">软件</span>\n\n<div lang="zh-Hans" markdown>\n发布会与`软件`\n</div>\n'


@pytest.fixture
def markdown(small, monkeypatch):
    """As a program renders a page of the small archive, with the extensions that matter here."""
    monkeypatch.chdir(small)
    converted_by.cache_clear()
    yield Markdown(
        extensions=["build_tools.site.traditional", "attr_list", "md_in_html", "footnotes", "toc"]
    )
    converted_by.cache_clear()


def test_each_chinese_element_is_followed_by_its_renditions_once(markdown):
    html = markdown.convert(PAGE)
    assert html.count('lang="zh-Hant-TW"') == html.count('lang="zh-Hant-HK"') == 2
    assert "發布會" in html or "發佈會" in html
    assert markdown.reset().convert(PAGE) == html, "a second page is no other"


def test_the_contents_list_keeps_the_words_of_the_heading(markdown):
    markdown.convert(PAGE)
    assert [each["name"] for each in markdown.toc_tokens] == ["Software 软件"]


class _Links(Treeprocessor):
    """What MkDocs and ProperDocs add to know the page."""

    file = SimpleNamespace(src_uri="archive/sources/kol-zh.md")


class _Context(Preprocessor):
    """What Zensical adds."""

    page = SimpleNamespace(path="archive/sources/kol-zh.md")

    def run(self, lines):
        return lines


@pytest.mark.parametrize("known_by", ["treeprocessors", "preprocessors"])
def test_a_generated_page_has_its_own_renditions_and_is_left_alone(markdown, known_by):
    if known_by == "treeprocessors":
        markdown.treeprocessors.register(_Links(markdown), "relpath", 0)
    else:
        markdown.preprocessors.register(_Context(markdown), "rendering_context", 0)
    assert "zh-Hant" not in markdown.convert('<p lang="zh-Hans">软件</p>')


def test_a_changed_glossary_is_read_again_when_the_words_are_let_go(markdown, small):
    page = '<p lang="zh-Hans">点赞机</p>'
    assert "按讚器" not in markdown.convert(page)
    (small / "editorial/rules/wording.yml").write_text(
        "words:\n  - {zh-Hans: 点赞机, zh-Hant-TW: 按讚器}\n", encoding="utf-8"
    )
    converted_by.cache_clear()
    assert "按讚器" in markdown.reset().convert(page)
