"""What the collection has come to hold beside the first five seeds leaves these as they were
read.
"""

from build_tools.pipeline import build
from tests.conftest import ROOT
from tests.first_five.conftest import KINDS, RECORDS

KNOWN = {(kind, id) for folder, kind in KINDS.items() for id in RECORDS[folder]}


def _marks(passage, lang):
    return {(m.start, m.end, m.kind, m.target) for m in passage.rendition(lang).marks}


def test_new_records_take_no_mark_away_but_into_longer_words_and_add_none_of_the_old(archive):
    now = build(ROOT).archive
    for id, source in archive.sources.items():
        assert [
            (a.segment.id, a.reading.text, a.translation.text) for a in now.sources[id].text
        ] == [(a.segment.id, a.reading.text, a.translation.text) for a in source.text]
        for then, here in zip(source.text, now.sources[id].text, strict=True):
            for lang in ("en", "zh-Hans"):
                old, new = _marks(then, lang), _marks(here, lang)
                added = {mark for mark in new if mark[2] != "date" and mark[2:] not in KNOWN}
                assert new - added <= old, (id, then.segment.id)
                lost = [
                    mark
                    for mark in old - new
                    if not any(start < mark[1] and mark[0] < end for start, end, *_ in added)
                ]
                assert lost == [], (id, then.segment.id)
