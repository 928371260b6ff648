"""What all records of editors have in common: languages, ids, a bilingual text, and a passage of a
source.

The reader checks every file against its record, so a field's docstring is also what an editor sees
when their program completes a key (JSON Schema). Keys in the files are written with hyphens
(`zh-Hans`, `from`).
"""

from dataclasses import dataclass as plain
from typing import Annotated, Any, Literal, TypeVar, dataclass_transform

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from build_tools.model.visible import anything_seen

Lang = Literal["en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"]
WRITTEN: tuple[str, ...] = ("en", "zh-Hans")
"""What people write for the archive, and what marks are found in."""
REGIONS: tuple[str, ...] = ("zh-Hant-TW", "zh-Hant-HK")
"""Whose readers get Traditional Chinese, converted from Simplified, and its marks with it."""
CHINESE: tuple[str, ...] = ("zh-Hans", *REGIONS)
LANGS: tuple[str, ...] = ("en", *CHINESE)
"""The renditions of a segment, in their order."""
FOREIGN: tuple[str, ...] = ("ja", "ko")
"""Languages that use Chinese characters too: they are named, and neither converted nor read in
pinyin.
"""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Lower-case letters, digits and single hyphens: `xu-jieyun`."""


@plain(frozen=True, slots=True)
class Names:
    """On the type of a field: what its value is the id of. `model.walk` finds it."""

    kind: str
    """`actor`, `event`, `term`, `claim`, `contradiction`, `source`; `mention`, which is an actor or
    a term; or a family of PR concepts.
    """


ActorId = Annotated[Id, Names("actor")]
EventId = Annotated[Id, Names("event")]
TermId = Annotated[Id, Names("term")]
ClaimId = Annotated[Id, Names("claim")]
ContradictionId = Annotated[Id, Names("contradiction")]
MentionId = Annotated[Id, Names("mention")]
SourceId = Annotated[str, Names("source")]
StatusId = Annotated[str, Names("evidence_status")]
GradeId = Annotated[str, Names("source_grade")]
ConceptId = Annotated[str, Names("concept")]
"""Of any family."""
Text = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    BeforeValidator(lambda text: text if not isinstance(text, str) or anything_seen(text) else ""),
]
"""What readers are to see; characters of which nothing can be seen are none."""
Quote = Annotated[str, StringConstraints(min_length=1)]


class Unfilled(str):
    """What stands behind a key that an editor left empty: no text at all, where `""` is one without
    words.
    """


def _filled(text: object) -> object:
    if isinstance(text, Unfilled):
        raise PydanticCustomError("unfilled", "unfilled")
    return text


Filled = Annotated[str, BeforeValidator(_filled)]
"""A text that may be `""`, but must be said."""
Certainty = Literal["attested", "corroborated", "inferred", "unknown"]
Basis = Literal["stated", "inherited", "inferred"]

_rules = ConfigDict(
    extra="forbid", use_attribute_docstrings=True, populate_by_name=False, serialize_by_alias=True
)


Record = TypeVar("Record")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def record(cls: type[Record]) -> type[Record]:
    """A frozen, slotted record that refuses unknown keys."""
    made: Any = dataclass(frozen=True, slots=True, kw_only=True, config=_rules)(cls)
    return made  # type: ignore[no-any-return]


@record
class Bilingual:
    """A text of the archive's own, in English and Chinese.

    The two Traditional forms are derived from `zh-Hans` unless they are given.
    """

    en: Text
    zh_hans: Annotated[Text, Field(alias="zh-Hans")]
    zh_hant_tw: Annotated[Text | None, Field(alias="zh-Hant-TW")] = None
    zh_hant_hk: Annotated[Text | None, Field(alias="zh-Hant-HK")] = None

    @property
    def by_lang(self) -> dict[str, str]:
        """What is given, by language, in the order of `LANGS`."""
        given = zip(LANGS, (self.en, self.zh_hans, self.zh_hant_tw, self.zh_hant_hk), strict=True)
        return {lang: text for lang, text in given if text}


@record
class Passage:
    """Words of a source that prove something."""

    source: SourceId
    """Id of the source: the name of its seed file without `.txt`."""
    quote: Quote
    """The exact words, from the reading (after emendations). Width of punctuation is ignored."""
    prefix: str = ""
    """What stands directly before, where the quote alone occurs more than once."""
    suffix: str = ""
    segment: str = ""
    """The segment that they stand in, as pages number it (`s12`): another way to say which is meant."""
    parallel: str = ""
    """The words of the translation that answer to the quote; marked on that side."""
