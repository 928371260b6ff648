"""What a check finds in a record of which something faulty was taken out, and what of that is a
fault of its own.
"""

from collections.abc import Iterable, Iterator

from build_tools.model.editorial import Editorial, Lines
from build_tools.model.problem import Problem


def apart_from_faults(
    found: Iterable[Problem], faults: Iterable[Problem], editorial: Editorial
) -> Iterator[Problem]:
    """The problems that stand in an entry in which no fault was told: what is wrong there is wrong
    whatever becomes of the fault.

    An entry is the innermost list entry around it, or the key of the record: of a record with a
    fault in `names`, what is wrong in the second of its `aliases` is told, too. Of a record with
    another's id nothing is: it is a copy, whose words are the other's.
    """
    loaded = {each.file: each for each in editorial.loaded()}
    faulty_lines: dict[str, set[int | None]] = {}
    for fault in faults:
        faulty_lines.setdefault(fault.place.file, set()).add(fault.place.line)
    for problem in found:
        file = loaded.get(problem.place.file)
        if not file:
            continue
        faulty = faulty_lines.get(problem.place.file, set())
        lines = _entry(file.lines, problem.place.line)
        if lines and not faulty & {file.lines.get(("id",)), *lines}:
            yield problem


def _entry(lines: Lines, line: int | None) -> range:
    """The lines of the entry in which a line stands; none, of the record itself.

    >>> _entry({("a",): 2, ("a", 0): 3, ("a", 0, "b"): 3, ("a", 0, "c"): 4, ("a", 1): 5}, 4)
    range(3, 5)
    """
    way = min((way for way, at in lines.items() if at == line and way), key=len, default=())
    inner = max((n for n, step in enumerate(way) if isinstance(step, int)), default=0)
    entry = way[: inner + 1]
    within = [at for other, at in lines.items() if entry and other[: len(entry)] == entry]
    return range(min(within), max(within) + 1) if within else range(0)
