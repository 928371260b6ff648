"""MkDocs' events before and around its own build: the archive's pages are made, and problems told
as MkDocs tells its own.
"""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from build_tools.messages.stops import sentence_of
from build_tools.messages.terminal import counted
from build_tools.model.problem import Problem
from build_tools.serve.workbench import BENCH
from build_tools.site import finished, handwritten
from build_tools.standing import up_to_date

log = logging.getLogger("mkdocs.hooks.casebook")
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.INFO}


def on_pre_build(config: Any) -> None:
    """Makes the archive's pages before MkDocs looks for any, and logs what is wrong."""
    root = Path(config.config_file_path).parent
    outcome, changed = up_to_date(root, _naming_long_ones, _log, config.strict)
    handwritten.remember(root, outcome.prose)
    BENCH.remember(outcome)
    finished.remember(outcome.pages)
    if changed is None:
        raise Abort(
            f"Strict: {counted(len(outcome.faults), 'problem')}; the pages stand as they were"
        )


def _log(problems: Iterable[Problem]) -> None:
    for problem in problems:
        log.log(_LEVELS[problem.severity], "%s", problem)


def _naming_long_ones(what: str, rows: Iterable[Any]) -> Iterable[Any]:
    from build_tools.messages.long_texts import that_takes_long

    for each in rows:
        if said := that_takes_long(each):
            log.info(said)
        yield each


def on_build_error(error: Exception) -> None:
    """What stops a build and is no bug is said in one sentence."""
    if said := sentence_of(error):
        raise Abort(said) from error
