"""Templates can be read: lines that fit, and a first comment that says what is shown and from
what.
"""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parent.parent / "templates"
LONGEST = 120
_IMPORTED = re.compile(r'\{% from ".+?" import (.+?) with context %\}')
"""`{% from "parts/words.html" import l, link with context %}`."""
PAGES, PARTS = (sorted((TEMPLATES / folder).glob("*.html")) for folder in ("pages", "parts"))


@pytest.mark.parametrize(
    "path",
    [*PAGES, *PARTS, *sorted((TEMPLATES / "parts" / "kinds").glob("*.html"))],
    ids=lambda path: path.name,
)
def test_a_template_says_first_what_it_shows_and_its_lines_fit(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("{#")
    assert path in PARTS or "\n   Context: " in text.partition("#}")[0]
    assert [line for line in text.splitlines() if len(line) > LONGEST] == []


@pytest.mark.parametrize("path", [*PAGES, *PARTS], ids=lambda path: path.name)
def test_a_template_imports_only_what_it_calls(path):
    """But what it includes may call it too."""
    text = path.read_text(encoding="utf-8")
    imported = [name for names in _IMPORTED.findall(text) for name in names.split(", ")]
    if "{% include" not in text:
        assert [name for name in imported if not re.search(rf"\b{name}\(", text)] == []


@pytest.mark.parametrize(
    "path", sorted((TEMPLATES.parent / "docs" / "assets").glob("*.css")), ids=lambda path: path.name
)
def test_lines_of_a_style_sheet_fit(path):
    assert [
        line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > LONGEST
    ] == []
