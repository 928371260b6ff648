"""The words to know, as a table for spreadsheets and as a deck that Anki imports."""

from collections.abc import Iterator

from build_tools.language.chinese.pinyin import UNSURE, read_aloud
from build_tools.model.record import LANGS
from build_tools.model.tables import table
from build_tools.packs.edition import Edition
from build_tools.pages.dossiers import words


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    rows = list(_rows(edition))
    if rows:
        yield (
            edition.file(".words.csv"),
            table(["id", *LANGS, "pinyin (?: unsure)", "definition"], rows).encode(),
        )
        yield edition.file(".words.anki.txt"), _deck(edition, rows).encode()


def _rows(edition: Edition) -> Iterator[list[str]]:
    """Each term: its id, its names in all languages, its pinyin, its definition."""
    archive = edition.view.archive
    for id in words(archive, edition.case):
        names = archive.names["term", id]
        read = read_aloud(names["zh-Hans"], archive.spoken)
        said = " ".join(sound + ("" if sure else UNSURE) for _, sound, sure in read if sound)
        meant = edition.say(archive.terms[id].definition)
        yield [id, *(names[lang] for lang in LANGS), said, meant]


def _deck(edition: Edition, rows: list[list[str]]) -> str:
    """A text that Anki imports as it is: the word in front, all else behind. Its first lines tell
    Anki what the columns are; the id keeps a card the same when the deck is imported again.
    """
    title = _cell(edition.title())
    head = f"#separator:tab\n#html:false\n#notetype:Basic\n#deck:{title}\n#guid column:1\n"
    return head + "".join("\t".join(map(_cell, _card(edition, row))) + "\n" for row in rows)


def _card(edition: Edition, row: list[str]) -> tuple[str, str, str]:
    """A term as its id, its front and its back, where the pinyin stands at the Simplified name that it
    reads aloud.
    """
    id, *names, said, meant = row
    front = names[LANGS.index(edition.lang)]
    hans = names[LANGS.index("zh-Hans")]
    read = {name: f"{name} ({said})" if said and name == hans else name for name in names}
    others = " · ".join(
        read[name] for name in dict.fromkeys(names) if name != front or name == hans
    )
    back = f"{others} — {meant}" if others else meant
    return f"{edition.case.id}.{id}.{edition.lang}", front, back


def _cell(words: str) -> str:
    return " ".join(words.split()).replace('"', "”")
