"""What is kept between two builds never shows: after every kind of edit, a build that remembers gives what a first build gives."""

import pickle
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from build_tools import workshop
from build_tools.kept import packed, unpacked
from build_tools.pages import Making
from build_tools.pipeline import Built, build
from tests.conftest import ROOT, SHOWCASE, copy_small

EVENT = "editorial/events/2026-01-07-livestream.yml"
XU = "editorial/actors/xu-jieyun.yml"


def seed(root):
    _change(root, "seeds/kol-zh.txt", "小米", "小米公司", 1)


def seed_that_is_new(root):
    (root / "seeds/new.txt").write_text(
        "雷军在直播中谈到徐洁云。1月8日，小米致歉。\n", encoding="utf-8"
    )


def seed_that_goes(root):
    (root / "seeds/new.txt").unlink()


def name(root):
    _change(root, XU, "names:", "aliases:\n  - {text: 处分, lang: zh-Hans}\nnames:", 1)


def name_that_goes_again(root):
    _change(root, XU, "aliases:\n  - {text: 处分, lang: zh-Hans}\n", "", 1)


def name_with_another_traditional_form(root):
    _change(
        root, XU, "zh-Hans: 徐洁云", "zh-Hans: 徐洁云, zh-Hant-TW: 徐洁雲, zh-Hant-HK: 徐洁雲", 1
    )


def person_whom_a_text_names(root):
    (root / "editorial/actors/new-one.yml").write_text(
        "id: new-one\nkind: person\nnames: {en: Mr Livestream, zh-Hans: 处理}\n"
        "description: {en: Made up., zh-Hans: 虚构。}\nevidence:\n  - {source: kol-zh, quote: KOL}\n",
        encoding="utf-8",
    )


def person_who_goes(root):
    (root / "editorial/actors/new-one.yml").unlink()


def term(root):
    _change(
        root,
        "editorial/glossary/kol.yml",
        "preferred: KOL",
        "preferred: KOL\n    admitted: [合作]",
        1,
    )


def event(root):
    _change(root, EVENT, "quote: 雷军在直播中谈及", "quote: 绝对不能容忍", 1)


def event_a_line_further_down_and_wrong(root):
    _change(root, EVENT, "quote: 绝对不能容忍", "quote: 没有这话", 1)
    _change(root, EVENT, "id: ", "# A remark.\nid: ", 1)


def rule_for_debris(root):
    _append(
        root,
        "editorial/rules/debris.yml",
        "  - id: one-more\n    kind: furniture\n    where: line\n    pattern: '^小米回应.*$'\n"
        "    reason: {en: Made up., zh-Hans: 虚构。}\n    example: 小米回应\n",
    )


def correction(root):
    _change(
        root,
        "editorial/rules/conversion.yml",
        "corrections: []",
        "corrections:\n  - zh-Hans: 团队\n    zh-Hant-TW: 団隊\n    zh-Hant-HK: 団隊\n    reason: {en: Made up., zh-Hans: 虚构。}",
        1,
    )


def emendation(root):
    _change(root, "editorial/sources/leak-en/emendations.yml", "reading: ", "reading: Well, ", 1)


def title(root):
    _append(root, "editorial/sources/leak-en/source.yml", "title: {en: Once more, zh-Hans: 再来}\n")


def decision(root):
    (root / "editorial/sources/kol-zh/annotations.yml").write_text(
        "mentions:\n  - {quote: 小米, prefix: '', decision: reject, reason: {en: Made up., zh-Hans: 虚构。}}\n",
        encoding="utf-8",
    )


def file_that_cannot_be_read(root):
    (root / "editorial/glossary/kol.yml").write_text("id: [\n", encoding="utf-8")


EDITS = (
    seed, seed_that_is_new, name, name_that_goes_again, name_with_another_traditional_form, person_whom_a_text_names, person_who_goes,
    term, event, event_a_line_further_down_and_wrong, rule_for_debris, correction, emendation, title, decision, seed_that_goes,
    file_that_cannot_be_read,
)  # fmt: skip


def _append(root: Path, file: str, text: str) -> None:
    with (root / file).open("a", encoding="utf-8") as there:
        there.write(text)


def _change(root: Path, file: str, old: str, new: str, times: int) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text, file
    (root / file).write_text(text.replace(old, new, times), encoding="utf-8")


def told(built: Built) -> tuple[object, ...]:
    return (
        built.pages,
        {
            name: bytes(content, "utf-8") if isinstance(content, str) else content
            for name, content in built.exports.items()
        },
        built.problems,
    )


def test_a_build_that_remembers_gives_what_a_first_build_gives_after_every_kind_of_edit(tmp_path):
    root = copy_small(tmp_path / "archive")
    before = told(build(root))
    assert told(build(root)) == before
    for edit in EDITS:
        edit(root)
        warm = told(build(root))
        assert warm != before, f"{edit.__name__} changes something"
        before = warm
        fresh = tmp_path / edit.__name__
        shutil.copytree(root, fresh, ignore=shutil.ignore_patterns(".cache"))
        cold = told(build(fresh))
        for one, other in zip(warm, cold, strict=True):
            assert one == other, edit.__name__


@pytest.mark.parametrize(
    "damage", [b"", b"no store at all" * 9, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_store_is_made_anew(tmp_path, damage):
    root = copy_small(tmp_path / "archive")
    before = told(build(root))
    store = root / ".cache" / "kept.sqlite"
    for beside in store.parent.glob("kept.sqlite-*"):
        beside.unlink()
    store.write_bytes(damage)
    assert told(build(root)) == before
    assert told(build(root)) == before
    assert store.read_bytes() != damage


def test_what_is_damaged_within_the_store_is_made_anew(tmp_path):
    root = copy_small(tmp_path / "archive")
    before = told(build(root))
    with closing(sqlite3.connect(root / ".cache" / "kept.sqlite")) as store, store:
        assert store.execute("update kept set made = made || 'x'").rowcount > 1
    assert told(build(root)) == before


class Evil:
    """What somebody might put into the store of another's archive."""

    def __reduce__(self):
        return print, ("This must never run",)


def test_nothing_in_the_store_is_run(capsys):
    for made in (*map(pickle.dumps, (Evil(), Path("x"), getattr)), b"", b"\x80\x05"):
        with pytest.raises(ValueError, match="not kept by this program"):
            unpacked(made)
    assert not capsys.readouterr().out


def test_two_processes_give_what_one_gives(tmp_path, monkeypatch):
    root = copy_small(tmp_path / "archive")
    before = told(build(root))
    shutil.rmtree(root / ".cache")
    monkeypatch.setattr(workshop, "_WORTH_IT", 0)
    assert told(build(root)) == before


def test_what_could_not_be_read_again_is_not_kept():
    for made in (Evil(), Path("x"), getattr, object):
        with pytest.raises(ValueError, match="no record of model/, so it cannot be kept"):
            packed([made])


def test_what_nothing_has_changed_for_is_not_done_again(tmp_path, monkeypatch):
    root = copy_small(tmp_path / "archive")
    before = told(build(root))
    monkeypatch.setattr(workshop, "results", None)
    monkeypatch.setattr("build_tools.pipeline.worked", None)
    assert told(build(root)) == before


def of_every_kind(root: Path) -> list[tuple[str, str, str]]:
    """(file, old, new): in one record of each kind, a word that pages of other records show; and in a label and a template."""
    first = [
        sorted(folder.rglob("*.yml"))[0].relative_to(root).as_posix()
        for folder in sorted((root / "editorial").iterdir())
        if folder.is_dir() and folder.name not in ("rules", "sources", "vocabulary")
    ]
    return [
        *((file, "en: ", "en: X") for file in first),
        ("editorial/actors/helu.yml", "en: Helu", "en: Helu Tea"),
        ("editorial/vocabulary/pr-vocabulary.yml", "label: {en: ", "label: {en: X"),
        ("editorial/sources/label-commentary/source.yml", "en: ", "en: X"),
        ("editorial/sources/label-commentary/translation.po", 'msgstr "W', 'msgstr "X, W'),
        ("editorial/rules/wording.yml", "zh-Hant-TW: 影片", "zh-Hant-TW: 新影片"),
        ("templates/labels.yml", "en: Actors", "en: Actors here"),
        ("templates/pages/source.html", "<div", '<div data-new="x"'),
    ]


def test_pages_show_what_has_changed_in_any_record_that_they_show(tmp_path):
    root = shutil.copytree(SHOWCASE, tmp_path / "archive")
    shutil.copytree(ROOT / "templates", root / "templates")
    before = told(build(root))[0]
    edits = of_every_kind(root)
    for some in (edits[::2], edits[1::2]):
        for file, old, new in some:
            _change(root, file, old, new, 1)
        after = told(build(root))[0]
        assert after != before
        before = after
    fresh = shutil.copytree(root, tmp_path / "fresh", ignore=shutil.ignore_patterns(".cache"))
    pages = told(build(fresh))[0]
    assert [name for name in pages if pages[name] != before.get(name)] == []
    assert before.keys() == pages.keys()


def test_a_page_is_not_made_again_where_nothing_that_it_shows_has_changed(tmp_path, monkeypatch):
    root = shutil.copytree(SHOWCASE, tmp_path / "archive")
    shutil.copytree(ROOT / "templates", root / "templates")
    build(root)
    made = []
    monkeypatch.setattr(Making, "text", lambda self: made.append(self.front.get("title")) or "")
    build(root)
    assert made == []
    _change(
        root, "editorial/sources/label-commentary/translation.po", 'msgstr "W', 'msgstr "X, W', 1
    )
    pages = [name for name in build(root).pages if not name.startswith("search/")]
    assert 0 < len(made) < len(pages) / 3, "its own page and cards, and those that show words of it"
