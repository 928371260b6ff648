"""The termbase: how each language and region says a concept."""

from typing import Annotated, Literal

from pydantic import Field

from build_tools.model.record import Bilingual, Id, Text, record


@record
class Forms:
    """How one language or region says a concept."""

    preferred: Text
    admitted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    """Forms that a translation must not use."""
    inflected: tuple[str, ...] = ()
    """Other written forms to recognise: `reprimanded`, 炸了锅."""
    not_in: tuple[str, ...] = ()

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


@record
class Term:
    """A concept that PR people need: one entry of the termbase."""

    id: Id
    domain: Literal["crisis", "media", "platform", "marketing", "governance", "law", "industry", "idiom"]
    forms: TermForms
    definition: Bilingual
    note: Bilingual | None = None
    """Usage, false friends, regional differences."""
    see: tuple[Id, ...] = ()
