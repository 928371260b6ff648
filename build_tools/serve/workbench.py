"""What the last build told, and how it looks on a page that is being worked on."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from html import escape
from pathlib import PurePosixPath

from build_tools.model.addresses import of_record
from build_tools.model.outcome import Outcome
from build_tools.model.problem import Problem
from build_tools.model.record_kinds import RECORD_KINDS

HOME = "index.html"
_MOST = 200
"""Problems on one page: a broken rule can have thousands."""
_KINDS = {kind.folder: kind for kind in RECORD_KINDS}
_OF_A_RECORD = re.compile(
    rf"editorial/({'|'.join(('sources', *_KINDS))})/([^/]+?)(?:\.ya?ml)?(?:/|$)"
)
"""A file about one record: editorial/actors/lei-jun.yml,
editorial/sources/kol-zh/emendations.yml.
"""


class Workbench:
    """The problems by the address of the page that each is about, and what broke off, if anything
    did.
    """

    def __init__(self) -> None:
        self.by_address: dict[str, tuple[Problem, ...]] = {}
        self.pages: frozenset[str] = frozenset()
        """The addresses of the pages that there are."""
        self.crash = ""
        self.dirty = False
        """Whether `mkdocs serve --dirty` renders only what changed."""

    def remember(self, outcome: Outcome) -> None:
        found: dict[str, list[Problem]] = defaultdict(list)
        for problem in outcome.problems:
            found[_address(problem.place.file, outcome.homes)].append(problem)
        self.pages = frozenset(map(_html, outcome.pages))
        self.by_address = {address: tuple(problems) for address, problems in found.items()}

    @property
    def homeless(self) -> list[Problem]:
        """About no page that there is."""
        return [
            problem
            for address, problems in self.by_address.items()
            if address not in self.pages
            for problem in problems
        ]

    def panel(self, address: str, there: bool, up: str) -> str:
        """What stands at the head of the page with this address; `up` leads from it to the first
        page.

        The first page has all problems, those about no page first. An address without a page has
        its own, or else those.
        """
        crash = (
            f"<p><strong>The last build broke off:</strong> {escape(self.crash)}. {_STILL}</p>"
            if self.crash
            else ""
        )
        own = self.by_address.get(address, ())
        if address == HOME:
            elsewhere = [
                (page, problem)
                for page, problems in self.by_address.items()
                if page in self.pages
                for problem in problems
            ]
            listed = [
                *(("", problem) for problem in self.homeless),
                *sorted(elsewhere, key=lambda each: each[1].order),
            ]
        else:
            listed = [("", problem) for problem in (own if there or own else self.homeless)]
        if not listed:
            return _framed(crash) if crash else ""
        lines = "".join(_line(problem, page and up + page) for page, problem in listed[:_MOST])
        more = (
            f"<p>… and {len(listed) - _MOST} more; the terminal has all.</p>"
            if len(listed) > _MOST
            else ""
        )
        shown = self.homeless if address == HOME else [problem for _, problem in listed]
        unfolded = " open" if any(problem.severity != "note" for problem in shown) else ""
        return _framed(
            f"{crash}<details{unfolded}><summary>{_counted([problem for _, problem in listed])}</summary><ol>{lines}</ol>{more}</details>"
        )


_STILL = "You see the pages of the last complete build. Save any file to build again."


def _framed(content: str) -> str:
    return f'<aside class="cb-workbench" lang="en" aria-label="Workbench: what the last build says">{content}</aside>'


def _line(problem: Problem, page: str) -> str:
    """One problem: how grave, where, what, what to do, its code; with a link if it is about another
    page.
    """
    said = str(problem).removeprefix(f"{problem.place} – ").removesuffix(f" [{problem.code}]")
    link = f' <a href="{escape(page)}">its page</a>' if page else ""
    return (
        f'<li class="cb-{problem.severity}"><b>{problem.severity}</b> <code>{escape(str(problem.place))}</code> '
        f'<small>{escape(problem.code)}{link}</small><span class="cb-said">{escape(said)}</span></li>'
    )


def _counted(problems: list[Problem]) -> str:
    """The heading: `Workbench: 1 error, 2 warnings`."""
    count = Counter(problem.severity for problem in problems)
    return "Workbench: " + ", ".join(
        f"{n} {kind}{'s' if n > 1 else ''}"
        for kind in ("error", "warning", "note")
        if (n := count[kind])
    )


def _html(name: str) -> str:
    """The address of a page from its name under docs/archive/."""
    return (
        f"archive/{PurePosixPath(name).with_suffix('.html')}"
        if name.endswith(".md")
        else f"archive/{name}"
    )


def _address(file: str, homes: Mapping[str, str]) -> str:
    """The page that a file's problems are about, whether it is there or not; the first page if they are about none."""
    if file in homes:
        return _html(homes[file])
    if file.startswith("docs/archive/"):
        return _html(file.removeprefix("docs/archive/"))
    if file.startswith("seeds/"):
        from build_tools.readers.seeds import seed_id  # of a text that became no source

        return f"archive/sources/{seed_id(PurePosixPath(file).stem)}.html"
    found = _OF_A_RECORD.match(file)
    if not found:
        return HOME
    folder, id = found[1], found[2]
    if folder != "sources" and not _KINDS[folder].has_page:
        return HOME
    return f"archive/{of_record('source' if folder == 'sources' else _KINDS[folder].id, id)}"


BENCH = Workbench()
"""The one of this program: MkDocs reads its hooks anew at each build, but not this."""
