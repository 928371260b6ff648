"""A machine without what the browser tests need is told so once, in a sentence that says what to
install.
"""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("setting", "complaint", "remedy"),
    [
        (
            "CASEBOOK_CHROMIUM",
            "libnss3.so: cannot open shared object file",
            "Install what it lacks",
        ),
        (
            "PLAYWRIGHT_NODEJS_PATH",
            "libatomic.so.1: cannot open shared object file",
            "apt-get install libatomic1",
        ),
    ],
)
def test_what_does_not_start_is_told_once(tmp_path, setting, complaint, remedy):
    broken = tmp_path / "broken"
    broken.write_text(f"#!/bin/sh\necho '{complaint}' >&2\nexit 127\n", encoding="utf-8")
    broken.chmod(0o755)
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-o",
            "addopts=",
            "-rN",
            "-p",
            "no:cacheprovider",
            "tests/browser/test_print.py",
        ],
        cwd=ROOT,
        env={**os.environ, setting: str(broken)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    told = [line for line in ended.stdout.splitlines() if complaint in line]
    assert len(told) == 1 and remedy in told[0], ended.stdout
    assert ended.returncode == 1 and "1 error" in ended.stdout and "passed" not in ended.stdout
