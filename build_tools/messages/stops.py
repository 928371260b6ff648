"""What the machine or a template refuses, said in one sentence instead of a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EEXIST, EISDIR, ENOTDIR, EPERM, EROFS
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from build_tools.model.problem import Stopped
from build_tools.model.visible import in_one_line


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """Turns what is no bug of ours into Stopped: a folder that may not be read, a full disk, a
    broken template.
    """
    try:
        yield
    except Exception as why:
        said = sentence_of(why)
        if said is None or isinstance(why, Stopped):
            raise
        raise Stopped(said) from why


def sentence_of(why: Exception) -> str | None:
    """What to say of an error, in one line; nothing of a bug, which must show where it is.

    >>> sentence_of(PermissionError(13, "Permission denied", "seeds")), sentence_of(ValueError())
    ('seeds cannot be read or written: Permission denied', None)
    """
    said = _said(why)
    return said and in_one_line(said)


def _said(why: Exception) -> str | None:
    if isinstance(why, Stopped):
        return str(why)
    if isinstance(why, TemplateNotFound):
        asking = [
            frame for frame in extract_tb(why.__traceback__) if frame.filename.endswith(".html")
        ]
        place = f"{asking[-1].filename}:{asking[-1].lineno} – " if asking else ""
        return f"{place}There is no template {why.name}. Restore it in templates/, or correct what names it"
    if isinstance(why, OSError):
        file = Path(str(why.filename2 or why.filename or "A file"))
        in_cache = ".cache" in file.parts
        hint = (
            ". Delete .cache: what belongs there is made anew"
            if in_cache and why.errno in (EEXIST, EISDIR, ENOTDIR)
            else ". Give yourself the right to write in .cache; what belongs there is made anew if you delete it"
            if in_cache and why.errno in (EACCES, EPERM, EROFS)
            else ""
        )
        return f"{file} cannot be read or written: {why.strerror or why}{hint}"
    if isinstance(why, TemplateSyntaxError):
        return f"{why.filename or why.name}:{why.lineno} – This is no valid template: {why.message}"
    if (
        type(why).__name__ == "SnippetMissingError"
    ):  # of Markdown's snippets, which only MkDocs loads
        return f"A handwritten page under docs/ asks for a file that is not among the pages: {why}. Correct its line that begins with --8<--"
    frames = extract_tb(why.__traceback__)
    lines = [frame for frame in frames if frame.filename.endswith(".html")]
    if lines and (isinstance(why, TemplateError) or lines[-1] is frames[-1]):
        return f"{lines[-1].filename}:{lines[-1].lineno} – The template cannot be filled in: {why}"
    return None
