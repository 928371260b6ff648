"""MkDocs' events before and around its own build: the archive's pages are made, and problems told
as MkDocs tells its own.
"""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from build_tools.messages.stops import sentence_of
from build_tools.messages.terminal import counted, that_takes_long
from build_tools.pipeline import build, publish
from build_tools.serve.workbench import BENCH
from build_tools.site import finished
from build_tools.site.handwritten import converted_by

log = logging.getLogger("mkdocs.hooks.casebook")
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.INFO}


def on_pre_build(config: Any) -> None:
    """Makes the archive's pages before MkDocs looks for any, and logs what is wrong."""
    root = Path(config.config_file_path).parent
    converted_by.cache_clear()
    built = build(root, _naming_long_ones)
    BENCH.remember(built)
    finished.remember(built.pages)
    for problem in built.problems:
        log.log(_LEVELS[problem.severity], "%s", problem)
    if config.strict and built.faults:
        raise Abort(
            f"Strict: {counted(len(built.faults), 'problem')}; the pages stand as they were"
        )
    publish(built, root)


def _naming_long_ones(what: str, rows: Iterable[Any]) -> Iterable[Any]:
    for each in rows:
        if said := that_takes_long(each):
            log.info(said)
        yield each


def on_build_error(error: Exception) -> None:
    """What stops a build and is no bug is said in one sentence."""
    if said := sentence_of(error):
        raise Abort(said) from error
