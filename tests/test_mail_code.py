"""A mail that was saved as it was sent: its words are read again, and each change is listed."""

import quopri
import re

import pytest

from build_tools.pipeline import build
from tests.conftest import copy_small, parsed, seed_as_found

LETTER = """\
Dear colleagues, you will have seen the pictures of the waiting hall that were taken last night. I’ve asked the harbour authority for a full report.

The café stayed closed, and nobody was offered as much as a glass of water; that is not who we are – and it will not happen again while I am here.
"""
PLAIN = "The captain told the passengers nothing for three hours, although the second engine had stopped long before, and that was our mistake and nobody else's, and we shall say so in the hearing which the harbour authority has called for Monday, and answer every question.\n"
CHINESE = "各位同事：\n\n昨晚渡轮停航，旅客在候船厅等了三个小时，没有人向他们说明情况。\n"
SAVED = {"letter": LETTER, "plain": PLAIN, "chinese": CHINESE}
OTHER = {
    "sums": "The cost of the night in the hotel for each of the passengers who had to wait, in pounds =\n120 and for the others, who went home by taxi and sent in their bills, in pounds and pence =\n80\n",
    "headings": "What happened\n=============\n\nThe ferry stopped.\n\nWhat it cost\n============\n\nNothing.\n",
    "bytes": "The page showed I=E2=80=99ve where an apostrophe should have stood, and =3D for every sign of equality.\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = copy_small(tmp_path_factory.mktemp("mail") / "archive")
    for id, text in SAVED.items():
        (root / "seeds" / f"{id}.txt").write_bytes(quopri.encodestring(text.encode("utf-8")))
    for id, text in OTHER.items():
        (root / "seeds" / f"{id}.txt").write_text(text, encoding="utf-8")
    return build(root)


@pytest.mark.parametrize("id", SAVED)
def test_a_mail_saved_as_it_was_sent_reads_as_it_was_written(built, id):
    readings = [each.reading.text for each in built.archive.sources[id].text]
    between = "" if id == "chinese" else " "
    assert between.join(readings) == re.sub(r"\s+", between, SAVED[id].strip())


@pytest.mark.parametrize("id", SAVED)
def test_each_letter_and_line_end_of_the_code_is_listed(built, id):
    source, page = built.archive.sources[id], parsed(built.pages[f"sources/{id}.md"])
    assert sum(
        hidden == "="
        for line, hidden in ((line, words.strip()) for line, words in seed_as_found(page))
        if hidden
    ) == source.cleaned.seed.text.count("=\n")
    changes = {
        change.emendation.quote: change.emendation.reading
        for each in source.text
        for change in each.reading.changes
    }
    assert all(
        bytes.fromhex(quote.replace("=", "")).decode() == reading
        for quote, reading in changes.items()
    )
    assert {item.text() for item in page.all("span", of="cb-read")} == {*changes.values()}
    assert bool(changes) == (id != "plain")


@pytest.mark.parametrize("id", OTHER)
def test_a_sign_of_equality_elsewhere_is_no_code(built, id):
    source = built.archive.sources[id]
    assert not any(each.reading.changes for each in source.text)
    assert not [d for d in source.cleaned.debris if d.kind == "mail"]
