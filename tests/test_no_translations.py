"""Texts that hold both languages without being translations of each other: nothing is proposed for
them, or only what is right.
"""

import polib
import pytest

from tests.conftest import copy_small
from tests.test_bilingual_texts import add, po
from tests.translated import sync

TWO_AUTHORS = """\
永昌百货突然结业
2019年5月6日，永昌百货宣布关闭全部11家门店，约200名员工收到通知时正在上班。
公司主席霍兆麟在记者会上鞠躬道歉，他说：“我对不起大家。”
工会估计拖欠的工资约为3400万元。
员工何桂芳说，她在鞋部工作了28年，从电视新闻才知道公司没了。
劳工处表示会协助员工申请补偿。
有学者认为，公司最大的失误是沉默了4天。
供应商的货物仍然锁在店内，总值约90万元。
Why Wing Cheong failed
For years the family that ran Wing Cheong believed that its name was enough. Rents doubled, shoppers went online and nobody on the board had ever sold anything on a screen.
When Fok Siu-lun took over in 2009 he sold 40 per cent to a Taiwanese group and promised modern stores. Only two were ever built.
The closure on 6 May 2019 of all 11 branches surprised no analyst I spoke to. What surprised them was the silence.
A crisis plan existed; I have seen it. It runs to three pages and was last revised in 2004.
Staff are owed some HK$34 million, and the union expects more claims.
Retail is a hard trade, but it is not a secret one. Wing Cheong kept its troubles from the people who could have helped.
"""
SUMMARY = """\
水价风波中的一碗水
1911年2月，滨江自来水公司把水价提高了四成，城里一时议论纷纷。
挑水夫行会担心失去生计，四处散布谣言，说自来水里掺了洋药。
3月4日，数百人冲进公司，砸毁了水表和门窗。
公司里的职员从后门逃走，只有账房先生留了下来。
唐继芳当天正在上海谈一笔借款，第二天才赶回滨江。
有人劝他报官，他没有答应。
他让人在城隍庙前摆了一张桌子，桌上放一只大碗。
几千人围着看。
他把碗里的自来水一口一口喝完，然后坐在那里，一直坐到天黑。
第二天他宣布恢复原价，并雇用挑水夫送水。
《滨江日报》称之为“一碗水，胜过千张告示”。
后来的研究者把这件事看作中国企业公共关系的早期例子。
不过也有人指出，公司在同一年里悄悄提高了接管费。
Abstract
In 1911 the Binjiang Waterworks, whose price rise of 40 per cent had led to a riot on 4 March, won back the public when its founder, Tang Jifang, drank a bowl of tap water before the City God Temple. This article asks what the gesture achieved. It argues that the bowl mattered less than the decision to employ the water carriers. Sources are the Binjiang Daily and the company's own letters.
"""
INTERVIEW = """\
对话北辰航空总裁周明
Mr Zhou, why did it take eleven hours to tell passengers what was going on?
因为我们自己也不知道。
What do you mean by that?
空管、机场、机组，三边的说法都不一样，我们在等一个确定的消息。
Some of the 268 passengers slept on the floor.
我看到照片了。那天晚上我在广州，第一件事就是给值班经理打电话，问他毯子在哪里。
And what was the answer?
他说仓库的钥匙在另一个人手里。
Is 800 yuan enough?
不够。钱从来都不够。
Would you fly with Beichen tomorrow?
我明天就坐自己家的飞机回成都，坐最后一排。
How will you make sure that it never happens again?
没有人能保证。我能保证的是，下一次，每30分钟有人出来说一次话。
Thank you for your time.
谢谢。
"""
QUOTATIONS = """\
一句道歉翻译成英文之后
2018年9月，海蓝科技的创始人林越在旧金山出席听证会，向美国用户道歉。
他的中文稿写的是“我们错了”，可是台上的英文是另一句话。
We regret that some users may have been affected.
当地媒体《湾区纪事》在头版引用了这句话，并加了一句评论。
Regret is what you feel about the weather.
林越的公关顾问后来解释，律师不允许使用“错”字。
There was never any intention to mislead the public.
这一解释在国内引起了更大的不满，微博上有12万条评论。
一位网友贴出了1982年强生公司的声明，作为对照。
Our first responsibility is to the people who use our products.
两周以后，林越重新录了一段视频，这一次没有稿子。
I was wrong, and I am sorry.
视频播放了300万次，股价当天回升了4%。
"""
CONTENTS = """\
目录 Contents
第一章　危机的开始　1
Chapter 1  How crises begin  1
第二章　沉默的代价　23
Chapter 2  The price of silence  23
第三章　谁来道歉　47
Chapter 3  Who should apologise  47
第四章　员工与家属　68
Chapter 4  Employees and families  68
第五章　律师与公关　91
Chapter 5  Lawyers and public relations  91
第六章　社交媒体　118
Chapter 6  Social media  118
附录　案例年表　142
Appendix  Chronology of cases  142
索引　160
Index  160
"""
BOILERPLATE = """\
清禾乳业就鲜牛奶异味致歉
3月14日晚，清禾乳业陆续接到消费者反映，称购买的鲜牛奶有异味。
公司在3月18日发表声明，承认宿迁工厂的清洗程序被缩短了18分钟。
受影响的产品共三个批次，合计52800瓶。
公司表示将给予十倍赔偿，并免去生产副总裁的职务。
董事长本年度不领取薪酬。
有11位消费者曾经就医，目前均已回家。
About PR Newsline
PR Newsline is the leading distributor of press releases in Asia, reaching 18,000 newsrooms in 11 countries. Founded in 1994, it has offices in Hong Kong, Singapore and Tokyo.
This release contains forward-looking statements that involve risks and uncertainties. Actual results may differ materially from those expressed or implied.
The issuer is solely responsible for the content of this announcement. No part of it may be reproduced without written permission.
To stop receiving releases, write to us at any time. Copyright 2019 PR Newsline. All rights reserved.
"""
APART = {
    "two authors on one affair": TWO_AUTHORS,
    "an English summary": SUMMARY,
    "questions in English, answers in Chinese": INTERVIEW,
    "English quotations": QUOTATIONS,
    "an unrelated boilerplate": BOILERPLATE,
}


CONTENTS_LINES = CONTENTS.splitlines()[1:]


@pytest.fixture(scope="module")
def proposed(tmp_path_factory):
    """Of each text what `sync` found for its sentences."""
    root = copy_small(tmp_path_factory.mktemp("apart") / "archive")
    ids = {f"apart-{number}": text for number, text in enumerate(APART.values())} | {
        "contents": CONTENTS
    }
    for id, text in ids.items():
        add(root, id, text)
    sync(root)
    return {
        id: {unit.msgid: unit.msgstr for unit in polib.pofile(str(po(root, id))) if unit.msgstr}
        for id in ids
    }


@pytest.mark.parametrize("number", range(len(APART)), ids=APART)
def test_two_languages_that_say_different_things_are_not_paired(proposed, number):
    assert proposed[f"apart-{number}"] == {}


def test_a_contents_list_is_paired_line_by_line_and_its_heading_which_is_both_languages_with_nothing(
    proposed,
):
    right = dict(zip(CONTENTS_LINES[::2], CONTENTS_LINES[1::2], strict=True))
    assert proposed["contents"] == right | {there: here for here, there in right.items()}
