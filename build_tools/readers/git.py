"""What Git would do to the seeds: on Windows it may rewrite line ends, and a seed's bytes must
stay.
"""

import re
from fnmatch import fnmatchcase
from pathlib import Path

from build_tools.model.problem import Place, Problem, warning

_A_SEED = "seeds/a.txt"
_KEEPS = {"-text": True, "binary": True, "text": False, "text=auto": False, "!text": False}
"""Attributes that decide whether Git leaves line ends alone."""


def seeds_in_git(root: Path) -> tuple[Problem, ...]:
    """A warning where the archive is a Git checkout whose .gitattributes lets Git rewrite seeds."""
    if not (root / ".git").exists():
        return ()
    files = [
        root / ".gitattributes",
        root / "seeds" / ".gitattributes",
        root / ".git" / "info" / "attributes",
    ]
    rules = [
        rule
        for file in files
        if file.is_file()
        for rule in _rules(
            file.read_text(encoding="utf-8", errors="replace"),
            "seeds/" if file.parent.name == "seeds" else "",
        )
    ]
    kept = [
        _KEEPS[name]
        for pattern, names in rules
        if _matches(pattern)
        for name in names
        if name in _KEEPS
    ]
    if kept and kept[-1]:
        return ()
    return (
        warning(
            Place(".gitattributes"),
            "seed-unprotected",
            "Git may change the line ends of seeds when they are fetched on Windows",
            "Write the line `seeds/** -text` there",
        ),
    )


def _rules(text: str, folder: str) -> list[tuple[str, list[str]]]:
    """(pattern, attributes) of each line. Later ones win."""
    lines = [
        line.split()
        for line in text.splitlines()
        if line.strip() and not line.lstrip().startswith("#")
    ]
    return [
        (folder + pattern.lstrip("/") if folder else pattern, names) for pattern, *names in lines
    ]


def _matches(pattern: str) -> bool:
    """Whether a pattern of .gitattributes covers the seeds.

    >>> [_matches(pattern) for pattern in ("seeds/**", "/seeds/*", "*.txt", "*", "editorial/**", "seeds")]
    [True, True, True, True, False, False]
    """
    path = _A_SEED if "/" in pattern.strip("/") or pattern.startswith("/") else Path(_A_SEED).name
    return fnmatchcase(path, re.sub(r"\*\*/?", "*", pattern.lstrip("/")))
