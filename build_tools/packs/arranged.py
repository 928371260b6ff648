"""A case as the lines of two documents, one for students and one for teachers, arranged as Chinese
case centres ask for it (案例正文, 案例使用说明) or as IPR and Page do (case, teaching note).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from build_tools.model.dossier import Paragraph, Statement
from build_tools.packs.edition import Edition

Style = Literal["title", "heading", "subheading", "text", "quiet", "point", "number", "note"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words, and the sentence that they are, if a note says what it rests on."""

    words: str
    rests: Statement | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    style: Style
    runs: tuple[Run, ...]
    number: int = 0
    """Of a note, or of an entry of a numbered list."""


Part = Callable[[Edition], Iterator[Line]]
Notes = dict[Statement, int]


def _line(style: Style, words: str, number: int = 0) -> Line:
    return Line(style, (Run(words),), number)


def _statements(edition: Edition, sentences: tuple[Statement, ...]) -> Line:
    """Sentences on what happened, each with the number of its note."""
    return Line("text", tuple(Run(edition.say(s.say), s) for s in sentences))


def _paragraphs(edition: Edition, key: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Line]:
    if paragraphs:
        yield _line("heading", edition.label(key))
    for each in paragraphs:
        if each.title:
            yield _line("subheading", edition.say(each.title))
        yield _statements(edition, each.sentences)


def abstract(edition: Edition) -> Iterator[Line]:
    """The title, the abstract and the keywords."""
    dossier = edition.dossier
    yield _line("text", edition.say(dossier.brief if dossier else edition.case.abstract))
    if dossier:
        yield _line("quiet", edition.listed("class-keywords", map(edition.say, dossier.keywords)))


def background(edition: Edition) -> Iterator[Line]:
    if edition.dossier:
        yield from _paragraphs(edition, "background", edition.dossier.background)


def narrative(edition: Edition) -> Iterator[Line]:
    if edition.dossier:
        yield from _paragraphs(edition, "narrative", edition.dossier.narrative)


def stakeholders(edition: Edition) -> Iterator[Line]:
    """Who has what at stake."""
    there = edition.dossier.stakeholders if edition.dossier else ()
    if there:
        yield _line("heading", edition.label("stakeholders"))
    for each in there:
        kind, id = ("actor", each.actor) if each.actor else ("concept", each.concept)
        yield _line("subheading", edition.name(kind, id or ""))
        yield _statements(edition, (each.stake,))


def decisions(edition: Edition) -> Iterator[Line]:
    """What had to be decided, without how it went on."""
    there = edition.dossier.decisions if edition.dossier else ()
    if there:
        yield _line("heading", edition.label("decisions"))
    for each in there:
        who = edition.listed("decision-who", [edition.name("actor", each.who)])
        yield _line("subheading", edition.say(each.ask))
        yield _line("quiet", f"{who} · {edition.day(each.after)}")
        for n, option in enumerate(each.options, 1):
            yield _line("number", edition.say(option), n)


def outcomes(edition: Edition) -> Iterator[Line]:
    """How it went on after each decision."""
    there = edition.dossier.decisions if edition.dossier else ()
    if there:
        yield _line("heading", edition.label("decision-then"))
    for each in there:
        yield _line("subheading", edition.say(each.ask))
        yield _statements(edition, each.then)


def exhibits(edition: Edition) -> Iterator[Line]:
    """The sources of the case and those that its notes quote, by the marks that name them there."""
    yield _line("heading", edition.label("exhibits"))
    quoted = (passage.source for each in edition.notes for passage in each.quotes)
    for source in dict.fromkeys((*edition.case.sources, *quoted)):
        yield _line("point", edition.source(source))


def for_class(edition: Edition) -> Iterator[Line]:
    """For whom the case is, and what they can do after it."""
    dossier = edition.dossier
    if not dossier:
        return
    yield _line("heading", edition.label("for-class"))
    yield _line("text", edition.listed("class-level", [edition.say(dossier.level)]))
    yield _line("text", edition.listed("class-courses", map(edition.say, dossier.courses)))
    yield _line("subheading", edition.label("class-objectives"))
    for n, each in enumerate(dossier.objectives, 1):
        level = edition.in_brackets(edition.label(f"level-{each.level}"))
        yield _line("number", edition.say(each.say) + level, n)


def questions(edition: Edition) -> Iterator[Line]:
    """Questions for discussion, and what to read for them."""
    yield _line("heading", edition.label("questions"))
    for n, each in enumerate(edition.case.questions, 1):
        yield _line("number", edition.say(each.ask), n)
        for words in filter(None, map(edition.quote, each.looks_at)):
            yield _line("quiet", words)


def lessons(edition: Edition) -> Iterator[Line]:
    """What the archive concludes, and the concepts that it is coded with."""
    yield _line("heading", edition.label("lessons"))
    for n, each in enumerate(edition.case.lessons, 1):
        yield _line("number", edition.say(each), n)
    if edition.case.concepts:
        yield _line("subheading", edition.label("concepts"))
        for name in dict.fromkeys(edition.name("concept", id) for id in edition.case.concepts):
            yield _line("point", name)


def role_play(edition: Edition) -> Iterator[Line]:
    play = edition.dossier.role_play if edition.dossier else None
    if not play:
        return
    yield _line("heading", edition.label("role-play"))
    yield _line("quiet", f"{play.minutes} {edition.label('minutes')}")
    yield _line("text", edition.say(play.setting))
    for role in play.roles:
        yield _line("subheading", edition.say(role.name))
        yield _line("text", edition.say(role.brief))
    yield _line("subheading", edition.label("role-debrief"))
    yield _line("text", edition.say(play.debrief))


def quiz(edition: Edition) -> Iterator[Line]:
    """The questions with their right answers."""
    there = edition.dossier.quiz if edition.dossier else ()
    if there:
        yield _line("heading", edition.label("quiz"))
    for n, each in enumerate(there, 1):
        yield _line("number", edition.say(each.ask), n)
        for answer in each.answers:
            mark = "✓" if answer.is_right else "○"
            yield _line("quiet", f"{mark} {edition.say(answer.say)}")
        yield _line("quiet", edition.say(each.why))
        for words in filter(None, map(edition.quote, each.looks_at)):
            yield _line("quiet", words)


def limits(edition: Edition) -> Iterator[Line]:
    """What the texts do not allow a class to conclude, and what to mind."""
    if edition.dossier:
        for key, text in (("limits", edition.dossier.limits), ("ethics", edition.dossier.ethics)):
            yield _line("heading", edition.label(key))
            yield _line("text", edition.say(text))


def literature(edition: Edition) -> Iterator[Line]:
    if edition.dossier and edition.dossier.reading:
        yield _line("heading", edition.label("literature"))
        for id in edition.dossier.reading:
            yield _line("point", edition.reference(id))


def evidence(edition: Edition, notes: Notes) -> Iterator[Line]:
    """What each numbered sentence rests on."""
    if notes:
        yield _line("heading", edition.label("evidence-notes"))
    for each, number in notes.items():
        grounds = [
            *filter(None, map(edition.quote, each.quotes)),
            *(edition.name("claim", id) for id in each.claims),
            *(edition.listed_as(edition.day(id), edition.name("event", id)) for id in each.events),
        ]
        yield _line("note", " · ".join(grounds), number)


def colophon(edition: Edition) -> Iterator[Line]:
    """Where it comes from, and who has not looked at it yet."""
    yield _line("heading", edition.label("colophon"))
    for each in edition.colophon():
        yield _line("quiet", each)


ARRANGEMENTS: Mapping[str, Mapping[str, tuple[Part, ...]]] = {
    "zh": {
        "case": (abstract, background, narrative, decisions, exhibits),
        "note": (
            abstract, for_class, questions, outcomes, stakeholders, lessons, role_play, quiz, limits, literature,
            exhibits,
        ),
    },
    "en": {
        "case": (abstract, background, narrative, stakeholders, decisions, questions, exhibits),
        "note": (
            abstract, for_class, lessons, outcomes, questions, role_play, quiz, limits, literature, exhibits,
        ),
    },
}  # fmt: skip
"""The documents and their parts in order: by the rules of 中国管理案例共享中心 (the questions stand in the note
first: 启发思考题, then 分析思路), or as IPR and Page print cases, with questions under
the case itself.
"""


def documents(edition: Edition, arrangement: str) -> Iterator[tuple[str, list[Line], Notes]]:
    """(`case` or `note`, its lines, the number of the note to each of its sentences)."""
    for name, parts in ARRANGEMENTS[arrangement].items():
        lines = [line for part in parts for line in part(edition)]
        said = dict.fromkeys(run.rests for line in lines for run in line.runs if run.rests)
        notes = {each: number for number, each in enumerate(said, 1)}
        head = (_line("title", edition.title()), _line("quiet", edition.label(f"pack-{name}")))
        yield name, [*head, *lines, *evidence(edition, notes), *colophon(edition)], notes
