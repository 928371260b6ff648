"""The seeds/ folder: which files are seeds, their ids, and what to look at in them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.model.problem import Place, Problem, Stopped, error, note, warning
from build_tools.model.text import Seed
from build_tools.model.visible import unseen_in_words
from build_tools.readers.decode import decode
from build_tools.readers.folders import left_by_program, lying_in, not_on_windows
from build_tools.readers.misread import misread
from build_tools.readers.syntax import left_by_git

_NOT_IN_AN_ID = re.compile(r"[^a-z0-9_]+")
_HAN_RUN = re.compile(f"[{HAN_RANGES}]+")
"""What an id is made from in pinyin. Narrower than what a Han character is elsewhere, and it stays
so: an id that was given never changes.
"""
_HTML = re.compile(r"\A\s*(?:<!doctype html|<html|<\?xml)|</(?:body|html)>\s*\Z", re.I)
"""How a web page begins or ends that was saved with its tags."""
LONGEST_ID = 200
"""A file's name may have 255 bytes, and the page's has an ending more."""
MOST_CHARACTERS = 1_000_000
"""The page of so many has 20 MB, which a phone hardly opens, and takes about a minute to make."""
FEWEST_LETTERS = 10
"""With fewer, a seed is more likely a slip than a text."""


def read_seeds(folder: Path) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """All seeds in order of their ids; a file that is no text becomes a problem, not a seed.

    Without any text in the folder there is no archive: Stopped is raised, before anything takes its
    pages away.
    """
    if not folder.is_dir():
        raise Stopped(
            f"There is no folder seeds/ in {folder.parent.resolve()}, so this is no archive. Go to the archive's folder, or name it with --root"
        )
    lying = lying_in(folder.parent, folder.name, deep=False)
    seeds: dict[str, Seed] = {}
    problems = [
        *lying.problems,
        *(_hidden(file) for file in lying.hidden if file.endswith(".txt")),
        *(_no_seed(file, "folder") for file in lying.folders),
    ]
    for file in sorted(lying.files, key=_plainest_first):
        path = folder.parent / file
        if path.suffix != ".txt":
            problems.append(_no_seed(file, "file"))
            continue
        seed, found = decode(file, seed_id(path.stem), path.read_bytes())
        fault = (
            (left_by_git(file, seed.text, any_text=True) or _unfit(seed, seeds)) if seed else None
        )
        problems += [*found, *([fault] if fault else [])]
        if seed and not (fault and fault.severity == "error"):
            seeds[seed.id] = seed
            if seed.id != path.stem and all(p.place.file != file for p in problems):
                problems.append(
                    note(
                        Place(file),
                        "seed-id",
                        f"Its id is “{seed.id}”: an address has only lower-case Latin letters, digits, “_” and “-”",
                        "Use this id in records and commands",
                    )
                )
    if not seeds:
        first = (
            f"Nothing there can be read as a text: {problems[0]}"
            if problems
            else "Save a text there, as UTF-8, with the ending .txt"
        )
        raise Stopped(
            f"There is no text in {folder.resolve()}, so nothing is built, and nothing was deleted. {first}"
        )
    return tuple(seeds[key] for key in sorted(seeds)), (*problems, *_remarks(seeds.values()))


def _no_seed(file: str, what: str) -> Problem:
    name = Path(file).name
    what_it_is, hint = left_by_program(file)
    if hint:
        return warning(Place(file), "seed-name", what_it_is, hint)
    if name.lower().endswith(".txt"):
        return warning(
            Place(file),
            "seed-name",
            f"Its ending is “{Path(file).suffix}”, and only files with “.txt”, in small letters, are seeds; this {what} is left out",
            "Write its ending in small letters"
            if what == "file"
            else "Put the texts into seeds/ itself",
        )
    return warning(
        Place(file),
        "seed-name",
        f"Only .txt files are seeds; this {what} is left out",
        "Save the text as plain text, UTF-8, with the ending .txt"
        if what == "file"
        else "Put the texts into seeds/ itself",
    )


def _hidden(file: str) -> Problem:
    return note(
        Place(file),
        "seed-hidden",
        "Its name begins with a dot, so it is hidden and left out",
        "Give it another name if it is a text of the archive",
    )


def _unfit(seed: Seed, seeds: dict[str, Seed]) -> Problem | None:
    """Why the file's name does not make an address of its own."""
    place = Place(seed.file)
    if not seed.id:
        return error(
            place,
            "seed-name",
            "Nothing in the file's name can stand in an address",
            "Give it a name with Latin letters, digits or Chinese characters",
        )
    if len(seed.id) > LONGEST_ID:
        return error(
            place,
            "seed-name",
            f"The name is too long: its address would have {len(seed.id)} characters ({seed.id})",
            f"Shorten it; {LONGEST_ID} are possible, and a Chinese character counts as its pinyin",
        )
    if seed.id == "index":
        return error(
            place,
            "seed-id-taken",
            "Its page would take the place of the list of sources",
            "Give it another name",
        )
    if seed.id in seeds:
        return error(
            place,
            "seed-id-twice",
            f"It would get the same id as {seeds[seed.id].file}: {seed.id}{_unseen(seed.file, seeds[seed.id].file)}",
            "Rename the newer of the two",
        )
    reason = not_on_windows(seed.id) if not not_on_windows(Path(seed.file).name) else ""
    return warning(place, "file-name", reason, "Give it another name") if reason else None


def _unseen(name: str, other: str) -> str:
    """What tells two names apart that look the same: a Mac may write é as two characters.

    >>> _unseen("seeds/cafe\\u0301.txt", "seeds/café.txt")
    '. The two names only look the same: this one has U+0065 U+0301 where the other has U+00E9'
    >>> _unseen("seeds/KOL.txt", "seeds/kol.txt")
    ''
    """
    if unicodedata.normalize("NFKC", name) != unicodedata.normalize("NFKC", other):
        return ""
    start = next(at for at, pair in enumerate(zip_longest(name, other)) if pair[0] != pair[1])
    end = next(
        at
        for at, pair in enumerate(zip_longest(name[start:][::-1], other[start:][::-1]))
        if pair[0] != pair[1]
    )
    here, there = (
        " ".join(f"U+{ord(char):04X}" for char in each[start : len(each) - end]) or "nothing"
        for each in (name, other)
    )
    return f". The two names only look the same: this one has {here} where the other has {there}"


def _remarks(seeds: Iterable[Seed]) -> Iterator[Problem]:
    """What to look at in seeds that can be read: texts that are there twice, or hardly there, or
    too long for a page, and what in them nobody sees or a program has misread.
    """
    first: dict[str, Seed] = {}
    for seed in seeds:
        twin = first.setdefault(seed.text.strip(), seed)
        if twin is not seed:
            alike = "the same file as" if twin.sha256 == seed.sha256 else "the same text as"
            yield note(
                Place(seed.file),
                "seed-twice",
                f"It is {alike} {twin.file}",
                "Delete the newer one, unless it was found in two places",
            )
        yield from _unseen_characters(seed)
        yield from misread(seed)
        if len(seed.text) > MOST_CHARACTERS:
            yield warning(
                Place(seed.file),
                "seed-long",
                f"It has {len(seed.text):,} characters, and a page of more than {MOST_CHARACTERS:,} is too large for most browsers",
                "Save each part in a file of its own: a report, a chapter",
            )
        if _HTML.search(seed.text):
            yield note(
                Place(seed.file),
                "seed-html",
                "This is a web page with all its tags, which are shown as text",
                "Save its text only, if nobody has worked on it yet",
            )
        letters = sum(char.isalnum() for char in seed.text)
        if letters < FEWEST_LETTERS:
            yield note(
                Place(seed.file),
                "seed-short",
                f"It has only {letters} {'letters and figures' if letters != 1 else 'letter or figure'}",
                "See whether the whole text was saved",
            )


def _unseen_characters(seed: Seed) -> Iterator[Problem]:
    places = unseen_in_words(seed.text)
    if not places:
        return
    at, more = places[0], len(places) - 1
    others = f", and so do{'es' if more == 1 else ''} {more} more place{'s' if more > 1 else ''}"
    yield note(
        Place(seed.file, seed.line(at)),
        "character-unseen",
        f"“{seed.text[max(0, at - 3) : at + 4]}” holds U+{ord(seed.text[at]):04X}, which nobody sees{others if more else ''}",
        "Where it parts a name, which is not found then, emend it",
    )


def _plainest_first(file: str) -> tuple[bool, str]:
    """A file whose name is its id goes before one that would only get the same: `kol.txt` before
    `KOL.txt`.
    """
    return seed_id(Path(file).stem) != Path(file).stem, file


def unavailable(problems: tuple[Problem, ...], seeds: tuple[Seed, ...]) -> frozenset[str]:
    """The ids of files in seeds/ that are no seeds yet, because something is wrong with them; a
    stray file beside a seed is no part of it.
    """
    read = {seed.id for seed in seeds}
    ids = [
        (p, seed_id(Path(p.place.file).stem))
        for p in problems
        if not left_by_program(p.place.file)[1]
    ]
    return frozenset(
        id for p, id in ids if p.severity == "error" or (p.code == "seed-name" and id not in read)
    )


def seed_id(stem: str) -> str:
    """The source's permanent id, from the file's name; empty where nothing of it can stand in an
    address.

    >>> seed_id("000_d82e5c46edea4b3a"), seed_id("小米 SU7 (1)")
    ('000_d82e5c46edea4b3a', 'xiao-mi-su7-1')
    """
    latin = _HAN_RUN.sub(
        lambda run: "-" + "-".join(lazy_pinyin(run[0], style=Style.NORMAL)) + "-", stem
    )
    plain = unicodedata.normalize("NFKD", latin).lower()
    return _NOT_IN_AN_ID.sub("-", plain).strip("-")
