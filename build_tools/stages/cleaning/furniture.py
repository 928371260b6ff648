"""What stands in company: lines without a sentence among the furniture that a site puts over the
headline and under the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.language.folding import is_chinese, keys
from build_tools.model.record import Bilingual
from build_tools.model.text import Debris, Seed, between
from build_tools.stages.cleaning.debris import outside
from build_tools.stages.shape.lines import width
from build_tools.stages.shape.no_title import LETTERHEAD, fields_of, heads_nothing

_ANCHORS = {"furniture", "links", "advert"}
"""What tells of a site's furniture. Times, topics and credits stand beside texts too; pages and
marks in them.
"""
_SENTENCE = re.compile(r"[。！？!?；;][”’」』）)\]\"'*_]*|[\w)\"”][.][\"”’]?")
_WIDEST, _MOST = 60, 8
"""In Latin letters: a wider line is text. Lines in a row of which nothing else is known."""
_TALK = re.compile(
    r"(?<!Leave a )\b(?:Repl(?:y|ies)|Comments|Quote)\b|(?<![發发]表)(?:回[复覆]|[评評][论論]|留言|跟[帖貼])|[楼樓]",
    re.I,
)
"""A button or count under which, or over which, somebody's comment may stand."""
_VOTED = re.compile(r"\b(?:Like|Upvote)\b|[赞讚顶頂踩]", re.I)
"""A button under somebody's comment."""
_SIGNED = re.compile(
    r"[@＠]|\d{3}|\d\s?[年月日]|[:：]|[(（]|^\W*[\w.]+/|^by\b|[记記]者|[编編][辑輯](?!$)|[谨謹][启啟]|敬上",
    re.I,
)
"""What a signature, a contact, a credit or a value has, and a button has not."""
_NAMED = re.compile(
    rf"(?:[A-Z][\w.'’-]*\s?){{2,4}}|[A-Z]{{4,}}|[{HAN_RANGES}·\s]{{2,8}}|\S*[_@]\S*"
)
"""What may be the name of an author: words with capitals, a few Chinese characters, a handle."""
_STEPS = re.compile(
    r"[^<>›»。！？!?:：]{1,40}(?:(?:\s[<>]\s|\s?[›»]\s?)[^<>›»。！？!?:：]{1,40})+|[^/。！？!?:：]{1,12}(?:\s/\s[^/。！？!?:：]{1,12}){2,}"
)
"""Where the page lies in the site: `Forum > Press`, `家 / 意见 / 声誉`."""
_FIELDS = re.compile(r"[^\d@|｜·•。，,.:：]{1,24}(?:\s?[|｜·•]\s?[^\d@|｜·•。，,.:：]{1,24}){1,9}")
"""An outlet with the section of its site, or a menu: `观潮财经 | 深度`, `Interviews · Opinion ·
Jobs`.
"""
_SPACED = re.compile(
    r"[^\d@。，,.:：]{1,24}(?:\s{2,}[^\d@。，,.:：]{1,24}){3,9}|\w{2,5}(?:\s\w{2,5}){4,11}"
)
"""A menu with nothing but blanks between its fields: `寶島社 最新消息 政治 產經 生活`."""
_LAST = {"rights", "reply-form"}
"""The rules that know with what a site ends its page: a notice of rights, an invitation to comment."""
_COLUMN, _BUTTON, _TITLED = 3, 14, 20
"""Lines of a menu that stand under each other, and how wide, in Latin letters, one may be; lines within
which a headline comes again.
"""
_SPOKEN = 0.5
"""Of which part of a line's words the text may not speak, if the line is none of its own."""
_OVER = Bilingual(
    **{
        "en": "Among the website's furniture over the headline",
        "zh-Hans": "位于标题上方的网站附加文字之间",
    }
)
_CRUMBS = Bilingual(**{"en": "Where the page lies in the site", "zh-Hans": "页面在网站中的位置"})
_BETWEEN = Bilingual(
    **{
        "en": "Among the website's furniture between headline and text",
        "zh-Hans": "位于标题与正文之间的网站附加文字之间",
    }
)
_UNDER = Bilingual(
    **{
        "en": "Among the website's furniture under the text",
        "zh-Hans": "位于正文下方的网站附加文字之间",
    }
)


def in_company(
    seed: Seed, debris: Sequence[Debris], resting: list[tuple[int, int]], headline: int
) -> list[Debris]:
    """The lines over the headline with furniture under them, and those under the text between
    furniture, or under all of it.

    `headline` is where the headline starts, 0 where nobody knows; `resting` are the stretches on
    which an editor's record rests.

    >>> text = "Wire\\nSkip to content\\nBread recalled\\nThe bread was stale.\\nAna Holt\\nShare this\\nPrivacy\\nSitemap"
    >>> known = [Debris(text.index(each), text.index(each) + len(each), "furniture", _UNDER) for each in ("Skip to content", "Share this")]
    >>> [text[d.start : d.end] for d in in_company(Seed("a", "a.txt", "", text), known, [], text.index("Bread"))]
    ['Wire', 'Privacy', 'Sitemap']
    """
    lines = [(start, end) for start, end in seed.lines() if seed.text[start:end].strip()]
    kinds = [_kind(seed.text, debris, *line) for line in lines]
    words = [seed.text[start:end].strip() for start, end in lines]
    over = _headline_again(words, kinds, sum(end <= headline for _, end in lines))
    foot = _foot(words, kinds, {n for n, line in enumerate(lines) if _ends_page(debris, line)})
    text = max(
        (n for n, kind in enumerate(kinds) if kind == "text" and n not in foot), default=len(lines)
    )
    begins = next((n for n in range(over + 1, len(lines)) if kinds[n] == "text"), over)
    body = range(over, min(text + 1, len(lines)))
    spoken = _words("\n".join(words[n] for n in body if kinds[n] in ("open", "text")))
    below = _words(
        "\n".join(words[n] for n in body if n >= begins and kinds[n] in ("open", "text"))
    )
    titled = ["text" if words[n] == words[over] else kind for n, kind in enumerate(kinds[:over])]
    company = [
        *((lines[n], _UNDER) for n in foot),
        *((lines[n], why) for n, why in _over(words[:over], titled[:over], spoken)),
        *((lines[n], _BETWEEN) for n in _between(words, kinds, range(over + 1, begins), below)),
        *((lines[n], _UNDER) for n in _under(seed.text, lines, kinds, max(text, over))),
    ]
    return [
        Debris(*line, "furniture", why)
        for line, why in company
        if not any(a < line[1] and line[0] < b for a, b in resting)
    ]


def _headline_again(words: list[str], kinds: list[str], at: int) -> int:
    """Where the headline, at `at`, stands for the last time over the text: the menu of a wiki lies between
    the name of the page and the title.
    """
    begins = next((n for n in range(at + 1, len(words)) if kinds[n] == "text"), at)
    return max(
        (n for n in range(at, min(begins, at + _TITLED)) if words[n] == words[at]), default=at
    )


def _kind(text: str, debris: Sequence[Debris], start: int, end: int) -> str:
    """`text`, `open`, or by what kind of debris a line is hidden whole."""
    hidden = between(debris, start, end)
    line = text[start:end].strip()
    shown = any(
        text[a:b].strip() for a, b in outside(start, end, [(d.start, d.end) for d in hidden])
    )
    return (
        hidden[0].kind
        if not shown
        else "text"
        if width(line) > _WIDEST or _SENTENCE.search(line[-3:])
        else "open"
    )


def _ends_page(debris: Sequence[Debris], line: tuple[int, int]) -> bool:
    return any(each.by in _LAST for each in between(debris, *line))


def _foot(words: list[str], kinds: list[str], last: set[int]) -> list[int]:
    """What stands under the notice of rights, or the invitation to comment: sentences of the site,
    too, if what stands over it speaks of none of them, and nobody has signed there.
    """
    for at in sorted(last):
        above = _words("\n".join(words[n] for n in range(at) if kinds[n] in ("text", "open")))
        below = [n for n in range(at + 1, len(words)) if kinds[n] in ("text", "open")]
        if below and all(
            not (kinds[n] == "open" and _is_own(words[n]))
            and not _TALK.search(words[n])
            and len(_words(words[n]) & above) <= _SPOKEN * len(_words(words[n]))
            for n in below
        ):
            return below
    return []


def _over(
    lines: list[str], kinds: list[str], spoken: frozenset[str]
) -> list[tuple[int, Bilingual]]:
    """The way through the site and a column of its buttons; and down to the last furniture, what
    the text does not speak of. A line over a sentence heads it.
    """
    kinds = [
        "crumbs" if kind == "open" and _STEPS.fullmatch(each) else kind
        for kind, each in zip(kinds, lines, strict=True)
    ]
    strange = [len(_words(each) & spoken) <= _SPOKEN * len(_words(each)) for each in lines]
    menu = _columns(lines, kinds, strange) | {
        n
        for n, each in enumerate(lines)
        if kinds[n] == "open"
        and (
            (_FIELDS.fullmatch(each) and not _words(each) & spoken)
            or (_SPACED.fullmatch(each) and strange[n])
        )
    }
    last = max(
        (n for n, kind in enumerate(kinds) if n in menu or kind == "crumbs" or kind in _ANCHORS),
        default=-1,
    )
    return [
        (n, _CRUMBS if kinds[n] == "crumbs" else _OVER)
        for n in range(last + 1)
        if kinds[n] == "crumbs"
        or n in menu
        or (kinds[n] == "open" and kinds[n + 1] != "text" and not _is_own(lines[n]) and strange[n])
    ]


def _between(lines: list[str], kinds: list[str], there: range, spoken: frozenset[str]) -> list[int]:
    """The tiny lines between the headline and the text that stand beside its furniture, of which the
    text does not speak: buttons, since nobody's name has one word or a figure.
    """
    tiny = [
        n
        for n in there
        if kinds[n] == "open"
        and kinds[n + 1] != "text"
        and width(lines[n]) <= _BUTTON
        and not _is_own(lines[n])
        and not _NAMED.fullmatch(lines[n])
        and not _words(lines[n]) & spoken
    ]
    found: set[int] = set()
    for n in [*tiny, *reversed(tiny)]:
        if {kinds[n - 1], kinds[n + 1]} & _ANCHORS or {n - 1, n + 1} & found:
            found.add(n)
    return sorted(found)


def _columns(lines: list[str], kinds: list[str], strange: list[bool]) -> set[int]:
    """The lines of a menu that the browser copied one under another: at least three very short
    ones, of most of which the text does not speak; or right under furniture three short ones, of
    none of which it does.
    """

    def runs(widest: int) -> list[list[int]]:
        narrow = [
            kind == "open" and width(each) <= widest and not _is_own(each)
            for kind, each in zip(kinds, lines, strict=True)
        ]
        there = groupby(range(len(lines)), narrow.__getitem__)
        return [column for short, run in there if short and len(column := [*run]) >= _COLUMN]

    tiny = [run for run in runs(_BUTTON) if 2 * sum(strange[n] for n in run) > len(run)]
    short = [
        run
        for run in runs(2 * _BUTTON)
        if all(strange[n] for n in run) and kinds[max(0, run[0] - 1)] in _ANCHORS
    ]
    return {n for run in tiny + short for n in run}


def _under(text: str, lines: list[tuple[int, int]], kinds: list[str], after: int) -> list[int]:
    """The rows of open lines after the last sentence that furniture stands over, and under them
    furniture or nothing.
    """
    shapes = Counter(
        shape
        for shape, _ in groupby(
            _shape(text[start:end]) if kind in _ANCHORS else ""
            for (start, end), kind in zip(lines, kinds, strict=False)
        )
    )
    found: list[int] = []
    row: list[int] = []
    furnished = False
    for n in [*range(after + 1, len(lines)), len(lines)]:
        if n < len(lines) and kinds[n] == "open":
            row.append(n)
            continue
        line = text[slice(*lines[n])] if n < len(lines) else ""
        sure = n == len(lines) or (
            kinds[n] in _ANCHORS and shapes[_shape(line)] == 1 and not _TALK.search(line)
        )
        if (
            furnished
            and sure
            and not _VOTED.search(line)
            and len(row) <= _MOST
            and not any(_is_own(text[slice(*lines[each])].strip()) for each in row)
        ):
            found += row
        furnished, row = sure, []
    return found


def _is_own(line: str) -> bool:
    """Whether a line may be a signature, a day, a contact or a letterhead."""
    return bool(_SIGNED.search(line) or LETTERHEAD.fullmatch(line)) or (
        heads_nothing(line) and not fields_of(line)
    )


def _shape(line: str) -> str:
    """A line without its numbers: rows of a thread have the same."""
    return re.sub(r"[\W\d]+", " ", line)


def _words(text: str) -> frozenset[str]:
    return frozenset(
        key for key in keys(text) if len(key) > 1 and (is_chinese(key) or key.isalpha())
    )
