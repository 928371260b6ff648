"""Text -> segments, each with a permanent id."""

import re
from bisect import bisect
from collections import Counter
from dataclasses import replace

from build_tools.language.chinese.han import CLOSE, HAN, HAN_RANGES
from build_tools.language.which import has_words, in_script, language
from build_tools.model.problem import Place, Problem, warning
from build_tools.model.quote import even_signs
from build_tools.model.text import Block, Cleaned, Segment
from build_tools.stages.segmenting.allot import Allotted, allot
from build_tools.stages.segmenting.cut_short import with_cuts
from build_tools.stages.segmenting.sentences import sentences
from build_tools.stages.shape.markers import lead_of

_LINE_END = re.compile(r"\s*\n\s*")
_SPACED = re.compile(rf"(?<=[{HAN_RANGES}]) (?=[A-Za-z\d])|(?<=[A-Za-z\d]) (?=[{HAN_RANGES}])")
_UNSPACED = re.compile(rf"(?<=[{HAN_RANGES}])(?=[A-Za-z\d])|(?<=[A-Za-z\d])(?=[{HAN_RANGES}])")
"""Where a text puts a blank between Han and Latin, as in `争议 KOL 合作`, or none."""
_HYPHEN = re.compile(r"(?<=\w)-$")
_ADDRESS_BEGUN = re.compile(r"(?:https?://|www\.)\S*[/?&=_#-]$")
_ADDRESS_GOES_ON = re.compile(r"[\w%-]+[./?&=_#%]\S")
"""An address that a program broke over two lines, and its rest: `https://example.org/statements/`
`2019/eastgate-v3.docx`.
"""
_QUOTING = re.compile(r"[> ]*")


def segment(
    cleaned: Cleaned, chinese: str, allotted: tuple[Allotted, ...], place: Place
) -> tuple[tuple[Segment, ...], tuple[Problem, ...]]:
    """The segments in the order of the text.

    `chinese` is what the seed's Chinese is (`zh-Hans`, `zh-Hant`, …). `allotted` are the ids
    allotted before, with the words as found; they are kept, and none is given twice.
    """
    drafts = _settled(
        [
            draft
            for number, block in enumerate(cleaned.blocks)
            for draft in _of_block(cleaned, number, block, chinese)
        ]
    )
    ids, unsure = allot(
        [even_signs(draft.found) for draft in drafts],
        allotted,
        _hidden(cleaned, drafts, chinese, {k.found for k in allotted}),
    )
    words = {even_signs(draft.found): draft.found for draft in drafts}
    named = [replace(draft, id=id) for draft, id in zip(drafts, ids, strict=True)]
    translated = {k.id for k in allotted if k.translated}
    problems = [
        warning(
            place,
            "segment-unsure",
            f"It is not certain whether “{words[found][:40]}” is still {id}, so these words get a new id",
            "`casebook sync` keeps the old translation at the end of translation.po; copy it from there if it belongs here",
        )
        for id, found in unsure
        if id in translated
    ]
    return tuple(with_cuts(named, cleaned.seed.text)), tuple(problems)


def _settled(drafts: list[Segment]) -> list[Segment]:
    """What has no words (`0%(0)`, `398`) is in the language of most of the text."""
    lengths: Counter[str] = Counter()
    for draft in drafts:
        lengths[draft.lang] += (
            len(draft.found) * (1 if draft.lang == "en" else 3) if has_words(draft.found) else 0
        )
    most = max(lengths, key=lambda lang: lengths[lang], default="en")
    return [draft if has_words(draft.found) else replace(draft, lang=most) for draft in drafts]


def _hidden(
    cleaned: Cleaned, drafts: list[Segment], chinese: str, sought: set[str]
) -> tuple[tuple[int, str], ...]:
    """Words that had an id and are hidden now, if they are among those sought: each with the number
    of segments before it.

    So the id of a sentence that an editor hides does not slide to the same words elsewhere.
    """
    starts = [draft.pieces[0][0] for draft in drafts]
    found = []
    for span in cleaned.debris:
        at = span.start
        for line in cleaned.seed.text[span.start : span.end].split("\n"):
            bare = line.lstrip()
            lead = lead_of(bare, 0, len(bare))
            bare = bare[lead.end() :] if lead else line
            whole = [
                even_signs(text.strip())
                for text in (line, bare)
                if even_signs(text.strip()) in sought
            ]
            parts = [
                even_signs(bare[a:b])
                for a, b, *_ in sentences(bare, language(bare, chinese) != "en")
            ]
            found += [
                (bisect(starts, at), words)
                for words in whole[:1] or parts
                if words and words in sought
            ]
            at += len(line) + 1
    return tuple(found)


def _of_block(cleaned: Cleaned, number: int, block: Block, chinese: str) -> list[Segment]:
    text, offsets = _visible(cleaned, block)
    whole = in_script(text, language(text, chinese), chinese)
    if block.kind == "heading":
        parts: tuple[tuple[int, int, str, str], ...] = ((0, len(text.rstrip()), "heading", ""),)
    else:
        parts = sentences(text, whole not in ("en", "ko"))
    drafts = []
    for index, (start, end, kind, lead) in enumerate(parts):
        lang = in_script(text[start:end], whole, whole)
        kind = "item" if block.kind == "item" and kind == "sentence" else kind
        lead = (block.lead if index == 0 else _quoting(block.lead)) or lead
        level = 0 if kind != "heading" else block.level or 3
        drafts.append(
            Segment(
                "",
                _pieces(offsets[start:end]),
                text[start:end],
                kind,
                lang,
                number,
                lead,
                "",
                block.report,
                level,
            )
        )
    return drafts


def _quoting(lead: str) -> str:
    """The marks of quoted e-mail, which stand before each sentence: whose words they are must be
    seen.
    """
    return _QUOTING.match(lead)[0].rstrip()  # type: ignore[index]


def _visible(cleaned: Cleaned, block: Block) -> tuple[str, list[int]]:
    """The block's words without debris, and where each stands in the seed. A line end is a blank;
    in Chinese, even inside a number, after a hyphen and in an address, nothing.
    """
    seed, at = cleaned.seed.text, block.start
    offsets: list[int] = []
    for first, last in (*cleaned.hidden_within(block.start, block.end), (block.end, block.end)):
        offsets += range(at, first)
        at = last
    text = "".join(seed[at] for at in offsets)
    chinese = 3 * len(HAN.findall(text)) > len(text)
    left, done, spaced = [], 0, len(_SPACED.findall(text)) > len(_UNSPACED.findall(text))
    for blank in _LINE_END.finditer(text):
        left += offsets[done : blank.start()]
        before, after, done = (
            text[blank.start() - 1 : blank.start()],
            text[blank.end() : blank.end() + 1],
            blank.end(),
        )
        hyphen = _HYPHEN.search(text, max(0, blank.start() - 2), blank.start()) or (
            blank.start() and "-" in seed[offsets[blank.start() - 1] + 1 : offsets[blank.start()]]
        )
        close = [bool(CLOSE.match(char)) for char in (before, after)]
        if (chinese and before.isdigit() and after.isdigit()) or (
            _ADDRESS_BEGUN.search(text, 0, blank.start())
            and _ADDRESS_GOES_ON.match(text, blank.end())
        ):
            continue
        if not hyphen and not all(close) and not (any(close) and not spaced):
            left.append(offsets[blank.start() + blank[0].index("\n")])
    left += offsets[done:]
    return "".join(seed[at] for at in left).replace("\n", " "), left


def _pieces(offsets: list[int]) -> tuple[tuple[int, int], ...]:
    pieces: list[list[int]] = []
    for at in offsets:
        if pieces and pieces[-1][1] == at:
            pieces[-1][1] = at + 1
        else:
            pieces.append([at, at + 1])
    return tuple((a, b) for a, b in pieces)
