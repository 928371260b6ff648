"""The review page of the script conversion: what an editor of Traditional Chinese should look
at.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_tools.pages.context import Page, PageContext
from build_tools.pages.excerpts import EACH, frequent
from build_tools.pages.view import View
from build_tools.stages.script_review import Context, ScriptReview


@dataclass(frozen=True, slots=True)
class ConversionPage(PageContext):
    """The page on which editors review what conversion between scripts did."""

    template = "script.html"
    review: ScriptReview
    frequent: Callable[[tuple[Context, ...]], tuple[Context, ...]]
    """Those of the contexts of a word that are printed."""
    each: int
    """How many places of a context are named."""


def pages(view: View) -> Iterator[Page]:
    """The one page."""
    context = ConversionPage(view.script_review, frequent, EACH)
    yield "script.md", {"title": "Script conversion 字形转换"}, view.page("", context)
