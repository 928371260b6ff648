"""PlaceOf the reports begin of which a seed has several; and how an editor is told of words that a seed
has not.
"""

from collections.abc import Callable

from build_tools.model.problem import Place, Problem, error
from build_tools.model.quote import locate, not_found_hint
from build_tools.model.source import Report
from build_tools.model.text import Seed

PlaceOf = Callable[..., Place]
"""Says where a key of the editors' record stands: `place("reports", 0)`."""


def unfound(
    seed: Seed, quote: str, key: str, place: Place, prefix: str = "", suffix: str = ""
) -> Problem:
    """The problem of words that the record quotes under a key, and the seed has not."""
    around = " with that prefix and suffix" if prefix or suffix else ""
    return error(
        place,
        "quote-not-found",
        f"“{quote}” ({key}) is not in {seed.file}{around}",
        not_found_hint(seed.text, quote, prefix, suffix),
    )


def report_starts(
    seed: Seed, reports: tuple[Report, ...], place: PlaceOf, problems: list[Problem]
) -> list[int]:
    """Where each report starts that is found, at the head of a line and behind the one before it."""
    starts: list[int] = []
    for number, report in enumerate(reports):
        after = starts[-1] if starts else -1
        at = next(
            (a for a, _ in locate(seed.text, report.starts) if a > after and _opens_line(seed, a)),
            None,
        )
        if at is None:
            problems.append(
                unfound(
                    seed,
                    report.starts,
                    "reports, in the order of the seed",
                    place("reports", number),
                )
            )
            continue
        starts.append(at)
    return starts


def _opens_line(seed: Seed, at: int) -> bool:
    return not seed.text[seed.text.rfind("\n", 0, at) + 1 : at].strip()


def report_at(starts: list[int], offset: int) -> int | None:
    """The number, from 0, of the report in which an offset lies; None before the first."""
    return max((n for n, at in enumerate(starts) if at <= offset), default=None)
