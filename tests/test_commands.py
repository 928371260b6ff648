"""The commands' help is there at once: it loads nothing of what they do."""

import subprocess
import sys


def test_help_loads_none_of_the_work():
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, build_tools.cli; print(*sorted(name for name in sys.modules if name.startswith(('build_tools.', 'pydantic', 'jinja2', 'opencc', 'rich.'))))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert {name.split(".")[0] for name in said} == {"build_tools"}
    assert {name.split(".")[1] for name in said} <= {"cli", "messages", "model", "language"}
