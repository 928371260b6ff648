"""What a page says of a text's shape: posts and speakers apart, boxes in rows, damage, no headline."""

import pytest

from build_tools.pipeline import build
from tests.conftest import copy_small

TEXTS = {
    "thread": "Lid flew off\n\nMoss Agate\nJan 12, 2019\n#1\nMine opened while it was hissing.\n\ndunmore_74\nJan 12, 2019\n#2\nThey have a script.\n",
    "talk": "The recall\n\nOSTROW: When did you know?\nBRANDT: On a Thursday.\nOSTROW: Why so late?\nBRANDT: Our lawyer made the list.\n",
    "board": "The statement\n\nMoss Agate\nJoined: Mar 2009\nRe: The statement\nThey have a script.\n\ndunmore\nJoined: Apr 2011\nRe: The statement\nNobody signed it.\n",
    "box": "Halvor Foods\nType\tPrivate company\nHeadquarters\tPort Senn\nHalvor Foods is a maker of fish cakes.\n| Year | Tonnes |\n",
    "damaged": "Dairy is sorry\n\nThe dairy said itâ€™s sorry.\n",
    "unnamed": "I made a mistake last week. Here is what I learned.\n\nI wrote to the wrong list.\n",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    root = tmp_path_factory.mktemp("shape") / "archive"
    copy_small(root)
    for name, text in TEXTS.items():
        (root / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    built = build(root).pages
    return {name: built[f"sources/{name}.md"].split('id="seed"')[0] for name in TEXTS}


def test_posts_that_are_counted_up_and_speakers_stand_apart(pages):
    assert pages["thread"].count(" cb-mail") == 2
    assert pages["talk"].count('<b class="cb-speaker">') == 4
    assert "cb-speaker" not in pages["thread"] + pages["board"]


def test_a_field_of_a_box_and_a_row_between_bars_are_rows(pages):
    assert pages["box"].count("cb-block cb-row") == 3


def test_a_page_tells_of_damaged_words_and_of_a_headline_that_was_not_found_and_only_then(pages):
    assert ["look damaged" in pages[name] for name in TEXTS] == [
        name == "damaged" for name in TEXTS
    ]
    assert "<q>â€™</q>" in pages["damaged"]
    assert "none found for certain" in pages["unnamed"]
    assert not any("none found for certain" in pages[name] for name in ("talk", "box", "damaged"))
