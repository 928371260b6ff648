"""The termbase: how each language and region says a concept."""

from typing import Annotated, Literal

from pydantic import Field

from build_tools.model.record import LANGS, Bilingual, Id, TermId, Text, record


@record
class Forms:
    """How one language or region says a concept."""

    preferred: Text
    admitted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    """Forms that a translation must not use."""
    inflected: tuple[str, ...] = ()
    """Other written forms to recognise: `reprimanded`, 炸了锅."""
    everyday: tuple[str, ...] = ()
    """Which of the forms are also words of every day: they count only where another name or term
    stands close by: `traffic`, 流量.
    """
    not_beside: tuple[str, ...] = ()
    """Words beside which a form means something else: `jam` for “traffic”."""
    not_in: tuple[str, ...] = ()
    """Longer words that hold a form but mean something else, where no word tells."""

    @property
    def approved(self) -> tuple[str, ...]:
        """All forms that may stand for the concept."""
        return (self.preferred, *self.admitted, *self.inflected)


@record
class TermForms:
    en: Forms
    zh_hans: Annotated[Forms, Field(alias="zh-Hans")]
    zh_hant_tw: Annotated[Forms | None, Field(alias="zh-Hant-TW")] = None
    """Only where Taiwan uses another word or form; script alone is derived."""
    zh_hant_hk: Annotated[Forms | None, Field(alias="zh-Hant-HK")] = None

    @property
    def by_lang(self) -> dict[str, Forms]:
        """What is given, by language, in the order of `LANGS`."""
        given = zip(LANGS, (self.en, self.zh_hans, self.zh_hant_tw, self.zh_hant_hk), strict=True)
        return {lang: forms for lang, forms in given if forms}


@record
class Term:
    """A concept that PR people need: one entry of the termbase."""

    id: Id
    domain: Literal[
        "crisis", "media", "platform", "marketing", "governance", "law", "industry", "idiom"
    ]
    forms: TermForms
    definition: Bilingual
    note: Bilingual | None = None
    """Usage, false friends, regional differences."""
    see: tuple[TermId, ...] = ()
