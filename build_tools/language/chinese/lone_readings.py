"""How a character with several readings is read where no phrase of the dictionary tells it: 为 is
wéi, to be, or wèi, for.
"""

import re

from build_tools.language.chinese.beside import meant, table
from build_tools.language.chinese.words import Word, frequency

USUAL = {
    char_said[0]: char_said[1:]
    for char_said in [
        "帖tiě",
        "勒lè",
        "佛fó",
        "泊bó",
        "卜bǔ",
        "囤tún",
        "颇pō",
        "曝bào",
        "晟shèng",
        "琢zhuó",
        "拽zhuài",
        "匙chí",
        "嗯ǹg",
        "尽jìn",
        "铺pū",
    ]
}
"""Characters of which the dictionary names another reading first than the one that they have by
themselves; from the Xiandai Hanyu Cidian.
"""

_NUMBER = r"[\d一二三四五六七八九十百千万亿两几半数多]"
_AROUND = (
    ("帖", r"[字碑法画临]", r"", "tiè"),
    ("勒", r"", r"[紧住死着得脖]", "lēi"),
    ("曝", r"", r"晒", "pù"),
    ("尽", r"", r"[快早量先可管速]", "jǐn"),
    ("干", r"[擦晒晾烘吹风烤烧榨抽拧流哭喝吸]", r"", "gān"),
    ("行", r"[该总分支投央农商各本贵世亚]", r"(?![为动走驶使抵程至进])", "háng"),
    ("行", r"[就不才也可]", r"", "xíng"),
    ("行", r"", r"[抵至驶走经贿凶乞]", "xíng"),
    ("长", r"[部处科局厅校院所队班组社会厂站行村镇乡县区市州省船机舰店园馆事]", r"", "zhǎng"),
    ("掺", r"", r"", "chān"),
    ("系", r"", r"[着紧]|[好上了]\w{0,4}[带绳结巾裙扣领裤]", "jì"),
    ("长", r"", r"[大高胖出成得满势]", "zhǎng"),
    ("长", r"[很太更最较超米里尺年]", r"", "cháng"),
    ("长", r"", rf"{_NUMBER}|[达约逾洲沙春江岛期度久短跑]", "cháng"),
    ("重", r"[很太更最过严沉偏尊慎看注着侧]", r"", "zhòng"),
    ("重", r"", rf"{_NUMBER}|[达约逾]", "zhòng"),
    ("重", r"[双三多几一两]", r"", "chóng"),
    ("重", r"", r"[启建组修返回归做写审塑构整新播演装游开登置设选签拍拾]", "chóng"),
    ("种", r"[这那哪此各每某一两三四五六七八九十几多何]", r"", "zhǒng"),
    ("种", r"", r"[下了着树菜花田粮地]", "zhòng"),
    ("数", rf"{_NUMBER}|[人次总基份户票]", r"(?![了着钱])", "shù"),
    ("数", r"", r"[十百千万亿月年日天名人次家位倍]", "shù"),
    ("数", r"", r"[了着钱清]", "shǔ"),
    ("应", r"", r"\w{0,12}(?:要求|请求|之约)|\w{0,24}邀", "yìng"),
    ("应", r"", r"[承由向在予当如为对负立及以尽将该从把获属有加给]", "yīng"),
    ("朝", r"[今明一]", r"", "zhāo"),
    ("朝", r"", r"", "cháo"),
    ("处", r"[这那哪一二三两几多各此该数]|(?:新闻|办事|秘书|管理|人事|宣传|联络|代表)", r"", "chù"),
    ("处", r"", r"[以于在理置罚决]", "chǔ"),
    ("差", r"[很太更最较极真不略]", r"", "chà"),
    ("差", r"息", r"", "chā"),
    ("累", r"[很太更最好真]", r"", "lèi"),
    ("累", r"", r"[倒死坏垮]", "lèi"),
    ("供", r"", r"[货电水气暖需销]", "gōng"),
    ("供", r"[招口翻串]", r"", "gòng"),
    ("供", r"", r"[述认词]", "gòng"),
    (
        "还",
        r"",
        r"[款债贷清]|钱(?!\w)|给[他她它我你]|[他她你我]们?(?:一个)?(?:公道|清白|自由|真相)",
        "huán",
    ),
    ("还", r"[不未]", r"\W|$", "huán"),
    ("率", r"亲", r"", "shuài"),
    (
        "率",
        r"(?<![过业比效概利汇税频增胜命速收出生死亡用有格险费功])",
        r"[队领先众]|\w{0,4}(?:代表团|团队|高管|员工|主管(?!部门|机关|单位)|干部|部下|众人|一行|同仁|同事|部属|弟子|全体\w{0,4})",
        "shuài",
    ),
    ("调", r"", r"[查取研动派离任往档]", "diào"),
    ("调", r"[上下微空协]", r"", "tiáo"),
    ("调", r"", r"[整解控节价低高息蓄升减速压酒测]", "tiáo"),
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
    (
        "只",
        r"[\d一二三四五六七八九十百千万亿两几数每这那哪首]|[十百千万]多|(?<![最许顶至更])多",
        r"(?!是|有|能|要|会|不|得|可|许|怕|想|为|因|需|好)",
        "zhī",
    ),
    ("载", r"[一二三四五六七八九十百千两几数半]", r"(?![人货客重物有满])", "zǎi"),
    ("斗", r"[一二三四五六七八九十两几半烟漏北熨]", r"", "dǒu"),
    ("斗", r"", r"[六南笠篷]", "dǒu"),
    ("脏", r"[心肝脾肺肾胃内五]", r"", "zàng"),
    ("脏", r"", r"[器腑]", "zàng"),
    ("脏", r"", r"", "zāng"),
    ("发", r"[染烫植银假]", r"(?![射布出现生表送放货文帖声])", "fà"),
)
"""(character, before, after, reading): what it means by what stands before and after it; the first
that fits. One line for a meaning, and no names.
"""
_TABLE = table(_AROUND)
_WITHIN = (
    ("长", r"^", r"[大高胖出成得满势史相女子孙进辈老者官]", "zhǎng"),
    ("长", r"^", r".", "cháng"),
    ("长", r"[全片加悠绵边步臂字纵等天]", r"$", "cháng"),
    ("都", r"^", r"[行能会是要有没还想]", "dōu"),
    ("都", r"[谁么啥哪都也]", r"$", "dōu"),
    ("都", r"", r"", "dū"),
    ("藏", r"[青川滇进入援驻涉后]", r"", "zàng"),
    ("藏", r"", r"[语文传北学民区王刀僧式羚印经獒历]", "zàng"),
    ("塞", r"", r"[尔拉班浦族纳内曼尚特维罗舌]", "sài"),
    ("塞", r"[安波]", r"", "sài"),
    ("发", r"[染美银假乌毫植烫洗护]", r"$", "fà"),
    ("发", r"", r"[丝梢廊髻箍饰质色际]", "fà"),
    ("中", r"[射刺猜投选抽料押]", r"$", "zhòng"),
    ("中", r"^", r"[选举肯邪枪箭签靶意]", "zhòng"),
    ("切", r"[剪横裁]|^", r"$|[块开换下线碎丝菜成掉片]", "qiē"),
    ("划", r"", r"[破伤痕桨艇手]", "huá"),
    ("卷", rf"^{_NUMBER}|[问试考答阅查首分各掩多]", r"$", "juàn"),
    ("卷", r"", r"[首末尾]", "juàn"),
    ("弹", r"", r"[奏指压唱跳起拨回窗出劾]", "tán"),
    ("散", r"^", r"[货客打手淡单户装养]", "sǎn"),
    ("曲", r"[一唱名单歌题尾头金舞]", r"$", "qǔ"),
    ("曲", r"", r"[式集风目库]", "qǔ"),
    ("粘", r"", r"[膜度滞稠液]", "nián"),
    ("冠", r"[争夺卫英欧中德意法西世]", r"", "guàn"),
    ("冠", r"", r"[以亚绝]", "guàn"),
    ("炸", r"", r"[鸡酱串薯糕丸鱼虾猪]", "zhá"),
    ("圈", r"猪", r"|养", "juàn"),
    ("圈", r"", r"养", "juàn"),
    ("着", r"不", r"$", "zháo"),
    ("着", r"^", r"[实床]", "zhuó"),
    ("着", r"^", r"地", "zháo"),
    ("铺", r"[商金书药饭上中下卧]", r"$", "pù"),
    ("调", r"[可回谐]", r"$", "tiáo"),
    ("差", r"[温级落高反逆方视时色岁外利价压残]", r"$", "chā"),
    ("朴", r"[质古简纯素诚浑淳俭]", r"", "pǔ"),
    ("重", r"^", r"[排蹈见来名]", "chóng"),
    ("种", r"[接改补栽]", r"$", "zhòng"),
    ("种", r"^", r"[养粮]", "zhòng"),
    ("应", r"[接侍救]", r"", "yìng"),
    ("应", r"^", r"[激力诉标城县]", "yìng"),
    ("分", r"[缘情糖职]", r"$", "fèn"),
    ("分", r"^[大小高水单双多氧氢巨超]", r"子", "fēn"),
    (
        "得",
        r"^[^不取获所博夺心自难]",
        r"[对好住上下过起多着了来去开出通动清够到见准快慢远高]",
        "de",
    ),
    ("将", r"[麻副偏爱天]", r"$", "jiàng"),
    ("干", r"^", r"[妈湿热季性式眼]", "gān"),
    ("干", r"[瓜椰果]", r"$", "gān"),
    ("只", r"^[首半整]", r"$", "zhī"),
    ("累", r"^", r"[进犯]", "lěi"),
    ("轧", r"[热冷]|^", r"$|制", "zhá"),
    ("薄", r"[绵不]|^", r"$|[冰礼]", "bó"),
    ("倒", r"[按吹]", r"$", "dǎo"),
    ("相", r"[假脸气液]", r"$", "xiàng"),
    ("几", r"^|庶", r"近|$", "jī"),
    ("当", r"权", r"$", "dàng"),
    ("处", r"身", r"$", "chǔ"),
    ("数", r"要", r"$", "shǔ"),
    ("教", r"^", r"课", "jiāo"),
    ("载", r"^", r"[明文]", "zǎi"),
    ("奔", r"直", r"$", "bèn"),
    ("挑", r"^", r"起", "tiǎo"),
    ("宁", r"^", r"死", "nìng"),
    ("难", r"救", r"$", "nàn"),
    ("哄", r"内", r"$", "hòng"),
    ("乐", r"^", r"[声评迷]", "yuè"),
    ("济", r"^", r"源", "jǐ"),
    ("模", r"^", r"[版压]", "mú"),
    ("看", r"^", r"住", "kān"),
    ("为", r"^", r"民", "wèi"),
    ("了", r"不得", r"$", "liǎo"),
)
"""The same within a word of two characters or more that the dictionary does not list, and so reads
by its characters: 长 that begins a word is
long (长臂), unless it grows (长势). Beside a word they would be there by chance: 切 of
密切|开展."""
_INSIDE = table(_WITHIN)
_CHILD = re.compile(
    "[男女弟父母夫亲孝长次养幼独义世嗣王太公君才学士臣妃天人犬骄赤浪游孺童仙教逆孔孟荀墨韩非诸哲西"
    "电分原粒离质中因量光介核重转定算配弹孢精卵莲瓜松棋黑石舟双甲丙戊庚壬]子$"
)
"""Words that end with 子, zǐ: a child or person, a master, a particle, a seed. At the end of other
nouns it is the suffix, zi: 桌子.
"""
_CHILD_OR_SUFFIX = frozenset(["老子", "孙子", "庄子"])
"""The master, or the father and the grandson and the farmstead."""
_COMMON = 1000
"""So frequent a noun ends in 子 whatever jieba takes its word for: 房子 of 盖房子, to it a name."""
_VERBS = {"量": "liáng", "教": "jiāo", "数": "shǔ", "种": "zhòng"}
"""Characters that are read so as verbs: 教过 and 数一下, but 佛教 and 人数."""
_ACTS = re.compile("[了过着完]|一[下遍次数量]|[你我他她它咱给出]|大家|您")
"""After a verb."""
GUESSED = frozenset("为长重种数当应空转朝背倒调挑难散强禁担差弹涨干卷兴划炸供恶累处得行假")
"""Characters that are two words, each read in its own way: 长 cháng, long, and zhǎng, to grow.
Where nothing tells which, it is a guess.
"""

_NAMED = re.compile(
    r"(?:以下|如下|分别|[均皆共约仅即])$|主要$|(?<![可所难予加足得])以(?![及后来前上下内外])\W?\w{1,12}\W?$|多$"
)
"""Before 为, to be: 以下为全文, 以和平为主题."""
_COUNTED = re.compile(rf"{_NUMBER}|[每近约逾超零负]|[期止主例限准由]")
"""After 为, to be: 利润为三亿元."""
_CLOSING = "”’」』》）】"
"""Behind what is a noun as well: “牛煜”为化名."""
_WHY = re.compile(r"[此何了]|什么")
"""After 为, for: 应为此负责."""
_WILL = re.compile(
    r"(?:[要会能可应该愿想须将先]|决定|表示|承诺|希望|计划|拒绝|继续|负责|准备|愿意|必须|可以|打算|努力|专门|请勿)$"
)
"""Before 为, for, though it is a verb: 愿意为用户承担."""
_GOT = re.compile(r"[知到出以分奖票主]|[了过](?!\w*[好清])")
"""After 得, to get."""
_GAINED = "征录摘既兼捧求挣复彼乍"
"""Before 得 in one word: 征得, to obtain, and names (彼得)."""


def lone_reading(text: str, at: int, cut: tuple[Word, ...], number: int) -> tuple[str, bool] | None:
    """How the character at `at`, in the word `number` of `cut`, is read, and whether that is sure;
    None where nothing here tells.

    >>> from build_tools.language.chinese.words import words
    >>> def read(text, char): return next(lone_reading(text, text.index(char), words(text), n) for n, w in enumerate(words(text)) if w.end > text.index(char))
    >>> read("利润为三亿元", "为"), read("律师为当事人辩护", "为"), read("他长了一岁", "长"), read("我们得承担责任", "得")
    (('wéi', True), ('wèi', True), None, ('děi', True))
    """
    start, end, _ = cut[number]
    if end > start + 1 and (said := meant(_INSIDE, text[start:end], at - start, at - start + 1)):
        return said, True
    if text[at] == "子":
        return _zi(text, at, cut[number])
    if text[at] == "为":
        return _wei(text, at, cut, number)
    if text[at] == "得" and cut[number].end == at + 1:
        return _de(text, at, cut, number)
    if text[at] in _VERBS and cut[number].start == at and _ACTS.match(text, at + 1):
        return _VERBS[text[at]], True
    said = meant(_TABLE, text, at, at + 1)
    return (said, True) if said else None


def _zi(text: str, at: int, word: Word) -> tuple[str, bool]:
    """子 is the suffix zi at the end of a noun that is nobody's name, and at that of the first of
    two in one word: 种子|选手; else zǐ.
    """
    here = text[word.start : word.end]
    if here in _CHILD_OR_SUFFIX:
        return "zǐ", False
    if (
        word.start < at < word.end - 1
        and frequency(text[word.start : at + 1])
        and not _CHILD.search(text[word.start : at + 1])
    ):
        return "zi", word.end > at + 2 and frequency(text[at + 1 : word.end]) > 0
    suffix = (
        word.end == at + 1 > word.start + 1
        and (word.part_of_speech not in ("nr", "nz") or frequency(here[-2:]) > _COMMON)
        and not _CHILD.search(here)
    )
    return ("zi" if suffix else "zǐ"), True


def _wei(text: str, at: int, cut: tuple[Word, ...], number: int) -> tuple[str, bool]:
    """为 is “for” where its noun is followed by what is done for it, and “to be” behind a verb
    (任命为) and before what something is.
    """
    if _WHY.match(text, at + 1):
        return "wèi", True
    clause = _clause(text, cut, number + 1)
    before = cut[number - 1] if number else None
    if (
        cut[number].end > cut[number].start + 1
        or any(text[word.start : word.end] == "所" for word in clause)
        or _NAMED.search(text, max(0, at - 14), at)
    ):
        return "wéi", True
    if before is None or (
        before.part_of_speech == "x"
        and not text[before.start].isalnum()
        and text[at - 1] not in _CLOSING
    ):
        return ("wéi", False) if _COUNTED.match(text, at + 1) else ("wèi", True)
    will, behind_verb = bool(_WILL.search(text, 0, at)), before.part_of_speech == "v"
    last = max(
        (place for place, word in enumerate(clause) if word.part_of_speech == "uj"), default=-1
    )
    perhaps, does = _does(clause, will), _does(clause[last + 1 :], will)
    if behind_verb and not will:
        return "wéi", not perhaps
    if _COUNTED.match(text, at + 1):
        return ("wèi", False) if perhaps else ("wéi", True)
    return "wèi" if perhaps or will else "wéi", does and clause[0].part_of_speech != "v"


def _does(words: list[Word], will: bool) -> bool:
    """Whether a verb stands behind the first word, or what is a noun as well (服务) where a verb is
    due.
    """
    tags = [word.part_of_speech for word in words] + [""]
    return any(
        tag == "v"
        or (
            tag == "vn"
            and (before in ("r", "nr") or after == "ul" or (will and not after.strip("x")))
        )
        for before, tag, after in zip(tags, tags[1:], [*tags[2:], ""], strict=False)
    )


def _clause(text: str, cut: tuple[Word, ...], number: int) -> list[Word]:
    found = []
    for word in cut[number:]:
        if text[word.start] in "，。！？；：,;!?\n":
            break
        found.append(word)
    return found


def _de(text: str, at: int, cut: tuple[Word, ...], number: int) -> tuple[str, bool]:
    """得 is “must” between who must (or a word like 还) and what, a particle after what is done,
    and else “to get”.
    """
    if cut[number].start < at:
        return ("dé", True) if text[at - 1] in _GAINED else ("de", False)
    before, after = (
        cut[place] if 0 <= place < len(cut) else None for place in (number - 1, number + 1)
    )
    if after is None or not text[after.start].isalnum():
        return "dé", False
    if _GOT.match(text, at + 1):
        return "dé", False
    if (
        before is None
        or not text[before.start].isalnum()
        or before.part_of_speech[0] in "rd"
        or before.part_of_speech in ("nr", "ns", "nt", "n", "t")
    ):
        acts = after.part_of_speech[0] in "vpd" or after.part_of_speech in ("l", "i")
        return ("děi", True) if acts else ("dé", False)
    return "de", before.part_of_speech[0] in "va"
