"""Templates filled in, and made into files that MkDocs leaves as they are."""

import json
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from build_tools.model.problem import Stopped
from build_tools.model.visible import visible
from build_tools.render.markup import shown

_BLANK_LINES = re.compile(r"\n\s*\n")
_BREAKS_YAML = re.compile("[\u2028\u2029\ufffe\uffff]")
"""What may stand in JSON but ends a line, or the reading, of YAML."""


class Compiled(BytecodeCache):
    """Templates compiled before, by name: in this process, and beside Python's own compiled files, which
    are trusted as they are. Compiling takes 0.4 s, and the theme's another 0.4 s, for every command.
    """

    def __init__(self, folder: Path = Path(__file__).parent / "__pycache__") -> None:
        self._kept: dict[str, bytes] = {}
        self._folder = folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return sha256(name.encode()).hexdigest()[:16]

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept, unless the template or Python has changed: the bucket looks at its sum."""
        try:
            bucket.bytecode_from_string(
                self._kept.get(bucket.key) or self._file(bucket).read_bytes()
            )
        except Exception:  # none there, or damaged: it is compiled anew
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps it; a folder that cannot be written to keeps nothing."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
        if sys.dont_write_bytecode:
            return
        file = self._file(bucket)
        with suppress(OSError):
            file.parent.mkdir(exist_ok=True)
            with NamedTemporaryFile(dir=file.parent, delete=False) as written:
                written.write(self._kept[bucket.key])
            os.replace(written.name, file)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{sys.implementation.cache_tag}.template"


_COMPILED = Compiled()


class _Templates(FileSystemLoader):
    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as why:
            raise Stopped(f"templates/{template} is not UTF-8. Save it as UTF-8") from why


def environment(templates: Path) -> Environment:
    """Jinja for our own templates; seed text only ever enters as values."""
    return Environment(
        loader=_Templates(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )


def as_page(front: dict[str, str], body: str) -> str:
    """A Markdown file that Markdown leaves alone: front matter and one HTML block without blank
    lines.

    Without front matter it is a fragment, for another page to take in. Values are escaped here, for
    the theme puts them into <title> and the search list as they are. Control characters that came
    with an editor's text become visible.
    """
    body = visible(body)
    if not front:
        return _BLANK_LINES.sub(chr(10), body.strip()) + "\n"
    head = "\n".join(
        f"{key}: {_BREAKS_YAML.sub(_escape, json.dumps(shown(value), ensure_ascii=False))}"
        for key, value in front.items()
    )
    return f"---\n{head}\n---\n\n{_BLANK_LINES.sub(chr(10), body.strip())}\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
