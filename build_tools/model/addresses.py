"""Where things stand on the site, from docs/archive/. Addresses are permanent."""

from build_tools.model.dates import Date

_FOLDERS = {
    "source": "sources",
    "case": "cases",
    "actor": "actors",
    "event": "events",
    "term": "terms",
    "concept": "concepts",
}


def of_record(kind: str, id: str) -> str:
    """Where a record with a page of its own stands.

    >>> of_record("actor", "xu-jieyun")
    'actors/xu-jieyun.html'
    """
    return f"{_FOLDERS[kind]}/{id}.html"


def of_coding(kind: str, key: str) -> str:
    """A coded passage's place among the codings of its source.

    >>> of_coding("coding", "kol-zh/contact-ended")
    'codings/kol-zh.html#contact-ended'
    """
    source, _, passage = key.partition("/")
    return f"codings/{source}.html#{passage}"


def of_date(kind: str, date: Date) -> str:
    """A date's place on the timeline.

    >>> of_date("date", Date("2026-01-05"))
    'timeline/2026.html#d2026-01-05'
    """
    return f"timeline/{year_page(date)}.html#d{fragment(date)}"


def fragment(date: Date) -> str:
    """A date's place on the page of its year, the fragment of its address; another one for each date, since “about” and “perhaps”
    differ.

    >>> [fragment(Date(edtf)) for edtf in ("2023-11/2023-12", "2026-01-05?", "2026-01-05~", "2026-01-05%")]
    ['2023-11_2023-12', '2026-01-05_', '2026-01-05_a', '2026-01-05_qa']
    """
    return _in_id(date.edtf.replace("~", "_a").replace("%", "_qa"))


def former_fragment(date: Date) -> str:
    """The place that the date had before “about” had a sign of its own. Links to it still arrive.

    >>> former_fragment(Date("2026-01~"))
    '2026-01_'
    """
    return _in_id(date.edtf)


def _in_id(text: str) -> str:
    return "".join(char if char.isalnum() or char in "-_" else "_" for char in text)


def year_page(date: Date) -> str:
    """Whose page on the timeline a date stands on: that of its year, decade or century; `XXXX` is
    that of dates without any.

    >>> year_page(Date("2026-01-05/2026-01-07")), year_page(Date("198X")), year_page(Date("XXXX-12-15"))
    ('2026', '198X', 'XXXX')
    """
    return date.parts[0].year
