"""Simplified -> Traditional, where OpenCC alone sees words that are none: it takes the longest
match and knows no word edges.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from build_tools.language.chinese.beside import meant, table
from build_tools.language.chinese.han import HAN_RANGES
from build_tools.language.chinese.one_to_many import ONE_TO_MANY
from build_tools.language.chinese.surnames import GIVEN, TRADITIONAL, surnames
from build_tools.language.chinese.words import Word, frequency, words

APART = "\ufdd0"
"""Stands between words that are converted apart; no dictionary has it, and it is no character."""
_LONGEST = 6
"""Characters of a phrase that is looked for; OpenCC's longer ones are proverbs, which hide in
nothing.
"""
_LONG = 4
"""Characters of a phrase that is not there by chance, wherever words are cut: 星露谷物语."""

_TYING = ("c", "p", "u", "d", "f")
"""Conjunctions, prepositions, particles, adverbs, words of place: 并 and, 于 at, 了, 渠道|里, no 道里."""

_ALONE_WORDS = (
    ("签", r"[抽求掷支根摇][了过的]?|[上中下]上?", r"", "籤"),
    ("签", r"", r"", "簽"),
    ("所签", r"", r"", "所簽"),
    ("系", r"(?:学院|大学|中文|英语|[文理法商医工]学)", r"", "系"),
    ("系", r"", r"[着了紧好住]|上(?![市海级述诉])", "繫"),
    ("系", r"[确均皆实纯乃]", r"", "係"),
    (
        "系",
        r"[称指疑或显即非]|认定|证实|查[明实]|判断|怀疑|确认|核实|鉴定|经查|据悉|得知|发现|承认|解释",
        r"(?!主任|列|统|里|内|所|办|安全带|鞋带|领带|围巾)",
        "係",
    ),
    (
        "系",
        r"(?:^|[，,；;：:。])\s?",
        r"(?!主任|列|统|里|内|所|办|争|方|友|务|学会|带|鞋|领|围|腰|安全|红绳)",
        "係",
    ),
    (
        "系",
        r"(?:员工|人员|人士|男子|女子|司机|当事人|嫌疑人|人|视频|图片|照片|截图|消息|信息|内容|传言|言论|报道|事件|事故|行为|车辆|产品|文件|账号)",
        r"(?!主任|列|统|安全带)",
        "係",
    ),
    (
        "系",
        r"",
        r"(?:伪造|谣言|虚[构假]|误|摆拍|假|他人|本人|该|其|一[名家个位种起]|被|因|由|为|根据|按|依|经(?!济)|以|基于|出于|属(?!于)|不实|意外|推[定断测]|某|我|你|原|从|未|无|A[Ii]|P)",
        "係",
    ),
    (
        "冲",
        r"",
        r"[了过]?[一二三四五六七八九十两几半冲]?[杯壶点碗包]?(?:脸|手(?!上|里)|脚|厕|咖啡|茶|奶|水|凉|澡|洗|服(?!务)|泡)",
        "沖",
    ),
    ("冲", r"[水浪雨茶酒奶尿]", r"", "沖"),
    ("困", r"(?:[很好太真更犯发]|不|又累又)", r"(?!在|于|住|扰|局|境|难|顿|苦|兽)", "睏"),
    ("很困", r"", r"", "很睏"),
    ("准", r"[不获未没批才就只仅核]", r"", "准"),
    ("准", r"", r"(?:许|你|我|他|她|予)", "准"),
    ("卷", r"第?[一二三四五六七八九十百\d两上中下]+", r"", "卷"),
    ("卷", r"(?:[太很么更越真]|被|蛋|花|春|瑞士)", r"", "捲"),
    ("卷", r"", r"[起走入进款]", "捲"),
    ("表", r"[块戴名]", r"", "錶"),
    ("面", r"(?:[吃煮下碗拉擀和揉]|碗)", r"(?!的|前|上|面|对|临|子)", "麵"),
    ("出", r"[一这那两三几每首]", r"(?:\w{0,3}戏|闹剧|悲剧|喜剧|京剧|话剧|双簧|好剧|大剧)", "齣"),
    ("一出", r"", r"(?!\w{0,4}(?:戏|剧|双簧))", "一出"),
    (
        "只",
        r"[一二三四五六七八九十百千万两几\d]",
        rf"(?!是|有|能|要|会|好|不|得|可|许|怕|想|为|因)[{HAN_RANGES}]",
        "隻",
    ),
    ("只", r"\d\s?", r"\s*(?:[^\w\s]|$)", "隻"),
    ("松", r"", r"(?:了?口|了?[一]?口气|开|手|绑|劲|动)", "鬆"),
    ("干", r"[晒晾烘吹擦喝吸榨风烤抽拧流哭]不?", r"", "乾"),
    ("干", r"[果肉菜豆笋鱼饼梅枣桃杏李莓柿蕉梨萝薯]", r"(?![什么嘛活吗了得部])", "乾"),
    ("明了", r"[写说讲表标指注证声阐点]", r"", "明了"),
    ("丑", r"子|[乙丁己辛癸]", r"", "丑"),
    ("丑", r"", r"[时寅]", "丑"),
    ("姜", r"[斤片块老生嫩切放加吃买]", r"", "薑"),
    ("余", r"[十百千万亿\d]|[其剩有]", r"", "餘"),
    ("余", r"", r"[款额量数下者项部生孽党波地温热粮料钱票]", "餘"),
    ("余", r"", r"", "余"),
    (
        "复合",
        r"(?:[二两俩]人|情侣|恋情|离婚后?|分手后?|求|宣布|前[妻夫任]|与其|重新)(?:已|正式|疑|再度?|的)?",
        r"(?!材|肥|型|物|体|地板|维|性|调|肉|面料)",
        "復合",
    ),
    ("不准", r"(?<![说拿看瞄测对听估认吃])", f"[{HAN_RANGES}]", "不准"),
    ("蛋卷", r"", r"", "蛋捲"),
    ("花卷", r"", r"", "花捲"),
    ("赞", r"", r"", "讚"),
    ("咨", r"", r"(?![询商议])", "咨"),
    ("咨文", r"", r"", "咨文"),
    ("咨请", r"", r"", "咨請"),
    ("并表", r"", r"(?![示明达扬决彰态现露白述])", "併表"),
    ("钟", r"", r"", "鐘"),
    ("朴", r"", r"", "朴"),
    ("范", r"", r"", "范"),
    ("郁", r"", r"", "郁"),
)
"""(word, before, after, form): what a character means that stands alone as a word, by what stands
before and after it; the first that fits, else OpenCC's.

`博主签完协议` is signing (簽); OpenCC takes a lone 签 for a bamboo slip (籤)."""
_ALONE = table(_ALONE_WORDS)
_FIGURES = re.compile(r"\d\s$")
_FOREIGN_NAME = "nrt"
"""jieba's tag for a name that renders sounds, 库里 (Curry): in one that no phrase knows 里 and 夸
stay as they are.
"""
_SOUNDS = "里夸"
_HARDLY = 10
"""How often jieba has seen such a name that is likelier a mistake of the cut: 微|博里, 4 times."""


@dataclass(frozen=True, slots=True)
class OpenCCs:
    """OpenCC in the three ways in which it is asked."""

    convert: Callable[[str], str]
    """To the region's script."""
    phrases: Callable[[str], str]
    """To OpenCC's own standard, by its phrases alone: no character by itself."""
    in_region: Callable[[str], str]
    """裡 for 裏, its standard's."""


def by_words(
    text: str, opencc: OpenCCs, names: tuple[str, ...] = (), persons: frozenset[str] = frozenset()
) -> str:
    """The Simplified text in a region's script; `names`, in Simplified script, are words too, and
    `persons` are full names in its source.

    Converted whole and word by word; where the two differ, the whole is right if its phrase begins
    and ends where words do
    (一|出|戏), or if words could as well be cut so and the character is none by itself (鸡|汤面).
    Else the words are right:
    一家私企 holds 家私, furniture, but is 一家|私企.
    """
    convert, in_region = opencc.convert, opencc.in_region
    whole = convert(text)
    if not any(char in ONE_TO_MANY for char in text):
        return whole
    cut = words(text, names)
    ends = frozenset({0, *(word.end for word in cut)})
    apart = convert(APART.join(text[word.start : word.end] for word in cut)).replace(APART, "")
    done = list(apart)
    for number, word in enumerate(cut):
        for at in range(word.start, word.end):
            if apart[at] != whole[at] and _is_phrase(text, at, word, whole[at], opencc, ends):
                done[at] = whole[at]
        if word.part_of_speech == _FOREIGN_NAME and frequency(text[slice(*word[:2])]) > _HARDLY:
            known = opencc.phrases(text[word.start : word.end])
            done[word.start : word.end] = [
                char if char in _SOUNDS and char == phrase else form
                for char, phrase, form in zip(
                    text[word.start : word.end], known, done[word.start : word.end], strict=True
                )
            ]
        if _is_counted(text, number, cut):
            done[word.start] = in_region("隻")
        elif (
            text[word.start : word.end] in _ALONE
            and "".join(done[word.start : word.end]) == apart[word.start : word.end]
        ):
            done[word.start : word.end] = (
                _alone(text, word.start, word.end, in_region) or done[word.start : word.end]
            )
    for at, end in surnames(text, names, persons).items():
        done[at + 1 : end] = [
            char if char in GIVEN else form
            for char, form in zip(text[at + 1 : end], done[at + 1 : end], strict=True)
        ]
        if text[at] in TRADITIONAL:
            done[at] = in_region(TRADITIONAL[text[at]])
    return "".join(done)


def _is_counted(text: str, number: int, cut: tuple[Word, ...]) -> bool:
    """Whether 只 stands behind figures and a blank, and before what it counts: `9,400 只熊`."""
    word, after = cut[number], cut[number + 1 : number + 2]
    return bool(
        text[word.start : word.end] == "只"
        and _FIGURES.search(text, max(0, word.start - 2), word.start)
        and after
        and after[0].part_of_speech.startswith("n")
    )


def told_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands around a word tells what it means: 三|只|船, not a lone 只."""
    return meant(_ALONE, text, start, end) is not None


def _is_phrase(
    text: str, at: int, word: Word, form: str, opencc: OpenCCs, ends: frozenset[int]
) -> bool:
    """Whether the shortest phrase in which the character becomes this form begins and ends where
    words do, or is long.

    Where it stays as it is, a phrase keeps it that holds its whole word: 今周刊, not 今|週刊. One that
    ends within the word (的钟, a clock, in 的|钟表) only leaves a rest of it. What no phrase gives is
    OpenCC's first choice, where another phrase (未获) cut the word (获准).
    """
    start, end, convert = (
        (word.start, word.end, opencc.convert)
        if text[at] == form
        else (at, at + 1, lambda part: opencc.in_region(opencc.phrases(part)))
    )
    for length in range(max(2, end - start), _LONGEST + 1):
        spans = [
            (first, first + length)
            for first in range(max(0, end - length), min(start, len(text) - length) + 1)
        ]
        others = [
            (first, last) for first, last in spans if convert(text[first:last])[at - first] == form
        ]
        if others:
            if text[at] == form and all(
                _cuts(text, word, first, last, opencc) for first, last in others
            ):
                return False
            return length >= _LONG or any(
                (first in ends and last in ends) or _as_well(text, word, first, last, ends)
                for first, last in others
            )
    return opencc.convert(text[at]) != form


def _cuts(text: str, word: Word, start: int, end: int, opencc: OpenCCs) -> bool:
    """Whether a phrase reaches from outside into the word and ends there: what it changes is
    changed before all of the word is read.
    """
    within = range(word.start + 1, word.end)
    return any(
        opencc.phrases(text[start:at])[word.start - start :]
        != opencc.phrases(text[word.start : at])
        or opencc.phrases(text[at:end])[: word.end - at] != opencc.phrases(text[at : word.end])
        for at in within
    )


def _as_well(text: str, word: Word, start: int, end: int, ends: frozenset[int]) -> bool:
    """Whether the character is a word by itself, and the phrase would not make more words of the
    text around it.

    What ties words together is always a word: 写明|了, 并|发出.
    """
    if word.end > word.start + 1 or word.part_of_speech.startswith(_TYING):
        return False
    first = next(at for at in range(start, -1, -1) if at in ends)
    last = next(at for at in range(end, len(text) + 1) if at in ends)
    number = sum(at in ends for at in range(first + 1, last + 1))
    return len(words(text[first:start])) + 1 + len(words(text[end:last])) <= number


def _alone(text: str, start: int, end: int, in_region: Callable[[str], str]) -> str:
    form = meant(_ALONE, text, start, end)
    return in_region(form) if form else ""
