"""date-outside: an event on days when the larger one that it is a part of was not, or a turn of a
case on days when its event was not.
"""

from collections.abc import Iterator

from build_tools.model.dates import Date, is_backward
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, warning
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each event or turn whose days cannot be true beside those of the larger one."""
    for id, event in editorial.events.items():
        parent = editorial.events.get(event.parent or "")
        if parent and _never_meet(event.date, parent.date):
            yield warning(
                editorial.place("events", id, "date"),
                "date-outside",
                f"“{id}” ({event.date}) is a part of “{parent.id}”, which was at another time ({parent.date})",
                "Correct one of the dates, or `parent`",
            )
    for id, case in editorial.cases.items():
        for key, moment in case.response.moments() if case.response else ():
            turn = editorial.events.get(moment.event or "")
            if turn and moment.within and _never_meet(turn.date, moment.within):
                yield warning(
                    editorial.place("cases", id, "response", key, "within"),
                    "date-outside",
                    f"`{key}` of the case “{id}” is narrowed to {moment.within}, and its event “{turn.id}” was at another time ({turn.date})",
                    "Correct one of the dates, or `event`",
                )


def _never_meet(one: Date, other: Date) -> bool:
    """Whether no day can be one of both. A date in doubt, or without its year, may be any.

    >>> [_never_meet(Date(one), Date("2026-01-05/2026-01-07")) for one in ("2026-01", "2026-01-08", "2026-01-08?", "XXXX-12", "2025")]
    [False, True, False, False, True]
    """
    return not (one.is_doubtful or other.is_doubtful) and (
        is_backward(one, other) or is_backward(other, one)
    )
