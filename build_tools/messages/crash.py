"""A crash in one sentence: what broke off, in which file and line of ours."""

import sys
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from click import ClickException
from mkdocs.exceptions import MkDocsException

from build_tools.messages.stops import sentence_of
from build_tools.model.visible import in_one_line

_PROGRAM = Path(__file__).resolve().parents[2]


def sentence(why: BaseException, root: Path) -> str:
    """What went wrong and where, without a full stop. What MkDocs or a command says in its own
    words stays so, and what the machine or a template refuses is said as everywhere.

    >>> try:
    ...     {}["小米"]
    ... except KeyError as why:
    ...     print(sentence(why, Path("/archive")))
    KeyError: '小米' (<doctest build_tools.messages.crash.sentence[0]>, line 2)
    """
    refused = sentence_of(why) if isinstance(why, Exception) else None
    said = (refused or in_one_line(str(why)) or "no reason given").replace(f"{root}/", "")
    if refused or isinstance(why, (MkDocsException, ClickException, SystemExit)):
        return said.rstrip(".!")
    file, line = _place(why, root)
    return f"{type(why).__name__}: {said} ({file}, line {line})"


def _place(why: BaseException, root: Path) -> tuple[str, int]:
    """The innermost line of the archive's or the program's own files that was being run; of another
    program's, if none was.
    """
    frames = extract_tb(why.__traceback__)
    own = [(name, frame.lineno or 0) for frame in frames if (name := _own(frame.filename, root))]
    others = [
        (
            frame.filename.replace("\\", "/").partition("site-packages/")[2] or frame.filename,
            frame.lineno or 0,
        )
        for frame in frames
    ]
    return (own or others or [("nowhere", 0)])[-1]


def _own(file: str, root: Path) -> str:
    """The file's name from the archive's or the program's folder; nothing, if it is in neither, or
    no file at all.
    """
    path = Path(file).resolve()
    folder = next((each for each in (root, _PROGRAM) if path.is_relative_to(each)), None)
    return (
        path.relative_to(folder).as_posix()
        if folder and "site-packages" not in path.parts and not file.startswith("<")
        else ""
    )


def tell_crashes(root: Path) -> None:
    """From now on a crash of this program ends, below what developers need, with a sentence for
    everybody else.
    """

    def tell(kind: type[BaseException], why: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, why, trace)
        if issubclass(kind, Exception):
            print(
                f"\nThe program broke off: {sentence(why, root)}. That is a fault of the program or of a template, not of your texts.",
                file=sys.stderr,
            )

    sys.excepthook = tell
