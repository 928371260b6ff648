"""seed-changed, file-missing: the seed is not the file that the editors worked on, or the record that
says which it was is gone.
"""

from collections.abc import Iterator
from hashlib import sha256
from itertools import product

from build_tools.model.editorial import SourceFiles
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.text import Seed

_MARK = "\ufeff"
"""The mark that some programs put before a text in UTF-8."""


def check(seed: Seed, files: SourceFiles) -> Iterator[Problem]:
    """The problem, if the sum that an editor recorded is another than that of the seed; a warning,
    if `casebook sync` noted it when it gave the ids, for then nobody has looked at it.
    """
    recorded = files.record.sha256 or files.noted_sha256
    gone = not recorded and not files.record_file and not files.incomplete
    if gone and any(entry.sums for entry in files.entries):
        yield error(
            files.place(),
            "file-missing",
            "There is no such file, and nothing else says of which seed the ids in translation.po are",
            f"Restore it as Git has it; only if nobody has it, write it anew, with `sha256: {seed.sha256}`",
        )
    if not recorded or recorded == seed.sha256:
        return
    make, place, it = (
        (error, files.place("sha256"), seed.file)
        if files.record.sha256
        else (warning, Place(seed.file), "This")
    )
    unseen = _unseen(seed, recorded)
    if unseen:
        yield make(
            place,
            "seed-changed",
            f"{it} has the same words as when it was recorded, but {unseen}",
            "Restore it as Git has it: a program has saved it anew, or Git has changed it on its way",
        )
        return
    yield make(
        place,
        "seed-changed",
        f"{it} is no longer the file that was recorded (SHA-256 {seed.sha256})",
        "A seed is never edited: restore it, or record the new sum if it was replaced on purpose"
        if files.record.sha256
        else f"A seed is never edited: restore it; or, if it was replaced on purpose, write `sha256: {seed.sha256}` in {files.folder}/source.yml",
    )


def _unseen(seed: Seed, recorded: str) -> str:
    """What was changed where it is nothing that anybody sees; empty where words were."""
    now, then = (_saved(seed.text.rstrip("\n"), each) for each in (seed.sha256, recorded))
    if not now or not then:
        return ""
    return " and ".join(
        said
        for said, is_now, was in zip(
            (
                "its line ends are those of another system (LF, CRLF)",
                "the mark that some programs put before a text (BOM) was added or taken away",
                "line breaks at its end were added or taken away",
            ),
            now,
            then,
            strict=True,
        )
        if is_now != was
    )


def _saved(words: str, sum: str) -> tuple[str, str, str] | None:
    """How a program saved the words, by the sum of the file: (line end, mark, what stands at the
    end).
    """
    return next(
        (
            (line_end, mark, tail)
            for line_end, mark, tail in product(("\n", "\r\n"), ("", _MARK), ("", "\n", "\n\n"))
            if sha256((mark + (words + tail).replace("\n", line_end)).encode()).hexdigest() == sum
        ),
        None,
    )
