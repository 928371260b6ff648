"""The archive of the first five seeds alone: whatever else the collection comes to hold, what was
found true of them is asked of them.
"""

import json
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
    for readings in (to / "editorial/sources").glob("*/mentions.yml"):
        _leave_out_the_new(readings)
    shutil.copytree(ROOT / "templates", to / "templates")
    return to


def _leave_out_the_new(readings: Path) -> None:
    """A mention of a record that came since, read and confirmed, is one of a record that is not there."""
    known = {id for folder in KINDS for id in RECORDS[folder]}
    read = yaml.load(readings.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for each in read:
        named = {
            segment: [id for id in ids if id in known] for segment, ids in each["segments"].items()
        }
        each["segments"] = {segment: ids for segment, ids in named.items() if ids}
    readings.write_text(json.dumps([each for each in read if each["segments"]]), encoding="utf-8")


@pytest.fixture(scope="session")
def root(tmp_path_factory) -> Path:
    return copy_first_five(tmp_path_factory.mktemp("first-five") / "archive")


@pytest.fixture(scope="session")
def built(root):
    return build(root)


@pytest.fixture(scope="session")
def archive(built):
    return built.archive
