"""Every code that a message ends with is explained to editors, or its message needs no more words."""

import ast
import re
from collections.abc import Iterator

from build_tools.checks.translation import CHECKS
from tests.conftest import ROOT

SAYS_ALL = frozenset(
    [
        "attribution",
        "date-differs",
        "date-form",
        "decided-twice",
        "decision-unplaced",
        "emendation-outside",
        "emendation-overlap",
        "ending-differs",
        "file-hidden",
        "folder-missing",
        "form-twice",
        "han-left",
        "id-reserved",
        "id-twice",
        "length-odd",
        "link-broken",
        "link-lost",
        "nothing-to-confirm",
        "number-differs",
        "parallel-not-found",
        "pattern",
        "po-empty",
        "po-id-twice",
        "po-no-context",
        "po-not-utf8",
        "po-plural",
        "po-syntax",
        "po-unreadable",
        "quotes-differ",
        "script-forms",
        "seed-all-debris",
        "seed-empty",
        "seed-id-taken",
        "seed-id-twice",
        "seed-not-text",
        "seed-not-utf8",
        "term-forbidden",
        "translated-twice",
        "translation-behind",
        "translation-copied",
        "translation-other",
        "translation-same-language",
        "translation-stale",
        "value-empty",
        "value-form",
        "value-type",
        "value-unknown",
        "waiver-idle",
        "waiver-unknown",
        "yaml-empty",
        "yaml-key",
        "yaml-key-twice",
        "yaml-loop",
        "yaml-nested",
        "yaml-not-utf8",
        "yaml-syntax",
        "yaml-unreadable",
    ]
)
"""Codes whose message and hint say all that there is to say."""
_MAKERS = {"error": 1, "warning": 1, "note": 1, "told": 1, "make": 1, "Problem": 2}
"""Which argument of a call is the code; so it is of any function of ours with a parameter `code`."""
_CODE = re.compile(r"`([a-z0-9-]+)`")


def codes() -> Iterator[str]:
    """The codes in the program's text."""
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "build_tools").rglob("*.py"))
    ]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    makers = dict(_MAKERS)
    for node in nodes:
        names = [arg.arg for arg in node.args.args] if isinstance(node, ast.FunctionDef) else []
        if isinstance(node, ast.FunctionDef) and "code" in names:
            makers[node.name] = [name for name in names if name != "self"].index("code")
    for node in nodes:
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = node.args[makers[name] :][:1] if name in makers else []
            yield from (
                each.value
                for each in given
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "code":
            yield from (
                each.value
                for each in ast.walk(node.value)
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )
    yield from (*CHECKS, "waiver-idle")


def explained() -> set[str]:
    """The codes in the table of docs/editing.md."""
    page = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")
    table = page[page.index("| Code | What to do |") :].partition("\n\n")[0]
    return {code for row in table.splitlines() for code in _CODE.findall(row.split("|")[1])}


def test_each_code_is_explained_or_says_all_itself():
    assert set(codes()) - explained() - SAYS_ALL == set()


def test_nothing_is_explained_that_there_is_not():
    assert (explained() | SAYS_ALL) - set(codes()) == set()
    assert explained() & SAYS_ALL == set()
