"""Text -> segments, each with a permanent id."""

import re
from bisect import bisect

from build_tools.model.problem import Place, Problem, warning
from build_tools.model.quote import fold
from build_tools.model.text import Block, Cleaned, Segment
from build_tools.stages.allot import HAN, Known, allot
from build_tools.stages.clean import LEAD
from build_tools.stages.sentences import sentences

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ELLIPSIS_END = re.compile(r"(?:\.{3}|…)$")
_ELLIPSIS_START = re.compile(r"(?:\.{3,}|…+)")
_CLOSED = re.compile(r"[。．.!！?？;；:：][”’」』）)\]\"'\d\[]*$")


def segment(cleaned: Cleaned, chinese: str, known: tuple[Known, ...], place: Place) -> tuple[tuple[Segment, ...], tuple[Problem, ...]]:
    """The segments in the order of the text.

    `chinese` is what the seed's Chinese is (`zh-Hans`, `zh-Hant`, …). `known` are the ids
    allotted before, with the words as found; they are kept, and none is given twice.
    """
    drafts = [draft for number, block in enumerate(cleaned.blocks) for draft in _of_block(cleaned, number, block, chinese)]
    ids, unsure = allot([fold(draft.found) for draft in drafts], known, _hidden(cleaned, drafts, chinese, {k.found for k in known}))
    words = {fold(draft.found): draft.found for draft in drafts}
    named = [_named(draft, id) for draft, id in zip(drafts, ids, strict=True)]
    translated = {k.id for k in known if k.translated}
    problems = [warning(place, "segment-unsure", f"It is not certain whether “{words[found][:40]}” is still {id}, so these words get a new id",
                        "`casebook sync` keeps the old translation at the end of translation.po; copy it from there if it belongs here") for id, found in unsure if id in translated]
    return tuple(_with_cuts(named)), tuple(problems)


def language(text: str, chinese: str) -> str:
    """`en` or the given kind of Chinese, by the share of Han characters and Latin letters.

    >>> language("IT之家 1 月 7 日消息", "zh-Hans"), language("Xin Lang Cai Jing", "zh-Hans")
    ('zh-Hans', 'en')
    """
    return chinese if 3 * len(HAN.findall(text)) >= len(_LATIN.findall(text)) and HAN.search(text) else "en"


def _hidden(cleaned: Cleaned, drafts: list[Segment], chinese: str, sought: set[str]) -> tuple[tuple[int, str], ...]:
    """Words that had an id and are hidden now, if they are among those sought: each with the number of segments before it.

    So the id of a sentence that an editor hides does not slide to the same words elsewhere.
    """
    starts = [draft.pieces[0][0] for draft in drafts]
    found = []
    for span in cleaned.debris:
        at = span.start
        for line in cleaned.seed.text[span.start : span.end].split("\n"):
            lead = LEAD.match(line.lstrip())
            bare = line.lstrip()[lead.end() :] if lead else line
            whole = [fold(text.strip()) for text in (line, bare) if fold(text.strip()) in sought]
            parts = [fold(bare[a:b]) for a, b, *_ in sentences(bare, language(bare, chinese) != "en")]
            found += [(bisect(starts, at), words) for words in whole[:1] or parts if words and words in sought]
            at += len(line) + 1
    return tuple(found)


def _of_block(cleaned: Cleaned, number: int, block: Block, chinese: str) -> list[Segment]:
    text, offsets = _visible(cleaned, block)
    lang = language(text, chinese)
    if block.kind == "heading":
        parts = ((0, len(text.rstrip()), "heading", ""),)
    else:
        parts = sentences(text, lang != "en")
    drafts = []
    for index, (start, end, kind, lead) in enumerate(parts):
        kind = "item" if block.kind == "item" and kind == "sentence" else kind
        lead = block.lead if index == 0 and block.lead else lead
        drafts.append(Segment("", _pieces(offsets[start:end]), text[start:end], kind, lang, number, lead, "", block.report))
    return drafts


def _visible(cleaned: Cleaned, block: Block) -> tuple[str, list[int]]:
    """The block's words without debris, and where each stands in the seed."""
    offsets, at = [], block.start
    for first, last in (*cleaned.hidden_within(block.start, block.end), (block.end, block.end)):
        offsets += range(at, first)
        at = last
    return "".join(cleaned.seed.text[at] for at in offsets), offsets


def _pieces(offsets: list[int]) -> tuple[tuple[int, int], ...]:
    pieces: list[list[int]] = []
    for at in offsets:
        if pieces and pieces[-1][1] == at:
            pieces[-1][1] = at + 1
        else:
            pieces.append([at, at + 1])
    return tuple((a, b) for a, b in pieces)


def _named(draft: Segment, id: str, cut: str = "") -> Segment:
    return Segment(id, draft.pieces, draft.found, draft.kind, draft.lang, draft.block, draft.lead, cut, draft.report)


def _with_cuts(segments: list[Segment]) -> list[Segment]:
    """Where the seed breaks off: an ellipsis at either end, or a last sentence without an end."""
    last = {s.report: n for n, s in enumerate(segments) if s.kind == "sentence"}
    done = []
    for number, each in enumerate(segments):
        ends = bool(_ELLIPSIS_END.search(each.found)) or (
            last.get(each.report) == number and not _CLOSED.search(each.found))
        starts = bool(_ELLIPSIS_START.match(each.found))
        done.append(_named(each, each.id, "both" if ends and starts else "end" if ends else "start" if starts else ""))
    return done
