"""Headings of handwritten pages have addresses that say what they are."""

import pytest
from mkdocs.config import load_config

from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("heading", "address"),
    [
        ("怎样引用", "怎样引用"),
        ("引用与公允：四点", "引用与公允四点"),
        ("How to cite", "how-to-cite"),
        ("Search it 搜索", "search-it-搜索"),
    ],
)
def test_a_heading_in_either_language_has_a_speaking_address(heading, address):
    assert (
        load_config(str(ROOT / "mkdocs.yml"))["mdx_configs"]["toc"]["slugify"](heading, "-")
        == address
    )
