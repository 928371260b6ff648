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
        ("A\n\n<script>x()</script>", "3: “<script” may run"),
        ("<div markdown>\n\n<iframe src=x></iframe>\n\n</div>", "3: “<iframe” may run"),
        ("<link rel=stylesheet href=https://x.org/a.css>", "1: “<link” may run"),
        ('A\n<b onclick="x()">a</b>', "2: “onclick” is a script"),
        ("# A {: onmouseover=x }", "1: “onmouseover” is a script"),
        ("[a](javascript:alert(1))", "1: “javascript:alert(1)” is a script"),
        ("<a href='JavaScript:x'>a</a>", "1: “JavaScript:x” is a script"),
        ("[a](&#106;avascript:x)", "1: “javascript:x” is a script"),
        ("A\n\n[a](java&#9;script:x)", "3: “java\tscript:x” is a script"),
        ("`javascript:x`\n\n[a](<javascript:x>)", "3: “javascript:x” is a script"),
        ("A\n\n<a href='&#x6a;ava\nscript&colon;x'>a</a>", "3: “java\nscript:x” is a script"),
        ("<a href='vbscript:x'>a</a>", "1: “vbscript:x” is a script"),
        ("[a](data:text/html,x)", "1: “data:text/html,x” is a script"),
        ("[a](C:\\a.pdf)", "1: “C:\\a.pdf” leads nowhere"),
        ("![](/\\x.org/a.png)", "1: “/\\x.org/a.png” is loaded"),
        ("![](file:///a.png)", "1: “file:///a.png” is no file"),
        ("A\n<a href='b.md' ping='https://x.org'>a</a>", "2: “ping” is no attribute"),
        ("[a](b.md){: ping=/collect }", "1: “ping” is no attribute"),
        ("<video poster=//x.org/a.png></video>", "1: “<video” may run"),
        ("<button formaction=https://x.org>a</button>", "1: “<button” may run"),
        ("<table background=https://x.org/a.png></table>", "1: “background” is no attribute"),
        ("<html manifest=a.appcache></html>", "1: “manifest” is no attribute"),
        ("<meta http-equiv=refresh content='0;url=https://x.org'>", "1: “<meta” may run"),
        ("<base href=https://x.org>", "1: “<base” may run"),
        ("Write <name> here", "1: “<name” may run"),
        (
            "<svg><use xlink:href='https://x.org/a.svg#b'/></svg>",
            "1: “https://x.org/a.svg#b” is loaded",
        ),
        ("<svg><rect fill='url(//x.org/a.svg#b)'/></svg>", "1: “url(//x.org/a.svg#b)” is loaded"),
        ("<svg><animate attributeName=href to=javascript:x /></svg>", "1: “<animate” may run"),
        ("<p id=__config>{}</p>", "1: “__config” is a name of the theme's own"),
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
        "A\n\njavascript: a language",
        "[a](mailto:a@x.org) [b](tel:1) [c](../b.md#c) [d](http://x.org)",
        "<svg viewBox='0 0 1 1'><rect fill='url(#a)'/></svg>",
        "<details open><summary>a</summary></details>",
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
        "docs/page.md:1 – “<script” may run, fetch or send something. Take it away: the pages' policy lets nothing run that stands in a page; or, if it is text, write `&lt;` for `<`. [page-active]"
    ]


def test_a_style_sheet_says_no_other_host_in_codes_or_comments(small):
    text = "/* https://x.org */ p { background: \\75 rl(ht\\74 ps://x.org/a.png); mask: image-set('//y.org/b.png') }"
    assert told(small, text, "page.css") == [
        "1: “https://x.org/a.png” is loaded from another host",
        "1: “//y.org/b.png” is loaded from another host",
    ]


def test_a_file_of_any_other_kind_that_is_text_is_read_as_a_page(small):
    assert told(small, "<a:script xmlns:a='http://www.w3.org/1999/xhtml'>x</a:script>", "page.xml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "---\ntitle: A\ntemplate: nosuch.html\n---\n\nA\n",
            "3: There is no template “nosuch.html”",
        ),
        ("---\ntemplate: ../main.html\n---\n", "2: There is no template “../main.html”"),
        ("---\ntitle: A: B\n---\n\nA\n", "2: The head of the page is not valid from here on"),
        ("---\ntitel: A\n---\n", "2: Nothing reads “titel”"),
        ("---\ntitle: [A]\n---\n", "2: “title” is text, and this is not"),
        ("---\nhide: 5\n---\n", "2: “hide” is a list, and this is not"),
        ("---\ntitle: A\n\nText\n", "1: The head of the page has no end"),
        ("Note: see below\nText\n", "1: “Note: see below” is taken for the head"),
    ],
)
def test_what_is_wrong_in_the_head_of_a_page_is_told_with_its_line(small, text, said):
    (found,) = told(small, text)
    assert found.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\ntemplate: main.html\nhide:\n  - toc\n---\n\nA\n",
        "---\n\nA line above\n",
        "# Note: a heading\n",
        "\nNote: text\n",
    ],
)
def test_what_is_right_in_the_head_of_a_page_is_not_told(small, text):
    assert told(small, text) == []
