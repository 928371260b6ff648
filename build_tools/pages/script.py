"""The review page of the script conversion: what an editor of Traditional Chinese should look
at.
"""

from collections.abc import Iterator
from typing import Any

from build_tools.pages.excerpts import EACH, frequent
from build_tools.pages.view import View


def pages(view: View) -> Iterator[tuple[str, dict[str, Any], str]]:
    """(name under docs/archive/, front matter, body) of the one page."""
    yield (
        "script.md",
        {"title": "Script conversion 字形转换"},
        view.page("pages/script.html", "", review=view.script, frequent=frequent, each=EACH),
    )
