"""What tests of translations share: the small archive with each of its segments translated and
reviewed.
"""

import re
from pathlib import Path

from click.testing import CliRunner

from build_tools.cli import main

UNTRANSLATED = re.compile(
    r'# state: untranslated\n((?:#.*\n)*)(msgctxt "(\w+)"\n(?:.*\n)+?)msgstr ""\n'
)
"""An entry that nobody has translated yet."""


def sync(root: Path) -> str:
    """What `casebook sync` printed, which must have found no error."""
    result = CliRunner().invoke(main, ["sync", "--root", str(root)])
    assert result.exit_code == 0, result.output
    return result.output


def translate_all(root: Path) -> None:
    """Bring the archive in step, then give each segment a reviewed translation with a remark."""
    sync(root)
    for file in (root / "editorial" / "sources").glob("*/translation.po"):
        text = UNTRANSLATED.sub(
            r'# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark on \3.\n\1\2msgstr "Translation of \3."\n',
            file.read_text(encoding="utf-8"),
        )
        file.write_text(text, encoding="utf-8")
    assert "0 translation files changed" in sync(root)
