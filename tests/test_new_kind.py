"""A new kind of mark is one file that finds it, its line in the list, its row in the table, its
words, and a template for its card.
"""

import re

from tests.conftest import SITE, copy_project, parsed, run

ANNOTATOR = '''"""Words that a text owes to its writer: [sic]."""

from build_tools.annotators.given import Given, Marks
from build_tools.model.problem import Problem
from build_tools.model.record import WRITTEN
from build_tools.model.text import Mark


def find(given: Given) -> tuple[Marks, tuple[Problem, ...]]:
    found = {}
    for number, passage in enumerate(given.passages):
        for lang in WRITTEN:
            at = passage.rendition(lang).text.find("KOL")
            if at >= 0:
                found[number, lang] = (Mark(at, at + 3, "toy", "kol", "added"),)
    return found, ()
'''


def changed(file, before, after):
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, (file, before)
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_a_new_kind_of_mark_is_found_drawn_searched_explained_and_switched_off(tmp_path):
    root = copy_project(tmp_path / "copy", SITE)
    tools = root / "build_tools"
    (tools / "annotators" / "toy.py").write_text(ANNOTATOR, encoding="utf-8")
    changed(tools / "annotators" / "__init__.py", "(names.find,", "(toy.find, names.find,")
    changed(tools / "annotators" / "__init__.py", "import quoted\n", "import quoted, toy\n")
    row = 'TOY = MarkKind(id="toy", address=lambda kind, id: f"terms/{id}.html", record="term", switch="toy", line="dotted", samples=(("toy", ""),), searched=True)\n\nMARK_KINDS:'
    changed(tools / "model" / "mark_kinds.py", "\nMARK_KINDS:", row)
    changed(tools / "model" / "mark_kinds.py", "for kind in (ACTOR,", "for kind in (TOY, ACTOR,")
    changed(
        root / "templates" / "labels.yml",
        "\nterm:",
        "\ntoy: {en: Toy, zh-Hans: 玩具}\ntoys: {en: Toys, zh-Hans: 玩具}\nlegend-toy: {en: A toy., zh-Hans: 玩具。}\nterm:",
    )
    (root / "templates" / "parts" / "kinds" / "toy.html").write_text(
        "<p>What a toy is, {{ card.id }}.</p>\n", encoding="utf-8"
    )

    done = run(root, "build_tools", "build", PYTHONPATH=str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {
        path.name: path.read_text(encoding="utf-8")
        for path in (root / "docs" / "archive" / "sources").iterdir()
    }
    page = pages["kol-zh.md"]
    tree = parsed(page)
    mark = next(link for link in tree.all("a", of="m-toy"))
    assert mark.text() == "KOL" and mark.attributes["href"] == "../terms/kol.html"
    assert [
        box.attributes["data-marks"]
        for box in tree.all("input")
        if box.attributes.get("value") == "toy"
    ] == [".m-toy"]
    assert "Toys" in tree.first("section", of="cb-here").text()
    assert any(
        "What a toy is, kol." in text and '"toy">' in text
        for name, text in pages.items()
        if name.endswith(".cards.js")
    )
    style = (root / "docs" / "archive" / "marks.css").read_text(encoding="utf-8")
    assert ".m-toy { --cb-line-style: dotted;" in style
    assert re.search(r'data-off\*="toy".*\.m-toy', style)
