"""Persons whom a text of the first five leaves anonymous stay so: the archive has no record of them
and names them nowhere.
"""

import re

import yaml

from tests.conftest import ROOT, parsed

TOLD_IN = "000_d82e5c46edea4b3a"
PRIVATE = re.compile(
    r"包某某|关某某?|關某某?|\bBao\b|\bGuan\b|so-and-so|Guan Mou|Feitian|飞天面神|1933769|soft media new friend|a mix of rice|flowers on the forest"
)
"""Persons whom seed 000 leaves anonymous, and the readers whom it thanks for tips."""
QUOTING = {"quote", "prefix", "suffix", "parallel"}
"""Keys under which a record repeats what a text says."""


def _own_words(element) -> str:
    """The archive's own words on a page: without quoted segments and quotations, and without
    addresses.
    """
    quoted = element.tag in ("q", "script", "style") or element.classes & {"cb-kwic"}
    return (
        ""
        if quoted
        else "".join(c if isinstance(c, str) else _own_words(c) for c in element.children)
    )


def test_no_page_but_the_text_s_own_names_them(built):
    for name, page in built.pages.items():
        assert not PRIVATE.search(name)
        if name.endswith((".md", ".html")) and name != f"sources/{TOLD_IN}.md":
            named = PRIVATE.search(_own_words(parsed(page)))
            assert not named, f"{name}: {named[0]}"


def test_no_card_of_the_search_bears_their_name(built):
    for name, text in built.pages.items():
        if name.startswith("search/records-"):
            assert not (found := PRIVATE.search(text)), f"{name}: {found[0]}"


def _said(node) -> str:
    """All that a record says itself."""
    if isinstance(node, dict):
        return "\n".join(_said(value) for key, value in node.items() if key not in QUOTING)
    return "\n".join(map(_said, node)) if isinstance(node, list) else str(node)


def test_no_record_that_rests_on_the_text_names_them_not_even_one_added_since():
    for path in (ROOT / "editorial").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if TOLD_IN in text and path.parent.parent.name != "sources":
            found = PRIVATE.search(
                f"{path.stem}\n{_said(yaml.load(text, Loader=yaml.CSafeLoader))}"
            )
            assert not found, f"{path.relative_to(ROOT)}: {found[0]}"
            assert not re.search(r"bao-|guan-mou|^(?:bao|guan)\b|so-and-so", path.stem), path.name
