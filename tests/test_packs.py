"""What `casebook pack` writes is opened by other programs, holds what the page holds, and is the same each time."""

import csv
import io
import re
import zipfile
from xml.etree import ElementTree as XML

import docx
import pptx
import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.packs import packed
from build_tools.packs.edition import Edition
from build_tools.packs.questions import Choice, gift, moodle, qti
from build_tools.packs.word_list import files as words
from build_tools.pipeline import open_archive, view_on
from build_tools.stages.link import gathered
from tests.conftest import SHOWCASE, copy_project, files_below

HOSTILE = Choice(
    "a.b",
    "Is {x} = 1? ~ # <b>&",
    (("Yes: \\always", True), ("<script>alert(1)</script>", False)),
    "#1 }",
)
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    root = copy_project(tmp_path_factory.mktemp("packs") / "showcase", SHOWCASE)
    opened = open_archive(root)
    return view_on(gathered(opened.editorial, opened.sources, opened.converter), opened, root)


def pack(view, lang, case="old-labels") -> dict[str, bytes]:
    """By what stands behind the case and the language in a file's name."""
    edition = Edition(view, view.archive.cases[case], lang)
    return {name.split(f".{lang}.", 1)[1]: content for name, content in packed(edition)}


@pytest.fixture(scope="module")
def english(view):
    return pack(view, "en")


def paragraphs(content: bytes) -> list[tuple[str, str]]:
    """(style, words)."""
    return [(p.style.name, p.text) for p in docx.Document(io.BytesIO(content)).paragraphs]


def test_the_case_gives_nothing_away_and_the_note_tells_teachers_all(view, english):
    case, note = paragraphs(english["case.docx"]), paragraphs(english["note.docx"])
    heads = [words for style, words in case if style == "Heading 1"]
    assert case[0][0] == "Title" and {"What happened", "Decision points"} <= {*heads}
    assert not {"Quiz", "What was done, as far as the texts tell"} & {*heads}
    assert {"Quiz", "What was done, as far as the texts tell", "For the class"} <= {
        words for style, words in note if style == "Heading 1"
    }
    assert (
        "Normal",
        "A video showed new labels on expired milk.\u20601 The commentary says that there was an outcome within 24 hours.\u20602",
    ) in case
    assert any("24小时内就有了处理结果" in words for _, words in case), "quoted, not only named"
    numbers = [int(n) for _, words in note for n in re.findall("\u2060(\\d+)", words)]
    assert numbers == [*range(1, len(numbers) + 1)], "each document counts its own notes"
    assert "not for students" in note[1][1] and "for students" in case[1][1]
    said = Edition(view, view.archive.cases["old-labels"], "en").colophon()
    assert said and {*said} <= {words for _, words in case} & {words for _, words in note}


def test_each_language_has_its_own_words_script_and_order(view):
    taiwan = paragraphs(pack(view, "zh-Hant-TW")["note.docx"])
    simplified = paragraphs(pack(view, "zh-Hans")["note.docx"])
    heads = [words for style, words in taiwan if style == "Heading 1"]
    assert heads.index("討論題") < heads.index("據各文所述，後來如何"), "as case centres ask"
    assert ("Heading 1", "讨论题") in simplified
    page = docx.Document(io.BytesIO(pack(view, "zh-Hant-HK")["case.docx"]))
    assert 'w:eastAsia="zh-HK"' in page.element.xml


def test_slides_ask_before_they_tell(english):
    shown = pptx.Presentation(io.BytesIO(english["slides.pptx"]))
    titles = [slide.shapes.title.text_frame.text for slide in shown.slides]
    then = titles.index("What was done, as far as the texts tell")
    asked = [
        shape.text_frame.text for shape in shown.slides[then - 1].shapes if shape.has_text_frame
    ]
    assert any(re.search(r"^1\.  .+\n?2\.  ", words, re.M | re.S) for words in asked)
    assert any(slide.has_notes_slide for slide in shown.slides)


def read_gift(text: str) -> list[tuple[str, list[str], list[str]]]:
    """(question, right answers, wrong ones), read as Moodle does."""
    found = []
    for asked, inside in re.findall(
        r"::(?:\\.|[^:\\])*::\[plain\]((?:\\.|[^{\\])*)\{((?:\\.|[^}\\])*)\}", text
    ):
        answers = re.findall(r"^\s*([=~])((?:\\.|[^=~#\\])*)$", inside.split("####")[0], re.M)
        plain = [(sign, re.sub(r"\\(.)", r"\1", words).strip()) for sign, words in answers]
        found.append(
            (
                re.sub(r"\\(.)", r"\1", asked).strip(),
                [words for sign, words in plain if sign == "="],
                [words for sign, words in plain if sign == "~"],
            )
        )
    return found


def test_the_quiz_is_the_same_in_all_formats(english):
    asked = read_gift(english["quiz.gift.txt"].decode())
    assert asked and all(len(right) == 1 and wrong for _, right, wrong in asked)
    in_moodle = [
        (
            q.findtext("questiontext/text"),
            [a.findtext("text") for a in q.iter("answer") if a.get("fraction") == "100"],
            [a.findtext("text") for a in q.iter("answer") if a.get("fraction") == "0"],
        )
        for q in XML.fromstring(english["quiz.moodle.xml"])
        if q.get("type") == "multichoice"
    ]
    with zipfile.ZipFile(io.BytesIO(english["quiz.qti21.zip"])) as package:
        listed = [
            r.get("href")
            for r in XML.fromstring(package.read("imsmanifest.xml")).iter()
            if r.tag.endswith("}resource")
        ]
        items = [XML.fromstring(package.read(name)) for name in listed]
    in_qti = []
    for item in items:
        right = item.findtext(f".//{QTI}correctResponse/{QTI}value")
        answers = {a.get("identifier"): a.text for a in item.iter(f"{QTI}simpleChoice")}
        in_qti.append(
            (item.findtext(f".//{QTI}prompt"), [answers.pop(right)], list(answers.values()))
        )
    assert asked == in_moodle == in_qti


def test_signs_of_the_formats_in_a_text_are_text():
    assert read_gift(gift((HOSTILE,))) == [
        (HOSTILE.ask, ["Yes: \\always"], ["<script>alert(1)</script>"])
    ]
    question = XML.fromstring(moodle("a/b", (HOSTILE,)))[1]
    assert question.findtext("questiontext/text") == HOSTILE.ask
    with zipfile.ZipFile(io.BytesIO(qti("<t>", (HOSTILE,)))) as package:
        assert XML.fromstring(package.read("item-1.xml")).findtext(f".//{QTI}prompt") == HOSTILE.ask


def test_the_word_list_opens_in_a_spreadsheet_and_in_anki(view):
    edition = Edition(view, view.archive.cases["old-labels"], "zh-Hant-TW")
    sheet, deck = (content.decode() for _, content in words(edition))
    rows = list(csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"))))
    assert rows and {
        "id",
        "en",
        "zh-Hans",
        "zh-Hant-TW",
        "zh-Hant-HK",
        "pinyin (?: unsure)",
        "definition",
    } == {*rows[0]}
    cards = [line.split("\t") for line in deck.splitlines() if not line.startswith("#")]
    assert [card[1] for card in cards] == [row["zh-Hant-TW"] for row in rows]
    assert {len(card) for card in cards} == {3} and "#guid column:1" in deck


def test_a_pack_is_the_same_each_time(view, english):
    assert pack(view, "en") == english


def test_a_case_without_a_dossier_has_a_pack_of_what_there_is(view):
    case = next(id for id, case in view.archive.cases.items() if not case.dossier)
    assert {"case.docx", "note.docx", "slides.pptx"} <= pack(view, "zh-Hans", case).keys()


def test_the_command_writes_them_and_says_where_and_which_cases_there_are(tmp_path):
    root = copy_project(tmp_path / "showcase", SHOWCASE)
    before = files_below(root / "editorial")
    options = ["--root", str(root), "--to", str(tmp_path / "out"), "--lang", "en"]
    done = CliRunner().invoke(main, ["pack", "old-labels", *options])
    assert done.exit_code == 0, done.output
    written = files_below(tmp_path / "out")
    assert {*written} == {
        *(f"old-labels/{name}" for name in re.findall(r"old-labels\.en\.\S+", done.output))
    }
    assert len(written) == 8 and files_below(root / "editorial") == before
    lost = CliRunner().invoke(main, ["pack", "old-label", *options])
    assert lost.exit_code == 2 and "Did you mean “old-labels”?" in lost.output
