"""What a message or a page quotes stands there word for word, in one line, and acts on nothing."""

import io
import logging
import re

import pytest
from click.testing import CliRunner
from rich.console import Console

from build_tools.cli import main
from build_tools.messages import terminal as messages
from build_tools.messages.stops import sentence_of
from build_tools.model.problem import Place, Stopped, error
from build_tools.pipeline import build
from build_tools.site.pages_first import log
from tests.conftest import ROOT, SHOWCASE, copy_project, copy_small, run

ACTS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
QUOTED = {
    ":smile: [bold]x[/bold] [red]": ":smile: [bold]x[/bold] [red]",
    "\\[x] \\": "\\[x] \\",
    "https://a.example 42 'x'": "https://a.example 42 'x'",
    "小米\x1b[31m\0\x07": "小米␛[31m␀␇",
    "小\u202e米\u200b\ufeff": "小[U+202E]米[U+200B][U+FEFF]",
    "小米\n\n回应\r\t": "小米␊␊回应␍␉",
    "caf\udce9": "caf[byte E9]",
    "小\ufe0f\u00a0米": "小[U+FE0F][U+00A0]米",
    "小米　回应 🎉": "小米　回应 🎉",
}


@pytest.mark.parametrize("given", QUOTED)
@pytest.mark.parametrize("terminal", [True, False])
def test_a_terminal_shows_the_words_as_they_are(given, terminal, monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr(
        messages,
        "OUT",
        Console(file=out, force_terminal=terminal, width=40, emoji=False, highlight=False),
    )
    messages.tell(
        [
            error(
                Place(f"seeds/{given}.txt", 3),
                "code",
                f"“{given}” is not there",
                f"Write “{given}”",
            )
        ]
    )
    said = re.sub(r"^\x1b\[31merror\x1b\[0m", "error", out.getvalue())
    shown = QUOTED[given]
    assert said == f"error seeds/{shown}.txt:3 – “{shown}” is not there. Write “{shown}”. [code]\n"


def test_a_long_quotation_is_shortened_in_the_middle():
    words = "小米回应了争议，" * 300
    said = str(error(Place("seeds/a.txt"), "code", f"“{words}” is not there", "Quote less"))
    assert len(said) < 150 and said.startswith(
        f"seeds/a.txt – “{words[:50]} … {words[-20:]}” is not there"
    )
    assert len(str(error(Place("seeds/a.txt"), "code", words, words))) < 1500


def test_what_an_editor_quotes_reaches_the_terminal_exactly(small):
    event = small / "editorial/events/2026-01-07-livestream.yml"
    text = event.read_text(encoding="utf-8")
    event.write_text(
        text.replace(
            "quote: 雷军在直播中谈及", r'quote: ":smile: [bold]雷军[/bold]\e[31m\n\0\u202e"'
        ),
        encoding="utf-8",
    )
    output = CliRunner().invoke(main, ["build", "--root", str(small)]).output
    assert "livestream.yml:9 – “:smile: [bold]雷军[/bold]␛[31m␊␀[U+202E]” is not in" in output


def test_what_mkdocs_logs_is_in_one_line(caplog):
    with caplog.at_level(logging.ERROR, log.name):
        log.error("%s", error(Place("seeds/a.txt"), "code", "“小米\nERROR - made up\x1b[2J”", "No"))
    assert caplog.messages == ["seeds/a.txt – “小米␊ERROR - made up␛[2J”. No. [code]"]


def test_what_stops_a_build_is_in_one_line():
    assert sentence_of(Stopped("seeds/小\x1b[2J\n米 is a link")) == "seeds/小␛[2J␊米 is a link"
    assert (
        sentence_of(FileNotFoundError(2, "No such file", "a\u202eb"))
        == "a[U+202E]b cannot be read or written: No such file"
    )


def test_output_that_knows_no_chinese_stops_no_command(small):
    class Old(io.TextIOWrapper):
        """A Windows console of old."""

    old = Old(io.BytesIO(), encoding="cp1252")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sys.stdout", old)
        (small / "seeds/小米.docx").write_text("x", encoding="utf-8")
        assert main(["build", "--root", str(small)], standalone_mode=False) is None
    old.flush()
    assert rb"warning seeds/\u5c0f\u7c73.docx" in old.buffer.getvalue()


ODD = r'"<script>alert(1)</script>\0\e[31m\u202e{{ 7*7 }} --8<-- :smile:"'
RECORDS = {
    "editorial/actors/xu-jieyun.yml": ("Head of public relations.", "徐洁云", "公关部总经理。"),
    "editorial/cases/kol/case.yml": ("A disputed KOL", "争议KOL", "Look before you sign."),
    "editorial/events/2026-01-07-livestream.yml": (
        "Lei Jun speaks in a livestream",
        "spoke",
        "雷军说明处罚理由。",
    ),
}


def test_what_an_editor_writes_acts_on_no_page(small):
    for file, texts in RECORDS.items():
        path = small / file
        for text in texts:
            assert text in path.read_text(encoding="utf-8")
            path.write_text(
                path.read_text(encoding="utf-8").replace(text, ODD, 1), encoding="utf-8"
            )
    (small / "editorial/archive.yml").write_text(
        f"colophon: [{{en: {ODD}, zh-Hans: {ODD}}}]\n", encoding="utf-8"
    )
    (small / "editorial/sources/leak-en/source.yml").write_text(
        f"title: {{en: {ODD}, zh-Hans: {ODD}}}\n", encoding="utf-8"
    )
    pages = build(small).pages
    held = [name for name, text in pages.items() if "alert(1)" in text]
    assert {
        "actors/xu-jieyun.md",
        "cases/kol.md",
        "events/2026-01-07-livestream.md",
        "colophon.md",
        "sources/leak-en.md",
    } <= set(held)
    for name, text in pages.items():
        assert not ACTS.search(text), (name, ACTS.search(text))
        assert "<script>alert" not in text and (
            name.endswith((".js", ".json")) or "&lt;script&gt;alert(1)" in text or name not in held
        ), name


def test_a_text_that_takes_long_is_named_before_the_build_takes_its_time(small):
    (small / "seeds/long.txt").write_text("小米回应。" + "a" * 100_000, encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "--root", str(small)])
    assert result.exit_code == 0, result.output
    assert (
        result.stderr
        == "seeds/long.txt has 100,005 characters: its text and its page may take 10 seconds\n"
    )


_PAGES = {
    "ascii": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "gbk": {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
"""Terminals that cannot show all that the archive says, as the surroundings of a command."""
_ALL_COMMANDS = """
from build_tools.cli import main
ended = []
for command in (["build"], ["sync"], ["names"], ["mentions", "kol-zh"], ["script"]):
    try:
        main(command)
    except SystemExit as why:
        ended.append(why.code or 0)
print("ended:", ended)
"""


@pytest.mark.parametrize("terminal", _PAGES)
def test_a_terminal_of_another_code_page_stops_no_command(tmp_path, terminal):
    root = copy_small(tmp_path / "archive")
    (root / "editorial" / "sources" / "kol-zh" / "emendations.yml").write_text(
        "- {quote: 没有这句话🎉é, reading: x, kind: name, certainty: attested, reason: {en: a, zh-Hans: 甲}}\n",
        encoding="utf-8",
    )
    (root / "commands.py").write_text(_ALL_COMMANDS, encoding="utf-8")
    done = run(root, "commands", errors="replace", PYTHONPATH=str(ROOT), **_PAGES[terminal])
    assert done.stdout.count("is not in s") == 5 and not re.search(
        "Traceback|UnicodeEncode|broke off", done.stdout + done.stderr
    ), done.stdout + done.stderr
    assert done.stdout.endswith("ended: [0, 1, 1, 1, 1]\n"), (
        "the error in the archive is told; it is not the terminal's"
    )


def test_a_terminal_of_another_code_page_does_not_stop_mkdocs(tmp_path):
    done = run(
        copy_project(tmp_path / "project", SHOWCASE),
        "mkdocs",
        "build",
        errors="replace",
        PYTHONIOENCODING="ascii:strict",
        PYTHONUTF8="0",
    )
    assert done.returncode == 0 and not re.search(
        "Traceback|UnicodeEncode|Logging error", done.stderr
    ), done.stderr


@pytest.mark.parametrize("many", [1, 2, 12])
def test_texts_that_no_file_knows_yet_are_told_of_in_one_line(small, many):
    for number in range(many):
        (small / "seeds" / f"new{number}.txt").write_text(
            f"第{number}号公告\n\n公司就此事致歉。\n", encoding="utf-8"
        )
    built = build(small)
    [told] = [p for p in built.problems if p.code == "translation-behind"]
    new = {
        id: source
        for id, source in built.archive.sources.items()
        if not (small / "editorial" / "sources" / id / "translation.po").exists()
    }
    assert (
        told.what
        == f"segments without an entry yet: {sum(len(source.text) for source in new.values())}, in {len(new)} sources"
        and "make sync" in told.hint
    )


def test_one_text_that_its_file_does_not_know_is_told_of_with_that_file(small):
    CliRunner().invoke(main, ["sync", "--root", str(small)])
    assert not [p for p in build(small).problems if p.code == "translation-behind"]
    (small / "seeds" / "new.txt").write_text("公司就此事致歉。\n", encoding="utf-8")
    [told] = [p for p in build(small).problems if p.code == "translation-behind"]
    assert told.place.file == "editorial/sources/new/translation.po" and "sources" not in told.what


def test_no_blank_line_stands_before_the_first_message(small):
    (small / "seeds" / "new.txt").write_text("公司就此事致歉。\n", encoding="utf-8")
    output = CliRunner().invoke(main, ["build", "--root", str(small)]).output
    assert output.startswith("note ") and "\n\n" not in output.rstrip()
