"""What the bare days and months of a text are counted from, and how it writes its dates."""

from dataclasses import dataclass
from datetime import date

from build_tools.model.record import Bilingual

_FORTNIGHT, _HALF_YEAR = 14, 183
ONE_STORY = 123
"""Days: so near after a full date a bare day may be told with it."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text writes its dates, as other dates in it show."""

    republic: bool = False
    """Whether it counts years of the Republic (民國), so that 114年3月26日 is in 2025."""
    western: bool = False
    """Whether its 98年7月 is in 1998: it is in Simplified characters, and does not."""
    fiscal: bool = False
    """Whether it has a company's own quarters, whose months it need not say: the third quarter of
    fiscal 2019, which ended in August.
    """
    month_first: bool | None = None
    """Whether 4/3/2015 is a day of April, or of March; None where nothing tells."""
    order: Bilingual | None = None
    """What `month_first` rests on."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a text was written, as far as it is known: what its bare days and months are counted
    from.
    """

    year: str = ""
    """The year that editors gave to bare days and months; it comes before all else."""
    day: date | None = None
    """The last day on which the text can have been written."""
    is_written: bool = False
    """Whether it was written on that very day, so that yesterday is the day before. A publication
    line may be that of a copy, made months later.
    """
    reason: Bilingual | None = None
    """What `day` rests on."""
    habits: Habits = Habits()

    def year_for(self, month: int, day: int) -> int | None:
        """The year of a bare day or month: that of the latest such day not after the text's own,
        unless a day to come may as well be meant.

        In the year of the text it must be four months to the next such day; in the year before,
        nine. So a text of 5 March 2024 puts
        7 January into 2024 and 20 December into 2023, and leaves open the year of 20 March and of 1
        October. A text that is certainly
        of that day means the next fortnight by 10 March.

        >>> from dataclasses import replace
        >>> text = Anchor(day=date(2024, 3, 5))
        >>> [text.year_for(*each) for each in ((1, 7), (3, 5), (12, 20), (3, 20), (10, 1), (2, 30))]
        [2024, 2024, 2023, None, None, None]
        >>> replace(text, is_written=True).year_for(3, 10)
        2024
        """
        own = self.day
        if not own:
            return None
        for year in (own.year, own.year + 1) if self.is_written and day else ():
            to_come = _day(year, month, day)
            if to_come and 0 < (to_come - own).days <= _FORTNIGHT:
                return year
        for turn in (0, 1):
            last = _day(own.year - turn, month, day or 1)
            if not last:
                return None
            if last <= own:
                return last.year if (own - last).days <= (92 if turn else 245) else None
        return None

    def year_to_come(self, month: int, day: int) -> int | None:
        """The year of a bare day that is to come, as the words say: that of the next such day, if
        it is less than half a year ahead. In a copy, that day may have come before it was made.

        >>> text = Anchor(day=date(2024, 3, 5), is_written=True)
        >>> [text.year_to_come(*each) for each in ((6, 1), (1, 7), (10, 1), (3, 3))]
        [2024, None, None, None]
        """
        own = self.day
        if not own:
            return None
        coming = next(
            (
                year
                for year in (own.year, own.year + 1)
                if day
                and (next_day := _day(year, month, day))
                and 0 <= (next_day - own).days <= _HALF_YEAR
            ),
            None,
        )
        past = None if self.is_written else self.year_for(month, day)
        return None if coming and past and coming != past else coming or past


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
