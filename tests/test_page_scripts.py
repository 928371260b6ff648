"""The scripts of the pages: what is pure in them under node, which comes with Playwright; and that
each keeps to itself.

No linter is required: ESLint needs npm, esprima ends at ES2017. Strict mode and a count of names
say what matters.
"""

import json
import os
import re
import subprocess
from pathlib import Path

import playwright
import pytest

from build_tools.language.characters import KINDS
from build_tools.language.folding import pairs

ROOT = Path(__file__).parent.parent
DRIVER = Path(playwright.__file__).parent / "driver"
NODE = next(path for path in (DRIVER / "node", DRIVER / "node.exe") if path.exists())
SCRIPTS = sorted((ROOT / "docs" / "assets").glob("*.js"))
GLOBALS = {
    "cards.js": {"cbCards", "cbPlaced"},
    "copying.js": {"cbQuotation"},
    "search-find.js": {"cbFind"},
    "search-index.js": {"cbSearch", "cbIndex"},
    "search-pinyin.js": {"cbPinyin"},
    "search-show.js": {"cbShow"},
    "search-words.js": {"cbWords"},
}
"""What a script gives to others, by its file."""
_COMMENT = re.compile(r"/\*.*?\*/|(?<=\s)//[^\n]*", re.DOTALL)
"""`/* as above */`, or `// an older browser` behind a blank; not the // of an address."""
_DECLARED = re.compile(r"\b(?:const|let|function|class)\s+([A-Za-z_$][\w$]*)")
"""`const fold = …`."""
_GIVEN = re.compile(r"\bwindow\.(\w+)\s*=(?!=)")
"""`window.cbWords = {…}`."""


def unused(script: str) -> list[str]:
    """The names that a script declares and says nowhere else.

    >>> unused("const one = 1; const two = [...one]; /* two */")
    ['two']
    """
    code = _COMMENT.sub("", script).replace("...", " ")
    names = dict.fromkeys(_DECLARED.findall(code))
    return [
        name
        for name in names
        if len(re.findall(rf"(?<![\w$.]){re.escape(name)}(?![\w$])", code)) < 2
    ]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "scripts").glob("*.test.mjs")), ids=lambda path: path.name
)
def test_what_is_pure_in_the_scripts_does_what_it_says(path):
    folding = {"kinds": KINDS, "fold": "".join(one + other for one, other in pairs().items())}
    ran = subprocess.run(
        [NODE, "--test", path],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "FOLDING": json.dumps(folding)},
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_whole_strict_and_keeps_its_names_to_itself(path):
    checked = subprocess.run(
        [NODE, "--check", path], capture_output=True, encoding="utf-8", timeout=60
    )
    assert checked.returncode == 0, checked.stderr
    text = path.read_text(encoding="utf-8")
    code = _COMMENT.sub("", text)
    assert re.fullmatch(r'\s*\(\(\) => \{\s*"use strict";.*\n\}\)\(\);\s*', code, re.DOTALL)
    assert re.findall(r"^\S.*", code, re.MULTILINE)[1:] == ["})();"], (
        "something stands outside the one function"
    )
    assert set(_GIVEN.findall(code)) == GLOBALS.get(path.name, set())
    assert unused(text) == []


def test_a_name_that_nothing_uses_is_found_and_one_that_is_spread_is_not():
    assert unused("const one = 1;\nconst two = () => one;") == ["two"]
    assert unused("const many = [];\nsend(...many);") == []
