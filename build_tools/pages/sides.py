"""The two sides of a segment on a source's page, and what each is called."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model.record import CHINESE, Bilingual
from build_tools.model.text import Aligned
from build_tools.pages.view import View
from build_tools.render.marked import Notes, as_found
from build_tools.render.markup import shown

LANGS_OF = {"en": ("en",), "zh": CHINESE}
"""Side -> its renditions."""
Labels = list[tuple[str, str]]
"""(rendition, label) of what a side is called; of one that all renditions share, under none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideShown:
    """One side of a segment."""

    name: str
    """`en` or `zh`."""
    is_source: bool
    lang: str
    lead: str
    """The list mark before its words."""
    renditions: list[tuple[str, Markup]]
    """(language, words with their marks) of each that there is."""
    converted: set[str]
    """The renditions that are not in the script in which the source was written."""
    found: Markup
    """The words as found, where the reading differs."""
    labels: Labels
    begun: bool
    """Whether its words begin within a sentence."""
    cut: bool
    """Whether they break off."""
    gap: Bilingual | None
    """What is missing behind them."""
    joined: bool = False
    """Whether its words stand with the segment above."""


def columns(side: str) -> list[str]:
    """The page's two sides; that of most of the source comes first, for all segments alike."""
    return sorted(LANGS_OF, key=lambda each: each != side)


def own_side(
    view: View,
    each: Aligned,
    side: str,
    is_source: bool,
    notes: Notes,
    missing: dict[str, Bilingual],
) -> SideShown:
    """A side with the segment's own words, or their translation."""
    there = [lang for lang in LANGS_OF[side] if each.rendition(lang).text]
    return SideShown(
        name=side,
        is_source=is_source,
        lang=each.segment.lang,
        lead=each.segment.lead,
        renditions=[(lang, view.text(each, lang, notes)) for lang in there],
        converted=_converted((each,), there),
        found=as_found(each) if is_source else Markup(""),
        labels=source_labels((each,), side),
        begun=_begins_cut((each,)),
        cut=_ends_cut((each,)),
        gap=_gap((each,), missing),
    )


def side_beside(
    view: View, twins: tuple[Aligned, ...], side: str, notes: Notes, missing: dict[str, Bilingual]
) -> SideShown:
    """The side of a segment whose other language the seed gives itself: those segments, each with
    its own id, number and list mark.
    """
    there = LANGS_OF[side] if twins else ()
    blank = Markup(" " if side == "en" else "")
    return SideShown(
        name=side,
        is_source=True,
        lang=twins[0].segment.lang if twins else "",
        lead="",
        renditions=[
            (
                lang,
                blank.join(
                    _named(twin, view.text(twin, lang, notes), lang == there[0]) for twin in twins
                ),
            )
            for lang in there
        ],
        converted=_converted(twins, there),
        found=Markup(" ").join(as_found(twin) for twin in twins if as_found(twin)),
        labels=[],
        begun=_begins_cut(twins),
        cut=_ends_cut(twins),
        gap=_gap(twins, missing),
        joined=not twins,
    )


def source_labels(text: tuple[Aligned, ...], side: str) -> Labels:
    """For each rendition of a side, what its source is called: as it was written, converted to
    another script, or in part.

    What conversion leaves as it is was not converted. Of text in its own script only characters of
    the other are.
    """
    own = [each for each in text if (each.segment.lang == "en") == (side == "en")]
    found = []
    for lang in LANGS_OF[side]:
        converted = [each for each in own if each.rendition(lang).derivation == "conversion"]
        whole = len(converted) == len(own) and not any(
            lang.startswith(each.segment.lang) for each in own
        )
        same = all(each.rendition(lang).text == each.reading.text for each in converted)
        found.append(
            (lang, "is-source" if same else "is-converted" if whole else "is-converted-partly")
        )
    return found if len({label for _, label in found}) > 1 else [("", found[0][1])]


def _converted(text: tuple[Aligned, ...], langs: Iterable[str]) -> set[str]:
    """The renditions in which the source's own words are not in the script in which they were
    written.
    """
    return {
        lang
        for lang in langs
        if any(
            each.segment.lang != "en"
            and each.rendition(lang).derivation == "conversion"
            and each.rendition(lang).text != each.reading.text
            for each in text
        )
    }


def _begins_cut(text: tuple[Aligned, ...]) -> bool:
    return any(each.segment.cut in ("start", "both") for each in text[:1])


def _ends_cut(text: tuple[Aligned, ...]) -> bool:
    return any(each.segment.cut in ("end", "both") for each in text[-1:])


def _gap(text: tuple[Aligned, ...], missing: dict[str, Bilingual]) -> Bilingual | None:
    return next((missing[each.segment.id] for each in text if each.segment.id in missing), None)


def _named(twin: Aligned, words: Markup, first: bool) -> Markup:
    """The words where links to the segment arrive; an id stands once. text.css prints the number,
    which is none of the words.
    """
    lead = (
        Markup('<span class="cb-lead">{}</span> ').format(shown(twin.segment.lead))
        if twin.segment.lead
        else ""
    )
    id = Markup(' id="{}"').format(twin.segment.id) if first else ""
    return Markup('<span class="cb-beside"{} data-no="{}">{}{}</span>').format(
        id, twin.segment.id[1:], lead, words
    )
