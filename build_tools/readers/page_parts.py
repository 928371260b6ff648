"""What a handwritten page may be made of. Whatever is not named here is told: HTML has more ways to run,
fetch or send something than a list of them would hold.
"""

import re
from html.parser import HTMLParser

_PROSE = frozenset(
    [
        "a",
        "abbr",
        "aside",
        "article",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "body",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "picture",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ]
)
_DRAWING = frozenset(
    [
        "circle",
        "clippath",
        "defs",
        "desc",
        "ellipse",
        "g",
        "line",
        "lineargradient",
        "marker",
        "mask",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "radialgradient",
        "rect",
        "stop",
        "svg",
        "symbol",
        "text",
        "textpath",
        "title",
        "tspan",
        "use",
    ]
)
_ATTRIBUTES = frozenset(
    [
        "align",
        "alt",
        "cite",
        "class",
        "colspan",
        "datetime",
        "decoding",
        "dir",
        "download",
        "headers",
        "height",
        "hidden",
        "hreflang",
        "id",
        "lang",
        "loading",
        "markdown",
        "media",
        "name",
        "open",
        "rel",
        "reversed",
        "role",
        "rowspan",
        "scope",
        "sizes",
        "span",
        "start",
        "tabindex",
        "target",
        "title",
        "translate",
        "type",
        "value",
        "width",
        "xml:lang",
    ]
)
"""Of elements of prose, besides addresses and `data-…`, `aria-…`, `xmlns…`."""
_ADDRESSES = frozenset({"href", "xlink:href", "src", "srcset"})
_FOLLOWED = re.compile(r"(?:https?|mailto|tel):(?!\s*$)", re.I)
"""Addresses that a reader may be led to: `https://example.org`, `mailto:a@example.org`."""
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.I)
"""`https:` of `https://example.org`, `c:` of `C:/pictures/a.png`."""
_FOREIGN = re.compile(r"(?:https?:)?//", re.I)
"""The address of another host: `https://cdn.example.org/a.png`, `//cdn.example.org/a.png`."""
_NAMED_IN = re.compile(r"url\(\s*[\"']?(?!#)", re.I)
"""What an attribute of a drawing takes from elsewhere: `url(https://x.org/a.svg#b)`, not `url(#b)`."""
_CUT = re.compile(r"[\t\r\n]")

OWN = "Put the file into docs/assets/ and name it there: a page loads nothing from another host"
_STYLE = "Write it into a file of docs/assets/ that mkdocs.yml names: within a page the pages' policy keeps it from acting"
_AWAY = "Take it away: the pages' policy lets nothing run that stands in a page"
_NO_PART = f"{_AWAY}; or, if it is text, write `&lt;` for `<`"

Fault = tuple[str, str, str]
"""(words in the page, what is wrong, hint)."""


class Parts(HTMLParser):
    """Collects the faults of a page, in their order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[Fault] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "style" or any(name == "style" for name, _ in attributes):
            words = "<style" if tag == "style" else "style="
            self.faults.append((words, "is style within a page", _STYLE))
        elif tag not in _PROSE | _DRAWING:
            self.faults.append((f"<{tag}", "may run, fetch or send something", _NO_PART))
        for name, value in attributes:
            if name != "style":
                self.faults += _of_attribute(tag, name, value or "")

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)


def _of_attribute(tag: str, name: str, value: str) -> list[Fault]:
    if name.startswith("on"):
        return [(name, "is a script in an attribute", _AWAY)]
    if name in _ADDRESSES:
        words, what = value.strip(), _of_address(tag, name, value)
        hint = OWN if what == _LOADED else _LEADS
        return [(words, what, hint)] if what and tag in _PROSE | _DRAWING else []
    if name in ("id", "name") and value.startswith("__"):
        return [
            (value, "is a name of the theme's own", "Take another: the theme would find it here")
        ]
    if tag in _DRAWING and tag not in _PROSE:
        inside = not _NAMED_IN.search(value) and not _FOREIGN.search(value)
        return [] if inside or name.startswith("xmlns") else [(value.strip(), _LOADED, OWN)]
    if name in _ATTRIBUTES or name.startswith(("data-", "aria-", "xmlns")) or not _known(tag):
        return []
    return [
        (
            name,
            f"is no attribute that <{tag}> may have in a page: it may run, fetch or send something",
            "Take it away",
        )
    ]


def _known(tag: str) -> bool:
    """Whether the element itself is no fault; of one that is, the attributes need not be told."""
    return tag in _PROSE | _DRAWING


_LOADED = "is loaded from another host"
_SCRIPT = "is a script in an address"
_LEADS = "Write the address of a page or file of the site, or one that begins with https://"


def _of_address(tag: str, name: str, value: str) -> str:
    """What is wrong with an address, if anything; browsers pass over blanks around it and line breaks
    within it, and take `\\` for `/`.

    >>> _of_address("a", "href", " java\\tscript:x"), _of_address("img", "src", "\\\\\\\\x.org/a.png")
    ('is a script in an address', 'is loaded from another host')
    """
    addresses = value.split(",") if name == "srcset" else [value]
    for each in addresses:
        address = _CUT.sub("", each).strip("".join(map(chr, range(33)))).replace("\\", "/")
        scheme = _SCHEME.match(address)
        if tag == "a":
            if scheme and not _FOLLOWED.match(address):
                return _SCRIPT if _runs(scheme["scheme"]) else "leads nowhere"
        elif _FOREIGN.match(address):
            return _LOADED
        elif scheme and not address.lower().startswith("data:image/"):
            return _SCRIPT if _runs(scheme["scheme"]) else "is no file of the site"
    return ""


def _runs(scheme: str) -> bool:
    return scheme.lower().endswith("script") or scheme.lower() == "data"


_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_ESCAPED = re.compile(r"\\(?:(?P<number>[0-9a-f]{1,6})[ \t\n]?|(?P<sign>[^0-9a-f\n]))", re.I)
"""A character as a style sheet may write it: `\\75 rl(` is `url(`."""
_DRAWN = re.compile(r"url\(\s*([\"']?)data:image/.*?\1\s*\)", re.I | re.S)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^\s\"')]+", re.I)
"""`https://x.org/a.css` or `//x.org/a.png`, wherever it stands."""


def in_style_sheet(text: str) -> list[Fault]:
    """Addresses of other hosts: outside comments and pictures that are part of it, a style sheet
    has no others.
    """
    text = _DRAWN.sub("", _ESCAPED.sub(_meant, _COMMENT.sub("", text)))
    return [(match[0], _LOADED, OWN) for match in _ELSEWHERE.finditer(text)]


def _meant(match: re.Match[str]) -> str:
    number = int(match["number"], 16) if match["number"] else 0
    return match["sign"] or (chr(number) if 0 < number < 0x110000 else "\ufffd")
