"""Each file under golden/ is one behaviour of one stage, on words of a real seed: `why`, `in` and
`out`. Read them; they say what the tools do.
"""

from pathlib import Path

import pytest
import yaml

from tests.golden_stages import STAGES

FILES = sorted((Path(__file__).parent / "golden").rglob("*.yml"))


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.parent.name}: {path.stem.replace('-', ' ')}"
)
def test_a_stage_does_what_its_golden_file_says(path, tmp_path):
    golden = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert golden.keys() == {"why", "in", "out"}
    assert STAGES[path.parent.name](golden["in"], tmp_path) == golden["out"]


def test_every_stage_has_golden_files():
    assert {path.parent.name for path in FILES} == STAGES.keys()
