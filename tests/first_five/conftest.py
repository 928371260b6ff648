"""The archive of the first five seeds alone: whatever else the collection comes to hold, what was
found true of them is asked of them.
"""

import shutil
from pathlib import Path

import pytest
import yaml

from build_tools.pipeline import build
from tests.conftest import ROOT
from tests.groups import FIRST_FIVE

SEEDS = tuple(
    line.split()[1]
    for line in (FIRST_FIVE / "seeds.sha256").read_text(encoding="utf-8").splitlines()
)
RECORDS = yaml.safe_load((FIRST_FIVE / "records.yml").read_text(encoding="utf-8"))
"""By folder of editorial/, the ids of the records that the readers of the truths had before
them.
"""
KINDS = {"actors": "actor", "events": "event", "glossary": "term"}
"""What a mark of each folder's records is called."""


def copy_first_five(to: Path) -> Path:
    """The five seeds, the records that the truths know, and the rules for all texts."""
    (to / "seeds").mkdir(parents=True)
    for seed in SEEDS:
        shutil.copy(ROOT / seed, to / seed)
    ids = {
        **{folder: [f"{id}.yml" for id in those] for folder, those in RECORDS.items()},
        "cases": RECORDS["cases"],
        "sources": [Path(seed).stem for seed in SEEDS],
        "rules": [""],
        "vocabulary": [""],
        "archive.yml": [""],
    }
    for folder, names in ids.items():
        for name in names:
            source, target = ROOT / "editorial" / folder / name, to / "editorial" / folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    shutil.copytree(ROOT / "templates", to / "templates")
    return to


@pytest.fixture(scope="session")
def root(tmp_path_factory) -> Path:
    return copy_first_five(tmp_path_factory.mktemp("first-five") / "archive")


@pytest.fixture(scope="session")
def built(root):
    return build(root)


@pytest.fixture(scope="session")
def archive(built):
    return built.archive
