"""A command that is killed between two files has broken nothing: the next one makes what it would
have made.
"""

import os
import shutil
import sys

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from tests.conftest import copy_small, files_below

ANNOTATIONS = "dates:\n  - {quote: 1月7日晚, date: '2026-01-07', basis: inherited}\n"


@pytest.fixture
def archive(tmp_path):
    """The small archive, of which nothing has been synced or built yet, with decisions that do not
    name their segments.
    """
    small = copy_small(tmp_path / "archive")
    (small / "editorial/sources/kol-zh/annotations.yml").write_text(ANNOTATIONS, encoding="utf-8")
    run(small, "names")  # so that OpenCC's settings lie there already
    return small


def killed(root, command: str, at: int) -> bool:
    """Run a command in a process of its own that dies when it puts its file of that number in
    place; whether it came so far.
    """
    child = os.fork()
    if child == 0:
        left = [at]

        def die(event: str, given: tuple) -> None:
            if event == "os.rename":
                left[0] -= 1
                if not left[0]:
                    os._exit(9)

        sys.addaudithook(die)
        CliRunner().invoke(main, [command, "--root", str(root)])
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def run(root, command: str) -> dict[str, bytes]:
    """The editors' files and pages after a command that must succeed."""
    result = CliRunner().invoke(main, [command, "--root", str(root)])
    assert result.exit_code == 0, result.output
    return {name: raw for name, raw in files_below(root).items() if not name.startswith(".cache/")}


@pytest.mark.parametrize(
    ("command", "at"), [("sync", 1), ("sync", 2), ("sync", 3), ("build", 1), ("build", 9)]
)
def test_what_a_killed_command_began_the_next_one_finishes(archive, tmp_path, command, at):
    undisturbed = run(shutil.copytree(archive, tmp_path / "undisturbed"), command)
    assert killed(archive, command, at)
    assert run(archive, command) == undisturbed
