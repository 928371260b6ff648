"""A crash in one sentence: what broke off, in which file and line of ours."""

import sys
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from click import ClickException
from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import MkDocsException


def sentence(why: BaseException, root: Path) -> str:
    """What went wrong and where, without a full stop. What MkDocs or a command says in its own words stays so.

    >>> try:
    ...     {}["小米"]
    ... except KeyError as why:
    ...     print(sentence(why, Path("/archive")))
    KeyError: '小米' (<doctest build_tools.serve.crash.sentence[0]>, line 2)
    """
    said = " ".join(str(why).split()) or "no reason given"
    if isinstance(why, (MkDocsException, ClickException, SystemExit)):
        return said.rstrip(".!")
    file, line = _place(why, root)
    return f"{type(why).__name__}: {said} ({file}, line {line})"


def _place(why: BaseException, root: Path) -> tuple[str, int]:
    """The innermost line of the archive's own files that was being run; of another program's, if none was."""
    if isinstance(why, TemplateSyntaxError):
        return _short(why.filename or why.name or "a template", root), why.lineno
    frames = extract_tb(why.__traceback__)
    own = [frame for frame in frames if _is_own(frame.filename, root)]
    last = (own or frames or [None])[-1]
    return (_short(last.filename, root), last.lineno or 0) if last else ("nowhere", 0)


def _is_own(file: str, root: Path) -> bool:
    return Path(file).is_relative_to(root) and "site-packages" not in file


def _short(file: str, root: Path) -> str:
    """The file from the archive's folder, or from where Python keeps its packages."""
    path = Path(file)
    return path.relative_to(root).as_posix() if _is_own(file, root) else file.replace("\\", "/").partition("site-packages/")[2] or file


def tell_crashes(root: Path) -> None:
    """From now on a crash of this program ends, below what developers need, with a sentence for everybody else."""
    def tell(kind: type[BaseException], why: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, why, trace)
        if issubclass(kind, Exception):
            print(f"\nThe program broke off: {sentence(why, root)}. That is a fault of the program or of a template, not of your texts.", file=sys.stderr)

    sys.excepthook = tell
