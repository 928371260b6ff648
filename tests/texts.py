"""A few paragraphs as the first seeds have them, and rules, for tests of the program: those read no
file of the collection.
"""

from pathlib import Path

RULES = Path(__file__).resolve().parent / "rules"
"""Debris patterns and conversion corrections, as the archive had them once; its own may change."""

CHINESE = (
    "刚刚,小米公开发布处理决定,两位高管遭点名,一名员工被辞退。事情闹到这个程度,说明问题不小。到底是怎样的一次“接触”,让公司罕见地连夜调查、迅速处罚,还专门写了一份带情绪的公开道歉声明?",
    "如果只是普通的业务试错,犯不上直接开掉执行人员,公开批评副总裁、扣奖励、罚工资。这次事件里,到底哪根线被踩到了?",
    "咱今天拆一拆这事背后的关键点,也看看企业在流量时代跟KOL打交道时,最怕犯的错是什么。",
    "先说下原委:小米团队最近被发现私下接触了一位舆论有争议的KOL。外界没说名字,但说是“被大家发现了”,说明已经在社交网络上引发关注甚至争议。",
    "知道 KOL 的江湖地位有多微妙的人都懂,一个选择不当,就可能引发品牌公信力的塌方。企业内部应该本来就有风控机制,这种合作要么流程走得不规范,要么判断出现了严重偏差。",
    "小米的反应很快。当天晚上,公关部总经理徐洁云就出来回应说:合作立即终止,未来也不会再与该KOL有任何往来。",
    "24小时内处理节奏极快,显然高层已经感觉到事件可能造成更大舆情。",
    "官方最后的处理结果是这样的:",
    "• 直接负责的员工被辞退;",
    "• 副总裁兼CMO许斐、公关部总经理徐洁云被公司通报批评;",
)
"""A commentary on the penalties of January 2026: paragraphs of one to three sentences, with
half-width punctuation, as found.
"""

SNIPPETS = (
    "雷军回应小米KOL投放争议:绝对不能容忍任何诋毁诅咒车主的KOL",
    "1月7日晚,小米创办人、董事长兼CEO雷军在直播中谈及“团队与相关KOL接触一事”的处罚。雷军表示,这件事情为什么这么严重,不是因为这个KOL批评了小米,也不是因为这个KOL得罪了米粉,是因为这个KOL一直在贬低,甚至诅咒小米用户,“作为企业我们肯定不能容忍”。雷军资料图“我们的底线是什么?我们要坚定地站出来保护我们的用户,保护",
    "雷军否认“营销之神”,再次回应各种质疑!",
    "雷军回应kol事件:绝对不能容忍任何人诋毁小米车主 快科技1月7日消息,在今晚直播中,徐洁云现身直播间,随后与雷军谈到了近期由某kol引发的舆情以及小米公布的处罚。雷军表示,这件事情为什么这么严重,不是因为KOL批评了小米,也不是因为KOL得罪米粉,因为KOL一直在攻击、贬低小米用户,作为企业我们肯定不能容忍。“我...",
    "1月6日,记者获悉,针对网络有关KOL合作争议,小米集团董事长特别助理、战略市场部副总经理徐洁云发文回应称,“经过仔细的调查确认,我们的团队此前确实跟相关KOL有过接触。经大家提醒,经过查证,我们立即终止可能进行的任何形式的合作,且以后也不会合作。”徐洁云发文回应。据了解,此前有网友发文称,小米计划与有...",
    "小米拟合作“米黑”KOL引众怒,紧急终止合作还致歉_智能手表_什么...",
    "雷军首度回应近期 KOL 接触事件:核心并非批评小米,严重性在于他...",
    "小米就合作争议道歉 宣布终止与相关KOL合作 网经社 电子商务研究...",
    "其实,从数据角度看,小米近来明显收紧了中小KOL投放预算,那些原本稳固社区活跃度的小兵散伙也导致用户粘性下降。而且专业要求提升,让简单粗暴的“一锤定音”式操作显然行不通,没有体系支撑,只凭个人英雄主义早晚栽跟头。这就好比足球战术升级,单靠一个超级射手绝杀是不够的,要团队配合默契才有胜算。我忍不住想...",
)
"""What a search engine showed of reports of the same days, cut off where it cut them."""

ENGLISH = (
    "65438+February 15, BYD Network Reporting Center released a message saying that it was false news to build a car for Xiaomi, and BYD did not produce this model with Xiaomi.",
    "Xiaomi officially responded that the relevant pictures are fake and Xiaomi has no plans to build a car. I hope you don't believe me.",
    'It is understood that many pictures flowing out of the Internet show that the vehicle is a convertible model and marked with "Xiaomi Blue Sky Plan". After booking, the user must pick up the car at the designated BYD dealer. The article also said, "Xiaomi is about to release the\' first car for young people\' jointly produced with BYD-Qingyue S 1, with a price of 84,999 yuan". BYD has obtained relevant information in accordance with the law, and will safeguard its corporate reputation through legal channels in the future.',
    "BYD and Xiaomi do have cooperation, but not the whole vehicle. 65438+February 1 1, the joint laboratory founded by BYD Electronics and Xiaomi * * * was officially completed in BYD Electronics Huizhou Park. It is understood that with the establishment of the joint laboratory, the two sides intend to establish a technology development platform and continue to explore cutting-edge technologies in the industry to meet the appearance and functional needs of end consumers.",
)
"""A machine translation of a denial."""
