"""What the machine or the developers' own files refuse, said in one sentence instead of a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateSyntaxError

from build_tools.model.problem import Stopped


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """Turns what is no fault of an editor, and no bug, into Stopped: a folder that may not be read, a broken template."""
    try:
        yield
    except TemplateSyntaxError as why:
        raise Stopped(f"{why.filename or why.name}:{why.lineno} – This is no valid template: {why.message}") from why
    except TemplateError as why:
        raise Stopped(f"{_in_template(why)} – The template cannot be filled in: {why.message}") from why
    except OSError as why:
        raise Stopped(said_of(why)) from why


def said_of(why: OSError) -> str:
    """The machine's refusal, with the file that it is about."""
    return f"{Path(why.filename2 or why.filename or 'A file')} cannot be read or written: {why.strerror or why}"


def _in_template(why: TemplateError) -> str:
    """The innermost line of a template that was being filled in."""
    frames = [frame for frame in extract_tb(why.__traceback__) if frame.filename.endswith(".html")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "templates"
