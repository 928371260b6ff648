"""Words that look like names but have no record: for the editor to decide. Guesses, never shown to
readers.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from build_tools.annotators.names.english import is_title
from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.chinese.words import Word, words
from build_tools.language.not_words import not_read
from build_tools.model.archive import Source
from build_tools.model.dates import MONTHS
from build_tools.model.text import Mark

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
    "覃武戴莫孔向汤"
)
_SPEAKS = "表示|称|说|回应|指出|认为|透露|发文|强调|坦言|介绍|宣布"
_PERSON = re.compile(rf"[{_SURNAMES}][{HAN_RANGES}]{{1,2}}(?={_SPEAKS})")
"""Surname and given name before a verb of speech."""
_ADDRESSED = ("先生", "女士", "小姐", "太太")
_TITLE = re.compile(r"《[^》]{2,30}》")
_LATIN = re.compile(
    r"(?<![A-Za-z0-9-])(?=[A-Za-z0-9]*[A-Z])[A-Za-z][A-Za-z0-9]*(?:(?:[ -]|(?<=\b[A-Z])\. )[A-Z][A-Za-z0-9]*)*(?![A-Za-z0-9]|-\d)"
)
"""Latin words in Chinese: `SU7`, `James E. Burke`."""
_NUMBERED = re.compile(r"[A-Z]+-?\d{3,}|Q[1-4]")
"""Of a flight, a batch, a quarter: `UA3411`."""
_ENDS_ORGANISATION = re.compile(
    "(?:(?:有限(?:责任)?)?公司|集团|大学|法院|委员会|研究院|银行|证券|电视台|日报|晚报|协会)$"
)
"""The end of an organisation's name."""
_OWN = ("nr", "nz", "nt", "j", "x", "zg")
"""jieba's tags of words that are names, or in no dictionary."""
_COMMON = ("n", "vn", "l")
_STREET = re.compile("[路街巷弄号]$")
_WORD = r"[A-ZÀ-Þ][^\W_]*(?:’[A-Z][^\W_]*)?"
_EN = re.compile(rf"(?<![\w-]){_WORD}(?:(?:[ -]| & | of |(?<=\b[A-Z])\. ){_WORD})*(?!\w|-\d)")
"""Words with a capital in a row, and an initial among them: `Blue Sky Plan`, `James E. Burke`, `Oil
& Gas Journal`.
"""
_LAW = re.compile("Co|Inc|Ltd|LLC|LLP|Corp|PLC|plc")
_FIRM = re.compile(rf"(?:\.?,? (?:{_LAW.pattern})\b)+")
"""What a firm is by law, behind its name: `Northvale Foods, Inc`."""
_PLAIN = {
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "CEO",
    "CFO",
    "CMO",
    "COO",
    "PR",
    "KOL",
    "KOLs",
    "OTA",
    "APP",
    "Group",
}
"""Capitals that stand before names, or for common words."""
_FIRST = re.compile(r"(\w+)\.? (?:of )?")
_STARTS = re.compile(r"(?:^|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)[.!?:;“\"‘'(\[]\s*|[-–•]\s+)$")
_CUT_SHORT = re.compile(r"\.(?=[^\s\[”\"]|\s+\S)")
"""The stop of `Mass.`, `Mr.`: the sentence goes on behind it."""
_COUNTED = re.compile(r"(?: No\.)? #?\d")
"""What follows a word that counts or labels: `Form 10-K`, `UPC 0 12345`."""
_SENTENCE = re.compile(r"[.!?。！？](?:[”\"’'\])）]|\[\d{1,3}\])*$")
_LONG_TITLE = 12
"""Words of a headline in capitals, of which none tells whether it is a name."""
_NAMES_OF_TIME = {
    *MONTHS,
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
}


def candidates(sources: dict[str, Source]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each unknown name with the (source, segment) where it stands in the source's own language;
    the most frequent first.
    """
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    ordinary = ordinary_words(
        each.rendition("en").text for source in sources.values() for each in source.text
    )
    for source in sources.values():
        for each in source.text:
            lang = "en" if each.segment.lang == "en" else "zh-Hans"
            rendition = each.rendition(lang)
            for name in (
                names_like(rendition.text, lang, rendition.marks, ordinary)
                if each.segment.kind != "heading" or lang != "en"
                else ()
            ):
                found[name].append((source.id, each.segment.id))
    return sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0]))


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """The words, in lower case, that stand in these texts without a capital at least as often as
    with one: `best`, `line`.

    >>> sorted(ordinary_words(["Best by May.", "The best line, said Best Foods of Turkey.", "It is the best."]))
    ['best', 'by', 'is', 'line', 'of', 'said', 'the']
    """
    times = Counter(word for text in texts for word in re.findall(r"[^\W\d_]+", text))
    return frozenset(
        word
        for word in times
        if word.islower() and times[word] >= times[word.capitalize()] + times[word.upper()]
    )


def names_like(
    text: str, lang: str, known: tuple[Mark, ...] = (), ordinary: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The stretches that look like names and lie outside what is known. `ordinary` are words that
    are none, in lower case.

    >>> list(names_like("蓝天公司总经理余承东表示，《小米创业思考》与Qingyue S1无关", "zh-Hans"))
    ['余承东', '《小米创业思考》', 'Qingyue S1', '蓝天公司']
    >>> list(names_like("The text said the Blue Sky Plan was shown in Huizhou.", "en"))
    ['Blue Sky Plan', 'Huizhou']
    """
    taken = [*((m.start, m.end) for m in known), *not_read(text)]
    for start, end in _english(text, ordinary) if lang == "en" else _chinese(text, ordinary):
        if not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            yield text[start:end]


def _english(text: str, ordinary: frozenset[str]) -> Iterator[tuple[int, int]]:
    if is_title(text) and len(text.split()) >= _LONG_TITLE and not _SENTENCE.search(text):
        return
    for match in _EN.finditer(text):
        start, end = match.span()
        opens = bool(_STARTS.search(text[:start]))
        while first := _FIRST.match(text, start, end):
            if not (
                first[1] in _PLAIN
                or (opens and (first[1].lower() in ordinary or len(first[1]) == 1))
            ):
                break
            start, opens = first.end(), False
        if text[end - 2 : end - 1] == " " and text[end : end + 1] == ".":
            end -= 2  # the E of `the Walkerton E. coli outbreak`
        if _is_name(text, start, end, opens, ordinary):
            firm = _FIRM.match(text, end)
            yield start, firm.end() if firm else end


def _is_name(text: str, start: int, end: int, opens: bool, ordinary: frozenset[str]) -> bool:
    """Whether words with a capital are a name, by the words themselves and by what follows. One
    alone is none in a line that is no sentence: `Print`.
    """
    words = re.findall(r"\w+", text[start:end])
    own = [
        word
        for word in words
        if len(word) > 1 and word.lower() not in ordinary and word not in _NAMES_OF_TIME | _PLAIN
    ]
    spoken = bool(_SENTENCE.search(text))
    if len(words) > 1:
        return bool(own) or (
            all(word not in _NAMES_OF_TIME for word in words)
            and not text[start:end].isupper()
            and spoken
        )
    return (
        bool(own)
        and spoken
        and not opens
        and not any(form.match(text, end) for form in (_CUT_SHORT, _COUNTED))
        and not any(form.fullmatch(words[0]) for form in (_NUMBERED, _LAW))
    )


def _chinese(text: str, ordinary: frozenset[str]) -> Iterator[tuple[int, int]]:
    cut = words(text)
    edges = {0, *(word.end for word in cut)}
    tags = {(word.start, word.end): word.part_of_speech for word in cut}
    yield from (
        match.span()
        for match in _PERSON.finditer(text)
        if {*match.span()} <= edges
        and tags.get(match.span(), "nr") == "nr"
        and not match[0].endswith(_ADDRESSED)
    )
    yield from (match.span() for match in _TITLE.finditer(text))
    yield from (
        match.span()
        for match in _LATIN.finditer(text)
        if len(match[0]) > 1
        and match[0] not in _PLAIN
        and not _NUMBERED.fullmatch(match[0])
        and not {*match[0].lower().split()} <= ordinary
    )
    for number, word in enumerate(cut):
        if (
            _ENDS_ORGANISATION.search(text, word.start, word.end)
            and (start := _organisation(text, cut, number)) is not None
        ):
            yield start, word.end


def _organisation(text: str, cut: tuple[Word, ...], number: int) -> int | None:
    """Where the name begins that ends with a word such as 公司; None where the words before it are
    no name.

    Its words are nouns, one of them a name or in no dictionary: 永泰储蓄银行, but not 凉茶饮品集团
    nor 由公司.
    """
    kind = _ENDS_ORGANISATION.search(text, cut[number].start, cut[number].end)
    assert kind
    inside = words(text[cut[number].start : kind.start()])
    before = [
        *cut[:number],
        *(
            Word(cut[number].start + w.start, cut[number].start + w.end, w.part_of_speech)
            for w in inside
        ),
    ]
    start, parts, own = None, 0, False
    while before:
        word = before.pop()
        said = text[word.start : word.end]
        if (
            said in "）)"
            and len(before) > 1
            and before[-1].part_of_speech == "ns"
            and text[before[-2].start] in "（("
        ):
            del before[-2:]
            continue
        place = word.part_of_speech == "ns"
        if (
            not HAN.match(said)
            or (place and _STREET.search(said))
            or (not place and not word.part_of_speech.startswith((*_OWN, *_COMMON)))
        ):
            break
        distinct = word.part_of_speech.startswith(_OWN) or (
            len(said) == 1 and word.part_of_speech == "n"
        )
        parts, own = parts + 1, own or distinct
        start = word.start if place or distinct else start
    if start is None or kind.start() - start < 2 or (not own and parts < 2):
        return None
    return start
