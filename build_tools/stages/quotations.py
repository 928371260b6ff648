"""Every quotation in the records that must be found in a source, with its place."""

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place
from build_tools.model.record import Passage
from build_tools.model.walk import PASSAGE, found_in


def quotations(editorial: Editorial) -> tuple[tuple[Passage, Place], ...]:
    """The words of sources on which records rest. Shown as links to the segments."""
    return tuple(
        (each.value, place(*each.way))
        for record, place in editorial.written()
        for each in found_in(record)
        if each.kind == PASSAGE
    )
