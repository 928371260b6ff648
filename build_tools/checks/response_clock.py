"""response-moment: a turn of a case's response that nothing dates, or whose days are narrowed without a reason."""

from collections.abc import Iterator

from build_tools.checks.references import moments
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed
from build_tools.readers.editorial import Editorial


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    for id, case in editorial.cases.items():
        for key, moment in moments(case.response) if case.response else ():
            place = editorial.place("cases", id, "response", key)
            if not moment.event and not moment.claim:
                yield error(place, "response-moment", f"`{key}` of the case “{id}” names neither an event nor a claim",
                            "Add `event:` or `claim:`; leave the key out where the sources tell of nothing")
            if moment.within and not moment.note:
                yield error(place, "response-moment", f"`{key}` of the case “{id}” has days of its own without a reason", "Say in `note` where the sources give them")
