"""Archive -> page texts: one file for each kind of page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from build_tools.checks import printed
from build_tools.kept import key_of
from build_tools.language.chinese.convert import Converter
from build_tools.model.archive import Archive
from build_tools.model.printed import Printed
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
    dossiers,
    hubs,
    marks,
    matrix,
    network,
    records,
    source,
    timeline,
)
from build_tools.pages.backlinks import backlinks
from build_tools.pages.context import Body
from build_tools.pages.remembering import Job, Remembering
from build_tools.pages.shelves import shelves
from build_tools.pages.sigla import sigla
from build_tools.pages.view import View, targets
from build_tools.pages.watched import Watch, watched
from build_tools.render.templates import as_page, environment
from build_tools.stages.script_review import ScriptReview
from build_tools.stages.wording import in_every_language, in_script

_ASKED = re.compile(r'\b(?:l|both|heading|intro|word)\("([a-z0-9-]*[a-z0-9])"')
"""`{{ l("codings") }}`, `heading("events", "events")`: keys of labels as templates name them."""
_MAKERS = (
    source,
    cards,
    marks,
    records,
    dossiers,
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
        labels=_Labels(labels, say, templates),
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
    """The words of our own interface, each put into every language when it is first asked for. One that a page needs and
    nobody has written stops the build.
    """

    def __init__(
        self,
        labels: dict[str, Bilingual],
        say: Callable[[Bilingual], dict[str, str]],
        templates: Path,
    ) -> None:
        super().__init__()
        self._labels = labels
        self._say = say
        self._templates = templates

    def __missing__(self, key: str) -> dict[str, str]:
        if key not in self._labels:
            lacking = sorted({key, *self._asked()} - self._labels.keys())
            raise Stopped(
                f"templates/labels.yml has no {', '.join(f'“{each}”' for each in lacking)}, which pages need. "
                "Restore what is gone"
            )
        words = self[key] = self._say(self._labels[key])
        return words

    def _asked(self) -> Iterator[str]:
        """Every key that a template names."""
        for path in self._templates.rglob("*.html"):
            yield from _ASKED.findall(path.read_text(encoding="utf-8"))

    def __contains__(self, key: object) -> bool:
        return key in self._labels

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)


@dataclass(frozen=True, slots=True)
class Making:
    """A page that is made only if something that it shows has changed."""

    front: dict[str, str]
    body: Body

    def text(self) -> str:
        return as_page(self.front, self.body())

    def printed(self) -> Printed:
        return printed(self.text())


def all_pages(view: View, remembering: Remembering) -> Iterator[tuple[str, Printed]]:
    """Every page as (name under docs/archive/, what is written there)."""
    found = [
        (name, as_page(front, body) if isinstance(body, str) else Making(front, body))
        for kind in _MAKERS
        for name, front, body in kind.pages(view)
    ]
    made = remembering.each(
        Job(f"page/{name}", (page.front, page.body.given), page.printed)
        for name, page in found
        if isinstance(page, Making)
    )
    for name, page in found:
        yield name, printed(page) if isinstance(page, str) else next(made)
