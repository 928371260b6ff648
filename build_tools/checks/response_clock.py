"""response-moment: a turn of a case's response that nothing dates, that is over before what it
answers, or whose days are narrowed without a reason.
"""

from collections.abc import Iterator

from build_tools.model.dates import is_backward
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error, warning
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each turn of a response that cannot be set on the clock."""
    for id, case in editorial.cases.items():
        trigger = (
            case.response.trigger.when(editorial.events, editorial.claims)
            if case.response and case.response.trigger
            else None
        )
        for key, moment in case.response.moments() if case.response else ():
            place = editorial.place("cases", id, "response", key)
            if not moment.event and not moment.claim:
                yield error(
                    place,
                    "response-moment",
                    f"`{key}` of the case “{id}” names neither an event nor a claim",
                    "Add `event:` or `claim:`; leave the key out where the sources tell of nothing",
                )
            if moment.within and not moment.note:
                yield error(
                    place,
                    "response-moment",
                    f"`{key}` of the case “{id}” has days of its own without a reason",
                    "Say in `note` where the sources give them",
                )
            when = moment.when(editorial.events, editorial.claims)
            if moment.claim in editorial.claims and not moment.event and not when:
                yield warning(
                    place,
                    "response-moment",
                    f"`{key}` of the case “{id}” rests on the claim “{moment.claim}”, which has no date",
                    "Give the claim its `date`, or name an event",
                )
            if is_backward(trigger, when):
                yield error(
                    place,
                    "response-moment",
                    f"`{key}` of the case “{id}” ({when}) is over before the trigger ({trigger})",
                    "Correct the dates, or name another event or claim",
                )
