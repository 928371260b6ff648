"""What the README invites to breaks no test: a seed, a term, an actor and a case are added; a fork
begins anew with a text of its own.

Each copy of the project is changed as an editor would, and its tests of the collection and of the
first five seeds run there.
Those of the program read nothing that an editor changes (`tests/groups.py` sees to that), and so
need no second run.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from build_tools.pipeline import build
from tests.conftest import ROOT, SURROUNDINGS, copy_project
from tests.hostile_seeds import HOSTILE

ACTOR = """id: kettle-works
kind: organisation
names: {en: Kettle Works, zh-Hans: 茶壶工坊}
aliases: [{text: 茶壶厂, lang: zh-Hans, kind: short}]
description: {en: A maker of kettles., zh-Hans: 水壶制造商。}
"""
TERM = """id: lengchuli
domain: crisis
forms:
  en: {preferred: cold treatment}
  zh-Hans: {preferred: 冷处理}
definition: {en: Waiting until the public has forgotten., zh-Hans: 等待公众淡忘。}
"""
EVENT = """id: 2024-05-kettle-recall
title: {en: Kettle Works recalls kettles, zh-Hans: 茶壶工坊召回水壶}
date: 2024-05
basis: stated
participants: [{actor: kettle-works, role: {en: recalled, zh-Hans: 召回}}]
evidence: [{source: kettles, quote: 茶壶工坊宣布召回三千只水壶}]
summary: {en: Kettles were recalled., zh-Hans: 水壶被召回。}
"""
CASE = """id: kettle-recall
title: {en: The kettle recall, zh-Hans: 水壶召回}
sources: [kettles]
events: [2024-05-kettle-recall]
concepts: []
abstract: {en: A maker of kettles first waited and then recalled., zh-Hans: 水壶制造商先冷处理，后召回。}
lessons: [{en: Waiting costs., zh-Hans: 等待有代价。}]
questions: [{ask: {en: Who waited?, zh-Hans: 谁在等？}, looks_at: [{source: kettles, quote: 公司先是冷处理}]}]
"""
SEED = "茶壶工坊召回水壶\n\n2024年5月，茶壶工坊宣布召回三千只水壶。此前，公司先是冷处理，随后被网友批评。\n\n包某某与雷军、小米均未回应。\n"
PLAIN = "A maker of kettles apologised.\n\nIt recalled 3,000 kettles, and said so on its own site only.\n"
PASSED = re.compile(r"^=+ \d+ passed(?:, [12] deselected)? in [^,]*=$", re.M)
"""The last line of pytest where nothing failed and nothing was skipped: `==== 26 passed in 12.1s
====`. That two builds are alike, and what more seeds change, is not asked again.
"""
HOSTILE_HERE = ("html", "jinja", "front-matter", "controls", "小米 说明", "taiwan")
RECORDS = ("sources", "actors", "events", "claims", "contradictions", "cases")
"""Folders of editorial/ that speak of texts and of who and what is in them: the README names
them.
"""


def copied(to: Path) -> Path:
    """The project as Git would clone it, with its tests."""
    copy_project(to)
    shutil.copytree(
        ROOT / "tests",
        to / "tests",
        ignore=shutil.ignore_patterns("*.pyc.*", "artefacts", "browser"),
    )
    shutil.copy(ROOT / "pyproject.toml", to)
    return to


def emptied(to: Path) -> Path:
    """The project without its seeds and all that was written about them, as the README says. The
    glossary stays.
    """
    root = copied(to)
    for seed in (root / "seeds").iterdir():
        seed.unlink()
    for folder in RECORDS:
        shutil.rmtree(root / "editorial" / folder, ignore_errors=True)
    return root


def add(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(text.encode())


def outcome(root: Path, *folders: str, options: tuple[str, ...] = ()) -> str:
    """What pytest says in the end, having run the tests in these folders of the copy."""
    there = [f"tests/{folder}" for folder in folders if (root / "tests" / folder).exists()]
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "-k",
            "not gives_the_same_bytes and not test_additions",
            "--ignore=tests/collection/test_debris.py",  # of rules, which no text changes
            *options,
            *there,
        ],
        cwd=root,
        env={**os.environ, **SURROUNDINGS, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_a_seed_a_term_an_actor_a_case_and_texts_of_any_kind_can_be_added(tmp_path):
    """Of the texts, one has a name like a sentence, and some try to be more than text: all of them
    are built in tests/test_hostile_seed.py.
    """
    root = copied(tmp_path / "project")
    for name in HOSTILE_HERE:
        add(root, f"seeds/{name}.txt", HOSTILE[name][0])
    add(root, "seeds/kettles.txt", SEED)
    add(root, "editorial/actors/kettle-works.yml", ACTOR)
    add(root, "editorial/glossary/lengchuli.yml", TERM)
    add(root, "editorial/events/2024-05-kettle-recall.yml", EVENT)
    add(root, "editorial/cases/kettle-recall/case.yml", CASE)
    assert PASSED.search(outcome(root, "collection", "first_five"))


def test_a_fork_begins_anew_with_one_plain_text_and_drops_the_tests_of_the_first_five(tmp_path):
    root = emptied(tmp_path / "project")
    shutil.rmtree(root / "editorial" / "glossary")
    add(root, "seeds/kettles.txt", PLAIN)
    said = outcome(root, "collection", "first_five")
    assert PASSED.search(said) and "tests/first_five is left out: " in said, (
        "it is said, not hidden"
    )
    shutil.rmtree(root / "tests" / "first_five")
    assert "first_five" not in outcome(
        root, "collection", "first_five", options=("--collect-only",)
    )


def test_a_fork_may_have_no_editor_s_file_but_its_settings(tmp_path):
    root = emptied(tmp_path / "project")
    for path in (root / "editorial").iterdir():
        if path.name != "archive.yml":
            shutil.rmtree(path)
    add(root, "seeds/kettles.txt", PLAIN)
    assert build(root).faults == ()
