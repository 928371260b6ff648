"""Comfort for `mkdocs build` and `mkdocs serve`: make the pages first, tell problems as MkDocs
does.
"""

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_tools.messages.crash import tell_crashes  # noqa: E402
from build_tools.render.templates import Compiled  # noqa: E402
from build_tools.serve.server import set_up  # noqa: E402
from build_tools.serve.workbench import BENCH  # noqa: E402
from build_tools.site.finished import on_post_page, on_pre_page  # noqa: E402, F401
from build_tools.site.pages_first import on_build_error, on_pre_build  # noqa: E402, F401  (MkDocs finds events by their names)
from build_tools.site.titles import on_config, on_nav, on_page_markdown  # noqa: E402, F401

_THEME = Compiled()


def on_startup(command: str, dirty: bool) -> None:
    """Notes how MkDocs was started, and sees to it that a crash is told plainly."""
    BENCH.dirty = dirty
    tell_crashes(ROOT)


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Lets the theme's templates be read once and kept."""
    env.bytecode_cache = _THEME
    return env


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Makes the server show an edited file at once."""
    return set_up(server, config)
