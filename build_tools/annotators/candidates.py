"""Words that look like names but have no record: for the editor to decide. Guesses, never shown to readers."""

import re
from collections import defaultdict
from collections.abc import Iterator

from build_tools.model.archive import Source
from build_tools.model.han import HAN_RANGES
from build_tools.model.text import Mark
from build_tools.not_words import not_read

_SURNAMES = ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
             "覃武戴莫孔向汤")
_SPEAKS = "表示|称|说|回应|指出|认为|透露|发文|强调|坦言|介绍|宣布"
_ZH = (
    re.compile(rf"[{_SURNAMES}][{HAN_RANGES}]{{1,2}}(?={_SPEAKS})"),
    re.compile(rf"[{HAN_RANGES}]{{2,8}}(?:公司|集团|大学|法院|委员会|研究院|银行|证券|电视台|日报|晚报|协会)"),
    re.compile(r"《[^》]{2,30}》"),
    re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ -][A-Z][A-Za-z0-9]*)*"),
)
"""Surname and given name before a verb of speech; a kind of organisation; a title; Latin words in Chinese."""
_EN = (re.compile(r"(?:[A-Z][a-z]+|[A-Z]{2,}[a-z0-9]*)(?:[ -](?:[A-Z][a-z]+|[A-Z]{2,}[a-z0-9]*))*"),)
"""Capitalised words in a row: `Blue Sky Plan`."""
_STARTS = re.compile(r"(?:^|[.!?:;“\"‘'(\[]\s*|[-–•]\s+)$")
_COMMON = {"I", "It", "The", "This", "That", "Q", "No", "Group", "OTA", "CEO", "CMO", "KOL", "KOLs", "January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}


def candidates(sources: dict[str, Source]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each unknown name with the (source, segment) where it stands in the source's own language; the most frequent first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for source in sources.values():
        for each in source.text:
            lang = "en" if each.segment.lang == "en" else "zh-Hans"
            rendition = each.rendition(lang)
            for words in names_like(rendition.text, lang, rendition.marks) if each.segment.kind != "heading" or lang != "en" else ():
                found[words].append((source.id, each.segment.id))
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def names_like(text: str, lang: str, known: tuple[Mark, ...] = ()) -> Iterator[str]:
    """The stretches that look like names and lie outside what is known.

    >>> list(names_like("蓝天公司总经理余承东表示，《小米创业思考》与Qingyue S1无关", "zh-Hans"))
    ['余承东', '蓝天公司', '《小米创业思考》', 'Qingyue S1']
    >>> list(names_like("The text said the Blue Sky Plan was shown in Huizhou.", "en"))
    ['Blue Sky Plan', 'Huizhou']
    """
    passed_over = (*((m.start, m.end) for m in known), *not_read(text))
    for pattern in _EN if lang == "en" else _ZH:
        for match in pattern.finditer(text):
            at_start = lang == "en" and " " not in match[0] and _STARTS.search(text[: match.start()])
            covered = any(a < match.end() and match.start() < b for a, b in passed_over)
            if not covered and not at_start and match[0] not in _COMMON and len(match[0]) > 1:
                yield match[0]
