"""Comfort for `mkdocs build` and `mkdocs serve`: make the pages first, tell problems as MkDocs does."""

import logging
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from markupsafe import escape  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402

from build_tools.handwritten import with_traditional, words  # noqa: E402
from build_tools.messages import counted, that_takes_long  # noqa: E402
from build_tools.pipeline import build, publish  # noqa: E402
from build_tools.render import Compiled  # noqa: E402
from build_tools.serve.crash import tell_crashes  # noqa: E402
from build_tools.serve.server import set_up  # noqa: E402
from build_tools.serve.workbench import BENCH  # noqa: E402
from build_tools.stops import sentence_of  # noqa: E402

log = logging.getLogger("mkdocs.hooks.casebook")
_THEME = Compiled()
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.INFO}


def on_startup(command: str, dirty: bool) -> None:
    BENCH.dirty = dirty
    tell_crashes(ROOT)


def on_config(config: Any) -> Any:
    """What mkdocs.yml says of the site is text, and the theme prints it as it is: `Smith & Sons <PR>`."""
    config.site_name, config.site_description = (escape(text or "") for text in (config.site_name, config.site_description))
    return config


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """So are the titles of its navigation."""
    for each in (*nav.pages, *_sections(nav.items)):
        each.title = each.title and escape(each.title)
    return nav


def _sections(those: Iterable[Any]) -> Iterable[Any]:
    for each in those:
        if not each.is_page:
            yield each
            yield from _sections(each.children or ())


def on_env(env: Any, config: Any, files: Any) -> Any:
    env.bytecode_cache = _THEME
    return env


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> None:
    """And so is the title of a handwritten page."""
    if "title" in page.meta and not page.file.src_uri.startswith("archive/"):
        page.meta["title"] = escape(page.meta["title"])


def on_pre_build(config: Any) -> None:
    root = Path(config.config_file_path).parent
    words.cache_clear()
    built = build(root, _naming_long_ones)
    BENCH.remember(built)
    for problem in built.problems:
        log.log(_LEVELS[problem.severity], "%s", problem)
    if config.strict and built.faults:
        raise Abort(f"Strict: {counted(len(built.faults), 'problem')}; the pages stand as they were")
    publish(built, root)


def _naming_long_ones(what: str, those: Iterable[Any]) -> Iterable[Any]:
    for each in those:
        if said := that_takes_long(each):
            log.info(said)
        yield each


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    return html if page.file.src_uri.startswith("archive/") else with_traditional(html, Path(config.config_file_path).parent)


def on_build_error(error: Exception) -> None:
    """What stops a build and is no bug is said in one sentence."""
    if said := sentence_of(error):
        raise Abort(said) from error


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    return set_up(server, config)
