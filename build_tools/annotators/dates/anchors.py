"""What the bare days and months of a source are counted from: what editors recorded, else what the
seed says of itself.
"""

from collections.abc import Set
from dataclasses import dataclass, replace

from build_tools.annotators.dates.anchor import Anchor, Habits
from build_tools.annotators.dates.datelines import anchor_in
from build_tools.annotators.dates.habits import habits
from build_tools.annotators.dates.mails import mails
from build_tools.annotators.dates.posts import posts
from build_tools.model.archive import OwnDay
from build_tools.model.date_words import in_words
from build_tools.model.dates import Date
from build_tools.model.record import Bilingual
from build_tools.model.source import SourceRecord
from build_tools.model.text import Seed, Segment


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchor of a text; of one that holds several reports, mails or posts, an anchor for each
    or none.
    """

    whole: Anchor | None = None
    reports: tuple[Anchor | None, ...] = ()
    parts: tuple[tuple[int, Anchor | None], ...] = ()
    """From which places of the seed's text on it is that of another mail or post."""

    habits: Habits = Habits()

    def at(self, segment: Segment) -> Anchor | None:
        """The anchor of a segment by the report, mail or post that it belongs to."""
        own = self._of(segment)
        return own if self.habits == Habits() else replace(own or Anchor(), habits=self.habits)

    def _of(self, segment: Segment) -> Anchor | None:
        if segment.report is not None and self.reports:
            return self.reports[segment.report]
        return next(
            (anchor for place, anchor in reversed(self.parts) if place <= segment.seed_offset(0)),
            self.whole,
        )


def anchors(record: SourceRecord, seed: Seed, furniture: Set[int] = frozenset()) -> Anchors:
    """Where editors recorded a year or dates, theirs alone count: only they know a copy's date line
    from that of the text. `furniture` are the numbers of lines that a site put there.
    """
    found = habits(seed.text)
    if record.reports:
        return Anchors(
            _with_year(record, None),
            tuple(_with_year(record, report.date) for report in record.reports),
            habits=found,
        )
    if record.year or record.dates:
        published = {date.date for date in record.dates if date.kind == "published"}
        return Anchors(
            _with_year(record, published.pop() if len(published) == 1 else None), habits=found
        )
    return Anchors(
        anchor_in(seed.text, found, furniture),
        parts=mails(seed.text) or posts(seed.text, found),
        habits=found,
    )


def own_day(record: SourceRecord, dated: Anchors) -> OwnDay | None:
    """The day by which the seed itself says when it was written or published; nothing where editors
    say it.
    """
    whole = dated.whole
    if record.dates or record.reports or not whole or not whole.day or not whole.reason:
        return None
    return OwnDay(Date(whole.day.isoformat()), whole.reason)


def _with_year(record: SourceRecord, published: Date | None) -> Anchor | None:
    """The editors' year, and the day of publication that they recorded, if it is certain."""
    days = published.days if published and not published.is_doubtful else None
    if not published or not days:
        return Anchor(record.year) if record.year else None
    words = in_words(published)
    return Anchor(
        record.year or "",
        days[1],
        days[0] == days[1],
        Bilingual(
            en=f"What the words leave open is counted from the date of publication that an editor recorded: {words['en']}.",
            **{"zh-Hans": f"文字未写明的部分据编者所记的发布日期推算：{words['zh-Hans']}。"},
        ),
    )
