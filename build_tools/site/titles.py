"""MkDocs' events for what mkdocs.yml and handwritten pages call things: text, which the theme would
print as it is.
"""

from collections.abc import Iterable
from typing import Any

from markupsafe import escape


def on_config(config: Any) -> Any:
    """The site's name and description are text: `Smith & Sons <PR>`."""
    config.site_name, config.site_description = (
        escape(text or "") for text in (config.site_name, config.site_description)
    )
    return config


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """So are the titles of its navigation."""
    for each in (*nav.pages, *_sections(nav.items)):
        each.title = each.title and escape(each.title)
    return nav


def _sections(rows: Iterable[Any]) -> Iterable[Any]:
    for each in rows:
        if not each.is_page:
            yield each
            yield from _sections(each.children or ())


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> None:
    """And so is the title of a handwritten page."""
    if "title" in page.meta and not page.file.src_uri.startswith("archive/"):
        page.meta["title"] = escape(page.meta["title"])
