"""Handwritten pages under docs/: what the pages' policy would silently keep from running or loading
is told with file and line.
"""

import shutil

import pytest

from build_tools.pipeline import build
from build_tools.readers.handwritten_pages import handwritten


def told(root, text: str, name: str = "page.md") -> list[str]:
    """What is said of a page under docs/: its line and the words."""
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / name).write_text(text, encoding="utf-8")
    return [f"{p.place.line}: {p.what}" for p in handwritten(root)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A\n\n<script>x()</script>", "3: “<script” runs"),
        ("<div markdown>\n\n<iframe src=x></iframe>\n\n</div>", "3: “<iframe” runs"),
        ("<link rel=stylesheet href=https://x.org/a.css>", "1: “<link” runs"),
        ('A\n<b onclick="x()">a</b>', "2: “onclick” is a script"),
        ("# A {: onmouseover=x }", "1: “onmouseover” is a script"),
        ("[a](javascript:alert(1))", "1: “javascript:alert(1)” is a script"),
        ("<a href='JavaScript:x'>a</a>", "1: “JavaScript:x” is a script"),
        ("[a](&#106;avascript:x)", "None: “javascript:x” is a script"),
        ("![](https://x.org/a.png)", "1: “https://x.org/a.png” is loaded"),
        ("![a][1]\n\n[1]: //x.org/a.png", "3: “//x.org/a.png” is loaded"),
        (
            "<img srcset='a.png 1x, https://x.org/b.png 2x'>",
            "1: “a.png 1x, https://x.org/b.png 2x” is loaded",
        ),
        ('<p style="color: red">a</p>', "1: “style=” is style"),
        ("<style>p {}</style>", "1: “<style” is style"),
    ],
)
def test_what_would_run_or_be_fetched_is_told_with_its_line(small, text, said):
    (found,) = told(small, text)
    assert found.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "`<script>` and `onclick=`",
        "```html\n<script>\n```",
        "    <iframe>",
        "[a](https://x.org) <https://x.org/onload=1>",
        "![](assets/a.png)",
        "1 < 2 and on = 3",
        "| a |\n|--:|\n| b |",
        "javascript: a language",
        "<div lang='en' markdown>\nA\n</div>",
        "&lt;script&gt;",
        "![](data:image/png;base64,AAAA)",
    ],
)
def test_what_only_speaks_of_it_is_not(small, text):
    assert told(small, text) == []


def test_style_sheets_and_pictures_are_read_too_and_generated_pages_are_not(small):
    assert told(
        small,
        "@import url(https://x.org/a.css);\np { background: url('//x.org/a.png'); color: red }",
        "page.css",
    ) == [
        "1: “https://x.org/a.css” is loaded from another host",
        "2: “//x.org/a.png” is loaded from another host",
    ]
    shutil.rmtree(small / "docs")
    assert [each[:12] for each in told(small, "<svg><script>x</script></svg>", "page.svg")] == [
        "1: “<script”"
    ]
    (small / "docs/archive").mkdir()
    (small / "docs/page.svg").rename(small / "docs/archive/page.svg")
    assert handwritten(small) == ()


def test_a_build_tells_it(small):
    told(small, "<script>x()</script>")
    assert [str(p) for p in build(small).faults] == [
        "docs/page.md:1 – “<script” runs, fetches or sends something. Take it away: the pages' policy lets nothing run that stands in a page. [page-active]"
    ]
