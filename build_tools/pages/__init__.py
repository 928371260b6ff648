"""Archive -> page texts: one file for each kind of page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NoReturn

from build_tools.kept import key_of
from build_tools.language.chinese.convert import Converter
from build_tools.model.archive import Archive
from build_tools.model.problem import Stopped
from build_tools.model.record import Bilingual, Passage
from build_tools.pages import (
    agreement,
    as_known,
    cards,
    clock,
    coded,
    concepts,
    conversion,
    hubs,
    marks,
    matrix,
    network,
    records,
    source,
    timeline,
)
from build_tools.pages.backlinks import backlinks
from build_tools.pages.shelves import shelves
from build_tools.pages.sigla import sigla
from build_tools.pages.view import View, targets
from build_tools.pages.watched import Watch, watched
from build_tools.render.templates import as_page, environment
from build_tools.stages.script_review import ScriptReview
from build_tools.stages.wording import in_every_language, in_script

_MAKERS = (
    source,
    cards,
    marks,
    records,
    hubs,
    conversion,
    timeline,
    network,
    clock,
    as_known,
    concepts,
    coded,
    matrix,
    agreement,
)


def view_of(
    archive: Archive,
    labels: dict[str, Bilingual],
    converter: Converter,
    cited: dict[Passage, str],
    review: ScriptReview,
    templates: Path,
) -> View:
    """What templates need to show the archive."""

    @cache
    def say(text: Bilingual) -> dict[str, str]:
        return in_every_language(text, converter, archive.regional)

    watch = Watch()
    view = View(
        archive=archive,
        environment=environment(templates),
        labels=_Labels({key: say(label) for key, label in labels.items()}),
        say=say,
        convert=lambda words: in_script(words, converter),
        cited_at=cited,
        targets=targets(archive),
        backlinks=backlinks(archive, cited),
        script_review=review,
        shelves=shelves(archive),
        sigla=sigla(archive.sources),
        watch=watch,
    )
    return replace(watched(view, watch), archive=watched(archive, watch))


def pages_rest_on(templates: Path, archive: Archive, converter: Converter) -> bytes:
    """What stands for all that every page rests on beside the records: templates, words, and what is written how."""
    files = [
        (path.relative_to(templates).as_posix(), path.read_bytes())
        for path in sorted(templates.rglob("*"))
        if path.is_file()
    ]
    return key_of(files, archive.settings, archive.regional, archive.spoken, converter.words)


class _Labels(dict[str, dict[str, str]]):
    """The words of our own interface. One that a page needs and nobody has written stops the
    build.
    """

    def __missing__(self, key: str) -> NoReturn:
        raise Stopped(f"templates/labels.yml has no “{key}”, which a page needs. Restore it")


@dataclass(frozen=True, slots=True)
class Making:
    """A page that is made only if something that it shows has changed."""

    front: dict[str, str]
    body: Callable[[], str]

    def text(self) -> str:
        return as_page(self.front, self.body())


def all_pages(view: View) -> Iterator[tuple[str, str | Making]]:
    """Every page as (name under docs/archive/, text, or what makes it)."""
    for kind in _MAKERS:
        for name, front, body in kind.pages(view):
            yield name, Making(front, body) if callable(body) else as_page(front, body)
