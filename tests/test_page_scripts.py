"""The scripts of the pages: what is pure in them under node, which comes with Playwright; and that
each keeps to itself.

The linter is `scripts/names.cjs`, on the parser that node brings for itself: ESLint needs npm,
esprima ends at ES2017.
"""

import json
import os
import re
import subprocess
from pathlib import Path

import playwright
import pytest

from build_tools.language.characters import CHARACTER_KINDS
from build_tools.language.folding import pairs

ROOT = Path(__file__).parent.parent
DRIVER = Path(playwright.__file__).parent / "driver"
NODE = next(path for path in (DRIVER / "node", DRIVER / "node.exe") if path.exists())
SCRIPTS = sorted((ROOT / "docs" / "assets").glob("*.js"))
GLOBALS = {
    "cards.js": {"cbCards", "cbPlaced"},
    "copying.js": {"cbQuotation"},
    "overviews.js": {"cbSayOptions"},
    "practice.js": {"cbRelation", "cbSeen", "cbTable"},
    "search-find.js": {"cbFind"},
    "search-index.js": {"cbSearch", "cbIndex"},
    "search-pinyin.js": {"cbPinyin"},
    "search-show.js": {"cbShow"},
    "search-words.js": {"cbWords"},
}
"""What a script gives to others, by its file."""
_COMMENT = re.compile(r"/\*.*?\*/|(?<=\s)//[^\n]*", re.DOTALL)
"""`/* as above */`, or `// an older browser` behind a blank; not the // of an address."""
_GIVEN = re.compile(r"\bwindow\.(\w+)\s*=(?!=)")
"""`window.cbWords = {…}`."""


BROWSER = {
    "CSS",
    "HTMLElement",
    "MouseEvent",
    "MutationObserver",
    "Node",
    "NodeFilter",
    "Range",
    "ResizeObserver",
    "addEventListener",
    "document",
    "getComputedStyle",
    "getSelection",
    "history",
    "innerHeight",
    "location",
    "matchMedia",
    "requestAnimationFrame",
    "scrollBy",
    "scrollX",
    "scrollY",
    "window",
}
"""What the scripts take from browsers and node does not know."""


def names(script: Path) -> dict[str, list[str]]:
    """The names that a script declares and never uses (`unused`), and those that it uses and neither
    declares nor has from a browser (`unknown`).
    """
    read = subprocess.run(
        [NODE, "--expose-internals", ROOT / "tests" / "scripts" / "names.cjs", script],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert read.returncode == 0, read.stderr
    found = json.loads(read.stdout)
    return {**found, "unknown": sorted(set(found["unknown"]) - BROWSER)}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "scripts").glob("*.test.mjs")), ids=lambda path: path.name
)
def test_what_is_pure_in_the_scripts_does_what_it_says(path):
    folding = {
        "kinds": CHARACTER_KINDS,
        "fold": "".join(one + other for one, other in pairs().items()),
    }
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
    assert names(path) == {"unused": [], "unknown": []}


def test_names_that_nothing_uses_and_that_nothing_declares_are_found(tmp_path):
    script = tmp_path / "toy.js"
    script.write_text(
        """const one = 1, [two, ...many] = [1], { three: four = one } = {};
        const tell = ({ five }, six = 6) => { for (const each of many) send(five.two, six, each); };
        try { tell(`${four} ${sevn}`); } catch (why) { document.title = why; }""",
        encoding="utf-8",
    )
    assert names(script) == {"unused": ["two"], "unknown": ["send", "sevn"]}
