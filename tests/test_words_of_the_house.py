"""Names say what they hold, and what a Chinese character is stands in one file."""

import ast
import re

from tests.conftest import ROOT

FILES = sorted((ROOT / "build_tools").rglob("*.py"))
SAY_NOTHING = {
    *("those", "told", "stuff", "things"),
    *("data", "info", "item", "util", "utils", "helper", "manager", "process", "handle"),
}
"""Words that could stand for anything."""
OWN_RANGE = re.compile(r"\\u(?:3400|4e00)-|[\u3400\u4e00]-[\u4db0-\u9fff]", re.I)
"""A range of Chinese characters, spelt out in a regex: [\\u4e00-\\u9fff], [一-龥]."""


def bound(node: ast.AST) -> str:
    """The name that a piece of a program gives to something, if it does."""
    match node:
        case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
            return name
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name.lower()
    return ""


def test_no_name_could_stand_for_anything():
    assert [
        f"{path.relative_to(ROOT)}:{node.lineno} {bound(node)}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if bound(node).strip("_") in SAY_NOTHING
    ] == []


def test_what_a_chinese_character_is_is_said_once():
    assert [p.name for p in FILES if OWN_RANGE.search(p.read_text(encoding="utf-8"))] == ["han.py"]
