"""A case in one language, as the files of a pack print it."""

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.dossier import Dossier, Statement
from build_tools.model.record import Bilingual, Passage
from build_tools.model.teaching import Case
from build_tools.pages.dossiers import numbered
from build_tools.pages.view import View


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
        colon, comma = (": ", ", ") if self.lang == "en" else ("：", "；")
        return self.label(key) + colon + comma.join(words)

    def title(self) -> str:
        return self.name("case", self.case.id)

    def day(self, event: str) -> str:
        """When an event was, as its record has it."""
        return self.view.date_words(self.view.archive.events[event].date)[self.lang]

    def quote(self, passage: Passage) -> str:
        """The words of a source as they stand there, and where; of one in the other language with
        their counterpart, if an editor gave one: “小米致歉” [“Xiaomi apologised”] (002·s4).
        """
        if passage not in self.view.cited_at:
            return ""
        words = self.view.quoted(passage)
        own = words.get(self.lang) or words.get("zh-Hans") or next(iter(words.values()))
        is_ours = ("en" in words) == (self.lang == "en")
        beside = "" if is_ours or not passage.parallel else f" [“{self._counterpart(passage)}”]"
        return f"“{own}”{beside} ({self.view.sigla[passage.source]}·{self.view.cited_at[passage]})"

    def _counterpart(self, passage: Passage) -> str:
        words = passage.parallel
        return self.view.convert({"en": words, "zh-Hans": words})[self.lang]

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
