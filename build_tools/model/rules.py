"""Rules and settings that hold for the whole archive: debris, conversion, wording."""

from typing import Annotated, Literal

from pydantic import Field

from build_tools.model.record import Bilingual, Id, Text, record

DebrisKind = Literal[
    "furniture",
    "links",
    "hashtags",
    "metadata",
    "caption",
    "advert",
    "credit",
    "mail",
    "page",
    "repeat",
    "sign",
]
"""What a site prints around a text: buttons, lists of links, tags, times, captions, adverts,
credits; what mail programs add; the edges of printed pages; signs without words.
"""


@record
class DebrisRule:
    """A pattern of what scrapers bring along."""

    id: Id
    kind: DebrisKind
    where: Literal["line", "span", "title", "list", "comments", "among", "row", "paragraph"]
    """The whole line; the matched words only; these in the first line of the text only; the line
    with the titles of links under it, or with readers' comments; the line only where one right
    above or below it is hidden whole, and is a credit if this is one; or the line where the group
    `button` matches twice, as `among` where it matches once; or the line and those under it to the
    next blank one.
    """
    pattern: str
    """A Python regular expression, matched within one line, or within these read as one."""
    reason: Bilingual
    example: str
    """A real line that it is for."""


@record
class DebrisRules:
    rules: tuple[DebrisRule, ...]


@record
class Correction:
    """A word that OpenCC would write wrongly in Traditional script."""

    zh_hans: Annotated[Text, Field(alias="zh-Hans")]
    zh_hant_tw: Annotated[Text, Field(alias="zh-Hant-TW")]
    zh_hant_hk: Annotated[Text, Field(alias="zh-Hant-HK")]
    reason: Bilingual
    instead_of: Annotated[Text | None, Field(alias="instead-of", max_length=1)] = None
    """For a single character, the Traditional form that only some words have and that the press
    does not print: 谿 of 慈谿, for 溪.
    """

    @property
    def converted(self) -> str:
        """What conversion is to look for."""
        return self.instead_of or self.zh_hans


@record
class Corrections:
    corrections: tuple[Correction, ...] = ()


@record
class RegionalWord:
    """A common word that a region says otherwise, in the archive's own prose only."""

    zh_hans: Annotated[Text, Field(alias="zh-Hans")]
    zh_hant_tw: Annotated[Text | None, Field(alias="zh-Hant-TW")] = None
    zh_hant_hk: Annotated[Text | None, Field(alias="zh-Hant-HK")] = None


@record
class Wording:
    words: tuple[RegionalWord, ...] = ()


@record
class Spoken:
    """A word that the dictionary reads wrongly, or not as the archive does."""

    zh_hans: Annotated[Text, Field(alias="zh-Hans")]
    """Han characters only, enough of them to be this word wherever they stand together."""
    pinyin: Text
    """A syllable for each character, with tone marks: `xiè lù`."""


@record
class Pinyin:
    words: tuple[Spoken, ...] = ()


@record
class Settings:
    """`editorial/archive.yml`."""

    colophon: tuple[Bilingual, ...] = ()
    """What the colophon says of how the archive was made, a paragraph each."""
