"""What a build tells of what it made: figures, and on which page each record is shown."""

from collections.abc import Iterable

from build_tools.language.chinese.convert import Converter
from build_tools.model.archive import Archive
from build_tools.model.outcome import Outcome, Prose
from build_tools.model.problem import Problem
from build_tools.pages.figures import figures
from build_tools.pages.shelves import shelves


def outcome_of(
    archive: Archive,
    converter: Converter,
    pages: Iterable[str],
    exports: Iterable[str],
    problems: tuple[Problem, ...],
) -> Outcome:
    """All that is told, without the archive itself."""
    homes = {each.cleaned.seed.file: f"sources/{id}.md" for id, each in archive.sources.items()}
    homes |= {
        f"editorial/{kind}s/{id}.yml": f"{kind}s/{shelf}.md"
        for (kind, id), shelf in shelves(archive).items()
    }
    prose = Prose(converter.protected, converter.names, archive.regional)
    return Outcome(problems, figures(archive), tuple(pages), tuple(exports), homes, prose)
