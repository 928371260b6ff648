"""A case in one language, as the files of a pack print it."""

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.dossier import Dossier, Statement
from build_tools.model.record import Bilingual, Passage
from build_tools.model.teaching import Case
from build_tools.pages.dossiers import numbered
from build_tools.pages.view import View

_SHOWN = 160
"""Characters of a translated sentence that are shown."""


@dataclass(frozen=True)
class Edition:
    """The words of a case in one of `LANGS`."""

    view: View
    case: Case
    lang: str

    @property
    def dossier(self) -> Dossier | None:
        return self.case.dossier

    @property
    def notes(self) -> dict[Statement, int]:
        """The number of the note to each sentence."""
        return numbered(self.dossier) if self.dossier else {}

    def file(self, ending: str) -> str:
        """What a file of it is called: `kol-partnership.zh-Hant-TW.docx`."""
        return f"{self.case.id}.{self.lang}{ending}"

    def say(self, text: Bilingual) -> str:
        """Our own prose."""
        return self.view.say(text)[self.lang]

    def label(self, key: str) -> str:
        """A word of the interface."""
        return self.view.labels[key][self.lang]

    def name(self, kind: str, id: str) -> str:
        """What a record is called."""
        return self.view.archive.names[kind, id][self.lang]

    def listed(self, key: str, words: Iterable[str]) -> str:
        """A label and what stands behind it: `Keywords: sport, tea`, `关键词：运动；茶`."""
        return self.listed_as(self.label(key), (", " if self.lang == "en" else "；").join(words))

    def title(self) -> str:
        return self.name("case", self.case.id)

    def day(self, event: str) -> str:
        """When an event was, as its record has it."""
        return self.view.date_words(self.view.archive.events[event].date)[self.lang]

    def in_brackets(self, words: str) -> str:
        """Behind what they explain: ` (understand)`, `（理解）`."""
        return f" ({words})" if self.lang == "en" else f"（{words}）"

    def listed_as(self, head: str, words: str) -> str:
        return head + (": " if self.lang == "en" else "：") + words

    def quote(self, passage: Passage) -> str:
        """The words of a source as they stand there, and where; of one in the other language with
        what an editor set beside them, or the sentence's translation.
        """
        if passage not in self.view.cited_at:
            return ""
        segment, source = self.view.cited_at[passage], passage.source
        words = self.view.quoted(passage)
        own = words.get(self.lang) or words.get("zh-Hans") or next(iter(words.values()))
        place = f"{self.view.sigla[source]}·{segment}"
        if ("en" in words) == (self.lang == "en"):
            return self._marked(own) + self.in_brackets(place)
        beside = self._beside(passage, segment)
        comma = ", " if self.lang == "en" else "，"
        foreign = f"“{own}”" if "en" in words else self._marked(own)
        return foreign + self.in_brackets(comma.join(filter(None, (beside, place))))

    def _beside(self, passage: Passage, segment: str) -> str:
        """What stands for the words in the language of the edition, in its quotation marks."""
        if words := passage.parallel:
            return self._marked(self.view.convert({"en": words, "zh-Hans": words})[self.lang])
        whole = self.view.segment(passage.source, segment).rendition(self.lang).text
        return self._marked(f"{whole[:_SHOWN]}…" if len(whole) > _SHOWN else whole) if whole else ""

    def _marked(self, words: str) -> str:
        """In the quotation marks of the language; those within become inner ones."""
        if self.lang in ("en", "zh-Hans"):
            return "“" + words.replace("“", "‘").replace("”", "’") + "”"
        return "「" + words.replace("“", "『").replace("”", "』") + "」"

    def source(self, id: str) -> str:
        """A source in a list of exhibits: its mark in notes, and its title."""
        return f"{self.view.sigla[id]}  {self.name('source', id)}"

    def reference(self, id: str) -> str:
        """A publication, and whether anybody has looked it up."""
        each = next(r for r in self.view.archive.vocabulary["references"] if r["id"] == id)
        authors = "; ".join(
            ", ".join(filter(None, (a.get("literal") or a.get("family"), a.get("given"))))
            for a in each.get("author", ())
        )
        volume = f" {each.get('volume', '')}" + (f"({each['issue']})" if each.get("issue") else "")
        pages = f", {each['pages']}" if each.get("pages") else ""
        return " ".join(
            filter(
                None,
                (
                    f"{authors} ({each['year']})." if authors and each.get("year") else authors,
                    f"{each['title']}.",
                    f"{each['container']}{volume.rstrip()}{pages}."
                    if each.get("container")
                    else "",
                    f"{each['publisher']}." if each.get("publisher") else "",
                    f"doi:{each['doi']}" if each.get("doi") else "",
                    f"[{self.label('checked-' + each['checked'])}]" if "checked" in each else "",
                ),
            )
        )

    def colophon(self) -> list[str]:
        """Where it comes from, how it was made, and what nobody has reviewed yet."""
        return [self.say(each) for each in self.view.archive.settings.colophon]
