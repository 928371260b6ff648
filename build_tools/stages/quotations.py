"""Every quotation in the records that must be found in a source, with its place."""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place
from build_tools.model.record import Passage
from build_tools.model.walk import PASSAGE, found_in


def quotations(editorial: Editorial) -> tuple[tuple[Passage, Place], ...]:
    """The words of sources on which records rest. Shown as links to the segments."""
    return (
        *(
            (each.value, place(*each.way))
            for record, place in editorial.written()
            for each in found_in(record)
            if each.kind == PASSAGE
        ),
        *(
            (passage, files.codings_file.place(*way, "quote"))
            for id, files in editorial.sources.items()
            if files.codings_file
            for passage, way in files.codings_file.record.quoted(id)
        ),
    )


def quoted_by_editors(editorial: Editorial) -> Iterator[tuple[str, tuple[str, str, str], Place]]:
    """(source, (quote, prefix, suffix), place) of what editors quote of the text itself."""
    for passage, place in quotations(editorial):
        yield passage.source, (passage.quote, passage.prefix, passage.suffix), place
    for id, files in editorial.sources.items():
        yield from (
            (id, (report.starts, "", ""), files.place("reports", n))
            for n, report in enumerate(files.record.reports)
        )
        for key in ("mentions", "dates"):
            for n, each in enumerate(getattr(files.annotations, key)):
                yield id, (each.quote, each.prefix, each.suffix), files.annotations_place(key, n)
