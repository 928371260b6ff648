"""What stands in company: lines that are hidden because of what stands beside them, and lines of a
text that never are.
"""

import pytest

from build_tools.model.problem import Place
from build_tools.model.rules import DebrisRule
from build_tools.model.source import SourceRecord
from build_tools.model.text import Seed
from build_tools.pipeline import build
from build_tools.stages.cleaning.clean import clean
from tests.sentences.measure import cleaned

WHY = {"en": "Button", "zh-Hans": "按钮"}
RULES = tuple(
    DebrisRule(id=id, kind=kind, where=where, pattern=pattern, reason=WHY, example="")
    for id, kind, where, pattern in [
        (
            "button",
            "furniture",
            "line",
            r"^(?:Skip to content|Share this|跳转到内容|分享到微信|© \d{4}.*|版权所有.*|Leave a Reply|发表评论|\d+ Comments)$",
        ),
        ("row", "furniture", "row", r"^(?:(?P<button>Like|Save|赞|收藏)\s*)+$"),
        ("credit", "credit", "line", r"^(?:编辑|Editor)[:：].*$"),
        ("credits", "credit", "among", r"^(?!记者|Contact)[\w ]{2,20}[:：]\s?[\w ]{2,12}$"),
    ]
)
EN = "Bakery recalls stale bread from every shop\n2024-03-04 09:30\n\nThe bakery recalled all of its bread on Monday, since the bread was stale. Every shop has sent it back. The bakery will pay for the stale bread."
ZH = "烘焙公司召回全部过期面包\n2024-03-04 09:30\n\n烘焙公司周一召回了全部面包，因为面包已经过期。公司表示，过期面包将由公司赔偿，召回在三天内完成。"


def hidden(text, **record):
    found, problems = clean(
        Seed("a", "seeds/a.txt", "", text), RULES, SourceRecord(**record), lambda *path: Place("a")
    )
    assert not problems
    return "\n".join(
        line
        for debris in found.debris
        for line in text[debris.start : debris.end].split("\n")
        if line.strip()
    ).split("\n")


@pytest.mark.parametrize(
    ("above", "body"),
    [
        ("The Town Crier\nSkip to content", EN),
        ("The Town Crier\nFood\nShare this", EN),
        ("镇上日报\n要闻\n跳转到内容", ZH),
        ("Town Crier\nNews › Food", EN),
        ("镇报\n镇报 > 正文", ZH),
        ("首页\n要闻\n登录", ZH),
        ("Home\nOur brands\nCareers", EN),
        ("观潮财经 | 深度", ZH),
        ("The Crier\nInterviews · Opinion · Jobs", EN),
        ("论坛\n›\n城事\n›", ZH),
    ],
)
def test_what_stands_with_furniture_over_the_headline_is_furniture(above, body):
    assert hidden(f"{above}\n{body}") == above.split("\n")


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Hartwell Bakery Limited", EN),
        ("FOR IMMEDIATE RELEASE", EN),
        ("本报记者 王芳", ZH),
        ("3 March 2024", EN),
        ("Stale bread", EN),
        ("过期面包", ZH),
    ],
)
def test_a_letterhead_a_kind_of_paper_a_name_a_day_and_what_the_text_speaks_of_stay_over_the_headline(
    line, body
):
    assert line not in hidden(f"{line}\nSkip to content\n跳转到内容\n{body}")


@pytest.mark.parametrize(("line", "body"), [("Office of the Town Clerk", EN), ("致各位顾客", ZH)])
def test_what_stands_next_to_the_headline_stays(line, body):
    assert line not in hidden(f"Skip to content\n{line}\n{body}")


@pytest.mark.parametrize(
    "text",
    [f"The Town Crier\n{EN}", f"The Town Crier\nSpecial report\n\n{EN}", f"镇上日报\n要闻\n{ZH}"],
)
def test_without_furniture_over_the_headline_all_stays(text):
    assert hidden(text) == [""]


@pytest.mark.parametrize(
    ("foot", "body"),
    [
        ("Share this\nPrivacy\nSitemap", EN),
        ("Leave a Reply\nName *\nWebsite\n© 2024 The Town Crier", EN),
        ("分享到微信\n手机版\n客户端\n版权所有 镇上日报", ZH),
        ("分享到微信\n关于镇报", ZH),
    ],
)
def test_what_stands_under_the_text_between_furniture_or_under_all_of_it_is_furniture(foot, body):
    assert hidden(f"{body}\n\n{foot}") == foot.split("\n")


@pytest.mark.parametrize(
    ("foot", "body"),
    [
        ("Ana Holt\nHead baker\nShare this", EN),
        ("Share this\nAna Holt\nana@bakery.example\n© 2024 The Town Crier", EN),
        ("Share this\nWith kind regards\nAna Holt\n© 2024", EN),
        ("分享到微信\n镇上面包有限公司\n2024年3月5日\n版权所有 镇报", ZH),
        ("分享到微信\n联系人：王芳\n版权所有 镇报", ZH),
        ("3 Comments\nTom\nserves them right", EN),
        ("Share this\nTom\nserves them right\nLike Save", EN),
        ("Share this\nTom\nserves them right\nLike Save\nAnn\nso stale\nLike Save", EN),
        ("发表评论\n老王\n早就不买了\n赞 收藏\n小李\n我也是\n赞 收藏", ZH),
    ],
)
def test_signatures_contacts_and_comments_under_the_text_stay(foot, body):
    sure = {
        "Share this",
        "分享到微信",
        "© 2024",
        "© 2024 The Town Crier",
        "版权所有 镇报",
        "3 Comments",
        "Like Save",
        "赞 收藏",
        "发表评论",
    }
    assert set(hidden(f"{body}\n\n{foot}")) <= sure


def test_what_a_record_rests_on_stays_between_furniture():
    text = f"{EN}\n\nShare this\nPrivacy\nSitemap\n© 2024 The Town Crier"
    assert (
        "Privacy" in hidden(text)
        and "Privacy" not in hidden(text, headings=("Privacy",))
        and "Privacy" not in hidden(text, kept=("Privacy",))
    )


def test_a_button_alone_is_one_only_beside_furniture_and_a_credit_only_beside_credits():
    assert hidden(f"{EN}\n\nLike\n\nNobody was ill.") == [""] and hidden(
        f"{EN}\n\nLike\nShare this\nSave\n\nNobody was ill."
    ) == ["Like", "Share this", "Save"]
    assert hidden(f"{ZH}\n\n编辑：王芳\n校对：李明\n记者：赵亮\n\n没有人生病。") == [
        "编辑：王芳",
        "校对：李明",
    ] and hidden(f"{ZH}\n\n地点：镇上\n分享到微信\n\n没有人生病。") == ["分享到微信"]


@pytest.mark.parametrize(
    "noise",
    [
        "~7 i; Y* V% b5 w  v9 A",
        "% ]8 }8 u; r# j' b  e, j",
        "* P5 k@ e! w; Q9 t# x",
        "1 r$ C2 y7 @0 _& L+ N# l8 I",
    ],
)
def test_signs_against_copying_are_hidden_alone_and_beside_words(noise):
    assert (
        hidden(f"{ZH}\n{noise}\n没有人生病。") == [noise]
        and hidden(f"{ZH}\n{noise}没有人生病。") == [noise]
        and hidden(f"{ZH}{noise}\n没有人生病。") == [noise]
    )


@pytest.mark.parametrize("line", ["文章插图", "Article image", "图片", "arrow"])
def test_the_same_words_in_line_after_line_are_hidden_and_a_refrain_stays(line):
    assert hidden(f"{ZH}\n\n{line}\n{line}\n\n{line}\n\n没有人生病。") == [line] * 3
    assert hidden(f"{ZH}\n\n{line}\n{line}\n没有人生病。\n{line}") == [""]


@pytest.mark.parametrize("line", ["道歉！", "1", "Sorry.", "问：", "……"])
def test_a_chant_a_number_and_a_label_stay_however_often_they_come(line):
    assert hidden(f"{ZH}\n\n{line}\n{line}\n{line}\n\n没有人生病。") == [""]


@pytest.mark.parametrize(
    "line",
    [
        "a + b = c - d; x * y > 0",
        "A B C D E F G",
        "1 2 3 4 5 6 7 8",
        "* * * * *",
        "3 - 1 ; 2 - 0 ; 1 - 1",
        ": ) : ( ; ) : D",
        "Q & A, J. R. R. T.",
        "if ( x < 3 && y > 4 ) { z = 5 ; }",
        "5 % of A , 6 % of B",
    ],
)
def test_sums_letters_results_and_smileys_are_no_noise(line):
    assert hidden(f"{ZH}\n{line}\n没有人生病。") == [""]


@pytest.mark.parametrize(
    ("list_", "sections"),
    [
        (
            "Contents\n(Top)\n1 Cause\n2 Recall\n2.1 Shops\n3 Notes",
            ["Cause[edit]", "Recall[edit]", "Shops[edit]", "Notes"],
        ),
        (
            "目录 [隐藏]\n1 起因\n2 召回\n3 赔偿\n4 注释",
            ["起因[编辑]", "召回[编辑]", "赔偿", "注释"],
        ),
        (
            "Table of contents\nI was wrong ..... 2\nWhat it cost ..... 5\nWhat we learned ..... 9",
            ["I was wrong", "What it cost", "What we learned"],
        ),
        ("本文目錄\n一天\n兩天\n三天", ["一天", "兩天", "三天"]),
    ],
)
def test_a_list_of_contents_is_hidden_and_its_sections_stay(list_, sections):
    text = f"{EN}\n\n{list_}\n\n" + "\n".join(f"{each}\nThe baker said so." for each in sections)
    assert hidden(text) == list_.split("\n")


@pytest.mark.parametrize(
    "list_",
    ["Analysts\nAna Holt\nTom Reed\nIda Moss", "Contents\nFlour\nWater\nSalt", "目录\n面粉\n水"],
)
def test_a_list_that_is_no_list_of_contents_stays(list_):
    assert hidden(
        f"{EN}\n\n{list_}\n\n"
        + "\n".join(f"{each}\nWe bake." for each in ("Ana Holt", "Tom Reed", "Ida Moss"))
    ) == [""]


def test_what_is_hidden_for_its_company_and_quoted_by_a_record_is_told_once_with_the_way_out(small):
    seed = small / "seeds/kol-zh.txt"
    seed.write_text(
        seed.read_text(encoding="utf-8").rstrip()
        + "\n\n分享到微信\n手机版\n公关夜话\n版权所有 某报\n",
        encoding="utf-8",
    )
    rules = "".join(
        f"  - {{id: r{n}, kind: furniture, where: line, pattern: '^{words}', reason: {{en: Button, zh-Hans: 按钮}}, example: {words}}}\n"
        for n, words in enumerate(("分享到微信", "版权所有"))
    )
    (small / "editorial/rules/debris.yml").write_text(f"rules:\n{rules}", encoding="utf-8")
    (small / "editorial/contradictions").mkdir(exist_ok=True)
    (small / "editorial/contradictions/name.yml").write_text(
        "id: name\nquestion: {en: Which?, zh-Hans: 哪个？}\nsides:\n  - {says: {en: A, zh-Hans: 甲}, evidence: [{source: kol-zh, quote: 手机版}]}\n  - {says: {en: B, zh-Hans: 乙}, evidence: [{source: kol-zh, quote: 公关夜话}]}\nnote: {en: N, zh-Hans: 注}\n",
        encoding="utf-8",
    )
    told = [p for p in build(small).faults if p.code != "seed-changed"]
    assert {(p.code, p.place.file) for p in told} == {("words-hidden", "seeds/kol-zh.txt")} and all(
        "Among the website's furniture" in p.what and "`kept`" in p.hint for p in told
    )


def test_a_row_that_comes_under_post_after_post_is_furniture_and_no_title():
    text = "".join(
        f"{who}@example.org\nlink\nfedilink\narrow-up\n{n}\n{said}\n"
        for who, n, said in (
            ("ana", 1, "The plant flooded."),
            ("bo", 7, "The plant should have closed."),
            ("cy", 12, "His apology is no apology."),
        )
    )
    found = hidden("The chief executive of the plant apologised for the flood.\n" + text)
    assert [each for each in found if each in ("link", "fedilink", "arrow-up")] == [
        "link",
        "fedilink",
        "arrow-up",
    ] * 3
    assert not {"ana@example.org", "The plant flooded."} & set(found)


def test_the_refrain_of_a_song_stays():
    text = "".join(
        f"{verse}\nO blow the man down\nGive me some time\n"
        for verse in ("Come all ye young fellows", "I am a bold sailor", "She hailed me in English")
    )
    assert not {"O blow the man down", "Give me some time"} & set(
        hidden("The choir sang.\n" + text)
    )


@pytest.mark.parametrize(
    "above",
    [
        "即时发布\n2024年3月4日\n董事长 陈大文",
        "The baker\nThe bread",
        "Ana Holt | The bakery",
        "致全体员工：\n王芳\n李明",
    ],
)
def test_what_says_when_who_or_what_the_text_is_of_stays_over_the_headline(above):
    assert not set(above.split("\n")) & set(hidden(f"{above}\n{EN}"))


RIGHTS = DebrisRule(
    id="rights", kind="furniture", where="line", pattern="^版权所有.*$", reason=WHY, example=""
)


def under_rights(foot):
    text = f"{ZH}\n\n版权所有 镇报\n{foot}"
    found = clean(
        Seed("a", "seeds/a.txt", "", text), (RIGHTS,), SourceRecord(), lambda *path: Place("a")
    )[0]
    return "\n".join(text[d.start : d.end] for d in found.debris)


def test_what_a_site_says_of_itself_under_its_notice_of_rights_goes_with_it():
    foot = "本网站图标为镇报集团的注册商标，未获许可请勿使用。\n手机版\n无障碍"
    assert under_rights(foot).endswith(foot)


@pytest.mark.parametrize(
    "foot",
    [
        "面包公司周二再次表示，赔偿已经开始，过期面包已经召回。",
        "记者：王芳",
        "2条评论\n我家也买了这种东西。",
    ],
)
def test_what_the_text_speaks_of_a_signature_and_comments_stay_under_a_notice_of_rights(foot):
    assert foot.split("\n")[-1] not in under_rights(foot)


def test_a_list_of_links_ends_before_who_wrote_the_text():
    rule = DebrisRule(
        id="links", kind="links", where="list", pattern="^热门话题$", reason=WHY, example=""
    )
    text = "热门话题\n面包店片段疯传\n撰文：何嘉欣\n烘焙公司召回面包\n\n公司召回了面包。"
    found = clean(
        Seed("a", "seeds/a.txt", "", text), (rule,), SourceRecord(), lambda *path: Place("a")
    )[0]
    assert [text[d.start : d.end] for d in found.debris] == ["热门话题\n面包店片段疯传"]


def test_a_notice_that_a_mail_program_broke_is_hidden_to_its_end_and_no_further():
    rule = DebrisRule(
        id="notice",
        kind="mail",
        where="paragraph",
        pattern="^This email .*confidential.*addressee.*$",
        reason=WHY,
        example="",
    )
    notice = "This email and any attachments are confidential and meant for the\naddressee. If you have it in error, please delete it and tell the\nsender."
    text = f"The bread was stale.\n\n{notice}\nHolt plc, 1 Quay Street."
    found = clean(
        Seed("a", "seeds/a.txt", "", text), (rule,), SourceRecord(), lambda *path: Place("a")
    )[0]
    assert [text[d.start : d.end] for d in found.debris] == [notice]


def test_two_buttons_under_every_heading_are_noise_and_a_refrain_is_none():
    text = "\n".join(f"{each}经过\n播报\n编辑\n面包{each}天没有送到。" for each in "一二三")
    assert hidden(text) == ["播报", "编辑"] * 3
    song = "\n".join(
        f"Hallelujah\nGlory be\nThe bread was {each}." for each in ("hot", "cold", "gone")
    )
    assert hidden(song) == [""] or "Hallelujah" not in hidden(song)


LABELS = tuple(
    DebrisRule(id=id, kind="advert", where="line", pattern=pattern, reason=WHY, example="")
    for id, pattern in (
        ("label", r"^(?:ADVERTISEMENT|Story continues below)$"),
        ("subscribe", r"^Enter your email$"),
    )
)
POSTS = "\n".join(
    f"Post by {who} » Tue Oct 04, 2011 8:{minute} pm\nThe axles bend, says {who}.\nMine went back.\nTop\n"
    for who, minute in (("Ana", 12), ("Bo", 40), ("Cy", 55), ("Ana", 58))
)


def test_a_button_under_each_post_is_one_and_what_two_people_say_is_text():
    found = cleaned(POSTS + "\nBo\nOK\n", ())
    shown = [found.seed.text[b.start : b.end] for b in found.blocks]
    assert "Top" not in shown
    assert shown.count("Mine went back.") == 4


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (
            "寶島社 最新消息 政治 產經 生活 社會 地方\n電動公車起火　中港客運道歉\n2024/6/12 16:48\n中港客運的電動公車起火。客運道歉，公車停駛。\n",
            "寶島社 最新消息 政治 產經 生活 社會 地方",
        ),
        (
            "家 / 意见 / 声誉\n熊的眼睛掉了下来\n一只熊的眼睛掉了下来，公司为这些眼睛道歉。\n",
            "家 / 意见 / 声誉",
        ),
        (
            "The seal broke, and the crisps smelled of paint.\n\nStory continues below\nGet the Ledger in your inbox\nEnter your email\n\nThe seal was mended.\n",
            "Get the Ledger in your inbox",
        ),
        (
            "The seal broke, and the crisps smelled.\n\nADVERTISEMENT\nVisit our booth at WrapWorld.\n\nThe seal was mended.\n",
            "Visit our booth at WrapWorld.",
        ),
    ],
)
def test_what_stands_with_furniture_and_says_nothing_of_the_text_is_furniture(text, hidden):
    found = cleaned(text, (*RULES, *LABELS))
    assert hidden in [found.seed.text[d.start : d.end].strip() for d in found.debris]
    assert hidden not in [found.seed.text[b.start : b.end] for b in found.blocks]
