"""What stands around the text: labels over the headline, captions, page edges, quoted mail. None of it is a heading, and no sentence breaks there."""

import re
import shutil

import pytest

from build_tools.model.problem import Place
from build_tools.stages.segment import segment
from tests.conftest import ROOT, SHOWCASE, run
from tests.sentences.measure import cleaned

HERE = Place("a", 1)


def found(text: str) -> list[str]:
    return [each.found for each in segment(cleaned(text, ()), "zh-Hans", (), HERE)[0]]


def headings(text: str) -> list[tuple[int, str]]:
    return [(b.level, text[b.start : b.end]) for b in cleaned(text, ()).blocks if b.kind == "heading"]


@pytest.mark.parametrize(("above", "headline"), [
    ("FOR IMMEDIATE RELEASE\n\n", "Company withdraws three batches of smoked salmon spread after tests"), ("新闻稿\n即时发布\n2023年5月9日\n\n", "晨光食品召回两批花生酱"),
    ("MEDIA STATEMENT / 新聞稿\n3 March 2024\n\n", "港口渡輪就碰撞事故致歉"), ("本埠新聞　民國十九年十月七日　星期二\n\n", "鐵路管理局招待報界"),
    ("晨光食品股份有限公司\n2022年年度报告\n", "董事长致函"), ("HARTWELL DAIRY PLC\n", "Letter to shareholders")])
def test_the_headline_stands_under_what_only_says_what_kind_of_paper_it_is(above, headline):
    text = f"{above}{headline}\n\n公司今天向公众致歉，并说明了原因。\n\nNobody was hurt."
    assert headings(text) == [(1, headline)]
    assert "".join(found(text)).startswith(above.split("\n")[0])


def test_a_companys_name_is_a_headline_where_nothing_else_is():
    assert headings("Hartwell Dairy PLC\n\nHartwell Dairy makes cheese.\n\nIt is old.") == [(1, "Hartwell Dairy PLC")]


@pytest.mark.parametrize("line", [
    "▲店长鞠躬道歉（图／记者王芳摄）", "(Logo: http://pictures.example.com/1)", "店长致歉。（店家脸书图片）", "我们一定会更努力😭", "作者甲 发表于 2022-9-21 00:58", "Rooms 120    Guests 240"])
def test_captions_counts_and_sentences_that_end_in_a_picture_are_no_headings(line):
    assert headings(f"小店道歉\n\n小店昨天道歉。\n\n{line}\n\n顾客接受了。") == [(1, "小店道歉")]


def test_sentences_go_on_over_the_end_of_a_page():
    page = ["The year was the worst that the company has known since it was", "founded, and the board has decided that it will pay no dividend to"]
    text = "\n".join([*page, "", "12", "Hartwell Annual Report", "", "those who hold its shares. The plant at Ashford was closed in May and", "", "13", "Hartwell Annual Report", "", "opened in June."])
    assert found(text) == ["The year was the worst that the company has known since it was founded, and the board has decided that it will pay no dividend to those who hold its shares.",
                           "The plant at Ashford was closed in May and opened in June."]
    assert {text[d.start : d.end] for d in cleaned(text, ()).debris} == {"12", "13", "Hartwell Annual Report"}


def test_numbers_over_sections_are_no_page_numbers():
    text = "The Way Back\n\n1\n\nThe winter was cold.\n\nNobody came.\n\nWe waited.\n\n2\n\nIn spring they came.\n\nAll of them.\n\nWe opened."
    assert not cleaned(text, ()).debris


def test_chinese_cut_after_a_count_of_characters_is_joined_even_inside_a_number():
    text = "公司去年营业收入为人民币86.42亿元，同比下降7.3%；净利润为3.15亿元，同比下降41.6%。董事会于十月三十一日公布了共126页的调查报告，并就此事向全体股东和员工致歉，同时说明了整改的期限，以及各项措施由谁负责、如何检查、何时向公众报告结果。"
    lines = [text[at : at + 22] for at in range(0, len(text), 22)]
    assert any(one[-1].isdigit() and other[0].isdigit() for one, other in zip(lines, lines[1:], strict=False))
    assert found("\n".join(lines)) == found(text)


def test_quoted_mail_is_joined_and_each_sentence_shows_who_is_quoted():
    text = "Priya,\n\nAgreed.\n\n> Who speaks for us? I do not want a spokesman again; we tried that and were\n> sorry for it.\n>\n> > Did we know?"
    segments = segment(cleaned(text, ()), "en", (), HERE)[0]
    assert [(each.lead, each.found) for each in segments[2:]] == [
        (">", "Who speaks for us?"), (">", "I do not want a spokesman again; we tried that and were sorry for it."), ("> >", "Did we know?")]
    verse = "> Shall I compare thee to a summer's day\n> thou art more lovely and more temperate\n> rough winds do shake the darling buds of May"
    assert len(found(verse)) == 3


@pytest.mark.parametrize("one", [
    "他最著名的客户是洛克菲勒家族。[2][来源请求]", "^ Hiebert, Ray Eldon. Courtier to the Crowd. Ames: Iowa State University Press. 1966.", "Come between 8 a.m. and 8 p.m. Eastern Time.",
    "It opens at 9 a.m. Monday.", "Sales dropped 37. 5% in a year.", "VOL. XLVI. NO. 57.", "Louisville, Ky., May 16. —Hot Springs has been chosen."])
def test_no_sentence_ends_where_a_stop_shortens_a_word_or_a_note_follows(one):
    assert found(one) == [one]


def test_an_hour_may_end_a_sentence():
    assert found("He left at 5 p.m. He said nothing. It grew to 12. 14 of them stayed.") == ["He left at 5 p.m.", "He said nothing.", "It grew to 12.", "14 of them stayed."]


def test_numbers_in_chinese_brackets_are_items():
    text = "公司采取以下措施：\n（一）设立援助基金，并公布账目。\n（二）开通热线。\n（三）检查全部船只。"
    assert [b.lead for b in cleaned(text, ()).blocks] == ["", "（一）", "（二）", "（三）"]


def test_the_title_of_a_page_is_the_subject_of_its_mail_or_its_headline(tmp_path):
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    for part in ("glossary", "rules"):
        shutil.copytree(SHOWCASE / "editorial" / part, tmp_path / "editorial" / part)
    (tmp_path / "seeds").mkdir()
    texts = {"mail": "From: Dana Whitlock\nTo: Priya Raman\nSubject: RE: Re: Holding statement\n\nPriya,\n\nLegal has struck the second sentence.\n",
             "paper": "The Morning Herald. Price five cents.\nVOL. XLVI. NO. 57.\n\nCONVENTION CLOSES\n\nThe delegates went home on Tuesday. Nobody spoke.\n",
             "letter": "Dear colleagues,\n\n" + "I write to you after a hard week, in which we lost a good deal and learned more. " * 3 + "\n\nWhat we know\n\nThe fire began early.\n"}
    for name, text in texts.items():
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(tmp_path, "build_tools", "build").returncode == 0
    pages = {name: next(tmp_path.glob(f"docs/**/sources/{name}.md")).read_text(encoding="utf-8") for name in texts}
    assert {name: re.search(r'^title: "(.*)"', page, re.M)[1] for name, page in pages.items()} == {
        "mail": "Holding statement", "paper": "CONVENTION CLOSES", "letter": "Dear colleagues,"}
