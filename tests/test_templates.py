"""Templates can be read: lines that fit, and a first comment that says what is shown and from
what.
"""

from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parent.parent / "templates"
LONGEST = 120
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


@pytest.mark.parametrize(
    "path", sorted((TEMPLATES.parent / "docs" / "assets").glob("*.css")), ids=lambda path: path.name
)
def test_lines_of_a_style_sheet_fit(path):
    assert [
        line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > LONGEST
    ] == []
