"""How a character with several readings is read where no phrase of the dictionary tells it: 为 is wéi, to be, or wèi, for."""

import re

from build_tools.stages.beside import meant, table
from build_tools.words import Word

USUAL = {char_said[0]: char_said[1:] for char_said in
         "帖tiě 勒lè 佛fó 泊bó 卜bǔ 囤tún 颇pō 曝bào 晟shèng 琢zhuó 拽zhuài 匙chí 嗯ǹg 尽jìn".split()}
"""Characters of which the dictionary names another reading first than the one that they have by themselves; from the Xiandai Hanyu Cidian."""

_NUMBER = r"[\d一二三四五六七八九十百千万亿两几半数多]"
_AROUND = (
    ("帖", r"[字碑法画临]", r"", "tiè"),
    ("勒", r"", r"[紧住死着得脖]", "lēi"),
    ("曝", r"", r"晒", "pù"),
    ("尽", r"", r"[快早量先可管]", "jǐn"),
    ("干", r"[擦晒晾烘吹风烤烧榨抽拧流哭喝吸]", r"", "gān"),
    ("行", r"[该总分支投央农商各本贵]", r"(?![为动走驶使抵程至进])", "háng"),
    ("行", r"[就不才也可]", r"", "xíng"),
    ("行", r"", r"[抵至驶走经贿凶乞]", "xíng"),
    ("长", r"[部处科局厅校院所队班组社会厂站行村镇乡县区市州省船机舰店园馆事]", r"", "zhǎng"),
    ("长", r"", r"[大高胖出成得满势]", "zhǎng"),
    ("长", r"[很太更最较超米里尺年]", r"", "cháng"),
    ("长", r"", rf"{_NUMBER}|[达约逾洲沙春江岛期度久短跑]", "cháng"),
    ("重", r"[很太更最过严沉偏尊慎看注着侧]", r"", "zhòng"),
    ("重", r"", rf"{_NUMBER}|[达约逾]", "zhòng"),
    ("重", r"[双三多几一两]", r"", "chóng"),
    ("重", r"", r"[启建组修返回归做写审塑构整新播演装游]", "chóng"),
    ("种", r"[这那哪此各每某一两三四五六七八九十几多何]", r"", "zhǒng"),
    ("种", r"", r"[下了着树菜花田粮地]", "zhòng"),
    ("数", rf"{_NUMBER}|[人次总基份户票]", r"(?![了着钱])", "shù"),
    ("数", r"", r"[十百千万亿月年日天名人次家位倍]", "shù"),
    ("数", r"", r"[了着钱清]", "shǔ"),
    ("应", r"", r"\w{0,12}(?:邀|要求|请求|之约)", "yìng"),
    ("应", r"", r"[承由向在予当如为对负立及以尽将该从把获属有加给]", "yīng"),
    ("朝", r"[今明一]", r"", "zhāo"),
    ("朝", r"", r"", "cháo"),
    ("处", r"[这那哪一二三两几多各此该数]|(?:新闻|办事|秘书|管理|人事|宣传|联络|代表)", r"", "chù"),
    ("处", r"", r"[以于在理置罚决]", "chǔ"),
    ("差", r"[很太更最较极真不略]", r"", "chà"),
    ("累", r"[很太更最好真]", r"", "lèi"),
    ("累", r"", r"[倒死坏垮]", "lèi"),
    ("供", r"", r"[货电水气暖需销]", "gōng"),
    ("供", r"[招口翻串]", r"", "gòng"),
    ("供", r"", r"[述认词]", "gòng"),
    ("还", r"", r"[款债贷清]|钱(?!\w)|给[他她它我你]", "huán"),
    ("还", r"[不未]", r"\W|$", "huán"),
    ("率", r"", r"[队领先众]|\w{0,4}(?:代表团|团队|高管|员工)", "shuài"),
    ("调", r"", r"[查取研动派离任往档]", "diào"),
    ("调", r"[上下微空协]", r"", "tiáo"),
    ("调", r"", r"[整解控节价低高息]", "tiáo"),
    ("空", r"", r"[服乘姐嫂少]", "kōng"),
    ("转", r"", r"[了着]?[一几两三]?圈|个?不停", "zhuàn"),
    ("当", r"", r"[作成做真]", "dàng"),
    ("倒", r"[晕摔跌病累昏吓推跪打击扳撞压绊滑]", r"", "dǎo"),
    ("倒", r"", r"[是也不还贴退流]", "dào"),
    ("难", r"[遇罹空海矿死避蒙]", r"", "nàn"),
    ("假", r"[请放休病产婚年暑寒销度长]", r"", "jià"),
    ("了", r"\w不", r"", "liǎo"),
    ("中", r"", r"了\w{0,6}[奖标彩招计毒弹]", "zhòng"),
    ("量", r"", r"体温|血压|身高|体重|尺寸|腰围", "liáng"),
    ("量", r"", r"", "liàng"),
    ("只", r"[\d一二三四五六七八九十百千万亿两几数每这那哪]|[十百千万]多", r"(?!是|有|能|要|会|不|得|可|许|怕|想|为|因|需|好)", "zhī"),
    ("载", r"[一二三四五六七八九十百千两几数半]", r"(?![人货客重物有满])", "zǎi"),
    ("斗", r"[一二三四五六七八九十两几半烟漏北熨]", r"", "dǒu"),
    ("斗", r"", r"[六南笠篷]", "dǒu"),
    ("脏", r"[心肝脾肺肾胃内五]", r"", "zàng"),
    ("脏", r"", r"[器腑]", "zàng"),
    ("脏", r"", r"", "zāng"),
)
"""(character, before, after, reading): what it means by what stands before and after it; the first that fits. One line for a meaning, and no names."""
_TABLE = table(_AROUND)
_VERBS = {"量": "liáng", "教": "jiāo", "数": "shǔ", "种": "zhòng"}
"""Characters that are read so as verbs: 教过 and 数一下, but 佛教 and 人数."""
_ACTS = re.compile("[了过着完]|一[下遍次数量]|[你我他她它咱给出]|大家|您")
"""After a verb."""
GUESSED = frozenset("为长重种数当应空转朝背倒调挑难散强禁担差弹涨干卷兴划炸供恶累处得行假")
"""Characters that are two words, each read in its own way: 长 cháng, long, and zhǎng, to grow. Where nothing tells which, it is a guess."""

_NAMED = re.compile(r"(?:以下|如下|分别|[均皆共约仅即])$|主要$|(?<![可所难予加足得])以(?![及后来前上下内外])\W?\w{1,12}\W?$|多$")
"""Before 为, to be: 以下为全文, 以和平为主题."""
_COUNTED = re.compile(rf"{_NUMBER}|[每近约逾超零负]|[期止主例限准由]")
"""After 为, to be: 利润为三亿元."""
_CLOSING = "”’」』》）】"
"""Behind what is a noun as well: “牛煜”为化名."""
_WHY = re.compile(r"[此何了]|什么")
"""After 为, for: 应为此负责."""
_WILL = re.compile(r"(?:[要会能可应该愿想须将先]|决定|表示|承诺|希望|计划|拒绝|继续|负责|准备|愿意|必须|可以|打算|努力|专门|请勿)$")
"""Before 为, for, though it is a verb: 愿意为用户承担."""
_GOT = re.compile(r"[知到出以分奖票主]|[了过](?!\w*[好清])")
"""After 得, to get."""


def lone_reading(text: str, at: int, cut: tuple[Word, ...], number: int) -> tuple[str, bool] | None:
    """How the character at `at`, in the word `number` of `cut`, is read, and whether that is sure; None where nothing here tells.

    >>> from build_tools.words import words
    >>> def read(text, char): return next(lone_reading(text, text.index(char), words(text), n) for n, w in enumerate(words(text)) if w.end > text.index(char))
    >>> read("利润为三亿元", "为"), read("律师为当事人辩护", "为"), read("他长了一岁", "长"), read("我们得承担责任", "得")
    (('wéi', True), ('wèi', True), None, ('děi', True))
    """
    if text[at] == "为":
        return _wei(text, at, cut, number)
    if text[at] == "得" and cut[number].end == at + 1:
        return _de(text, at, cut, number)
    if text[at] in _VERBS and cut[number].start == at and _ACTS.match(text, at + 1):
        return _VERBS[text[at]], True
    said = meant(_TABLE, text, at, at + 1)
    return (said, True) if said else None


def _wei(text: str, at: int, cut: tuple[Word, ...], number: int) -> tuple[str, bool]:
    """为 is “for” where its noun is followed by what is done for it, and “to be” behind a verb (任命为) and before what something is."""
    if _WHY.match(text, at + 1):
        return "wèi", True
    clause = _clause(text, cut, number + 1)
    before = cut[number - 1] if number else None
    if cut[number].end > cut[number].start + 1 or any(text[word.start : word.end] == "所" for word in clause) or _NAMED.search(text, max(0, at - 14), at):
        return "wéi", True
    if before is None or before.part_of_speech == "x" and not text[before.start].isalnum() and text[at - 1] not in _CLOSING:
        return ("wéi", False) if _COUNTED.match(text, at + 1) else ("wèi", True)
    will, behind_verb = bool(_WILL.search(text, 0, at)), before.part_of_speech == "v"
    last = max((place for place, word in enumerate(clause) if word.part_of_speech == "uj"), default=-1)
    perhaps, does = _does(clause, will), _does(clause[last + 1 :], will)
    if behind_verb and not will:
        return "wéi", not perhaps
    if _COUNTED.match(text, at + 1):
        return ("wèi", False) if perhaps else ("wéi", True)
    return "wèi" if perhaps or will else "wéi", does and clause[0].part_of_speech != "v"


def _does(words: list[Word], will: bool) -> bool:
    """Whether a verb stands behind the first word, or what is a noun as well (服务) where a verb is due."""
    tags = [word.part_of_speech for word in words] + [""]
    return any(tag == "v" or tag == "vn" and (before in ("r", "nr") or after == "ul" or will and not after.strip("x"))
               for before, tag, after in zip(tags, tags[1:], [*tags[2:], ""]))


def _clause(text: str, cut: tuple[Word, ...], number: int) -> list[Word]:
    found = []
    for word in cut[number:]:
        if text[word.start] in "，。！？；：,;!?\n":
            break
        found.append(word)
    return found


def _de(text: str, at: int, cut: tuple[Word, ...], number: int) -> tuple[str, bool]:
    """得 is “must” between who must (or a word like 还) and what, a particle after what is done, and else “to get”."""
    if cut[number].start < at:
        return "de", False
    before, after = (cut[place] if 0 <= place < len(cut) else None for place in (number - 1, number + 1))
    if after is None or not text[after.start].isalnum():
        return "dé", False
    if _GOT.match(text, at + 1):
        return "dé", False
    if before is None or not text[before.start].isalnum() or before.part_of_speech[0] in "rd" or before.part_of_speech in ("nr", "ns", "nt", "n", "t"):
        acts = after.part_of_speech[0] in "vpd" or after.part_of_speech in ("l", "i")
        return ("děi", True) if acts else ("dé", False)
    return "de", before.part_of_speech[0] in "va"
