"""po-text-changed, po-ids-exchanged: a msgid or msgctxt that was edited in translation.po, while the seed is the one with which the file was brought in step."""

from bisect import bisect_left
from collections import Counter

from build_tools.model.entry import Entry
from build_tools.model.problem import Problem, error
from build_tools.model.quote import fold
from build_tools.model.text import Seed, Segment
from build_tools.readers.editorial import SourceFiles


def check(seed: Seed, segments: tuple[Segment, ...], files: SourceFiles) -> tuple[Problem, ...]:
    """What the text cannot have said: with the seed as it was, only what is hidden or emended can change, and that the words as found show."""
    entries = [entry for entry in files.entries if not entry.retired and entry.source]
    if not entries or files.seed != seed.sha256:
        return ()
    now, text = {segment.id: segment.found for segment in segments}, _bare(seed.text)
    problems = []
    for entry in entries:
        found = now.get(entry.segment, "")
        if not entry.found and fold(entry.source) != fold(found) and not stands_in(_bare(entry.source), text):
            problems.append(error(entry.place, "po-text-changed", f"The msgid of {entry.segment}, “{entry.source}”, is not in {seed.file}" + (f", which has “{found}”" if found else ""),
                                  "Put it back as it was; what the text says is corrected in emendations.yml, and `casebook sync` brings it here"))
    return tuple(problems) or _exchanged(entries, now)


def _exchanged(entries: list[Entry], now: dict[str, str]) -> tuple[Problem, ...]:
    """Of sentences that stand once in the text, the ids keep their order."""
    times = Counter(map(fold, now.values()))
    once = {id for id, words in now.items() if times[fold(words)] == 1}
    before = [entry for entry in entries if entry.segment in once]
    known = {entry.segment for entry in before}
    for entry, other in zip(before, (id for id in now if id in known), strict=True):
        if entry.segment != other:
            return (error(entry.place, "po-ids-exchanged", f"The entries of {entry.segment} and {other} have each other's place: their ids (msgctxt) were exchanged",
                          "Put both back, for links and decisions name them"),)
    return ()


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, in one piece or in several in their order, none of them a single character.

    >>> stands_in("小米回应道歉", "小米昨晚回应，今天道歉"), stands_in("小米答应道歉", "小米昨晚回应，今天道歉")
    (True, False)
    """
    start = at = 0
    while start < len(words):
        length = bisect_left(range(1, len(words) - start + 1), True, key=lambda n: text.find(words[start : start + n], at) < 0)
        if length < min(2, len(words) - start):
            return False
        at = text.find(words[start : start + length], at) + length
        start += length
    return True


def _bare(text: str) -> str:
    """Without blanks and line ends, for a sentence may stand over several lines."""
    return "".join(fold(text).split())
