"""Work on many texts on all cores, in any executor of `concurrent.futures`."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from errno import ENOENT
from functools import lru_cache
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from build_tools.kept import Kept, key_of, packed, unpacked
from build_tools.model.work import Task

_WORTH_IT = 300_000
"""Characters from which on other processes pay: each takes a second to start."""
_AT_ONCE = 30_000
"""Characters that a process is given at once."""
_AHEAD = 3
"""Portions that wait for each process: enough to keep it busy, few enough to hold in memory."""
_MANY = 150
"""Functions from which on copies of the process pay."""
_TOGETHER = 8
"""Functions that a copy is given at once."""
_jobs: Sequence[Callable[[], Any]] = ()
Prepare = Callable[[Any], Any]
"""What all tasks share -> the tools."""
Work = Callable[[Any, Task], Any]
"""A function at the top of a file, so that another process finds it: (tools, task) -> what becomes of the task."""


def results(
    work: Work,
    tasks: Sequence[Task],
    tools: Any,
    prepare: Prepare,
    common: Any,
    kept: Kept,
) -> Iterator[Any]:
    """What becomes of each task, in order. Another process makes the tools for itself, by `prepare(common)`."""
    cores = os.cpu_count() or 1
    if cores < 2 or sum(task.size for task in tasks) < _WORTH_IT:
        yield from (work(tools, task) for task in tasks)
        return
    key = key_of("common", common)
    kept.add({key: packed(common)})
    with ProcessPoolExecutor(cores, get_context("spawn"), _begin) as pool:
        yield from _in(pool, cores * _AHEAD, work, tasks, prepare, kept.folder, key)


def forked(jobs: Sequence[Callable[[], Any]]) -> Iterator[Any]:
    """What each of these functions gives, in order: in copies of this process where they are many and the system can copy
    one, so that nothing that they rest on has to be sent. What fails there is done here, so that its fault is told whole.
    """
    global _jobs
    cores = os.cpu_count() or 1
    if cores < 2 or len(jobs) < _MANY or not sys.platform.startswith("linux"):
        yield from (job() for job in jobs)
        return
    _jobs = jobs
    gc.freeze()  # what is not looked at is not copied
    try:
        with ProcessPoolExecutor(cores, get_context("fork"), _begin) as pool:
            done = pool.map(_called, range(len(jobs)), chunksize=_TOGETHER)
            yield from (made[0] if made else job() for job, made in zip(jobs, done, strict=True))
    finally:
        gc.unfreeze()
        _jobs = ()


def _called(number: int) -> tuple[Any, ...]:
    try:
        return (_jobs[number](),)
    except Exception:
        return ()


def _in(
    pool: Executor,
    ahead: int,
    work: Work,
    tasks: Sequence[Task],
    prepare: Prepare,
    folder: Path,
    key: bytes,
) -> Iterator[Any]:
    portions = _portions(tasks)
    waiting: list[Future[bytes]] = []
    try:
        for portion in portions:
            waiting.append(pool.submit(_worked, work, portion, prepare, folder, key))
            if len(waiting) >= ahead:
                yield from unpacked(waiting.pop(0).result())
        while waiting:
            yield from unpacked(waiting.pop(0).result())
    finally:
        for each in waiting:
            each.cancel()


def _portions(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    portion: list[Task] = []
    size = 0
    for task in tasks:
        portion.append(task)
        size += task.size
        if size >= _AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _worked(work: Work, tasks: list[Task], prepare: Prepare, folder: Path, key: bytes) -> bytes:
    tools = _tools(prepare, folder, key)
    return packed([work(tools, task) for task in tasks])


@lru_cache(1)
def _tools(prepare: Prepare, folder: Path, key: bytes) -> Any:
    found = Kept(folder).found([key])
    if key not in found:
        raise FileNotFoundError(
            ENOENT, "it was deleted while the command ran. Run the command again", str(folder)
        )
    return prepare(unpacked(found[key]))


def _begin() -> None:
    """In another process: Ctrl-C is for the one that was started, and where that is killed, this ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
