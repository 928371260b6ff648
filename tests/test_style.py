"""The program is clean to a linter, a formatter and a strict type checker, with the settings of pyproject.toml."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("command", ["ruff check", "ruff format --check", "mypy build_tools"])
def test_the_program_is_clean(command):
    done = subprocess.run(
        [sys.executable, "-m", *command.split(), *(["."] if command.startswith("ruff") else [])],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
