"""The quiz of a case for learning platforms: Moodle's XML, GIFT, and IMS QTI 2.1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as XML

from build_tools.packs.edition import Edition
from build_tools.packs.same_bytes import zipped

_SIGNS_OF_GIFT = re.compile(r"([\\~=#{}:])")
"""What GIFT takes for its own: `a = b` is written `a \\= b`."""
_UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML cannot hold."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with one right answer, as all three formats write it."""

    id: str
    ask: str
    answers: tuple[tuple[str, bool], ...]
    """(words, whether it is right)."""
    why: str
    """Said when it has been answered, with the words that prove it."""


def choices(edition: Edition) -> tuple[Choice, ...]:
    """The quiz in the language of the edition."""
    return tuple(
        Choice(
            f"{edition.case.id}.{each.id}",
            _clean(edition.say(each.ask)),
            tuple((_clean(edition.say(a.say)), a.is_right) for a in each.answers),
            _clean(" ".join((edition.say(each.why), *map(edition.quote, each.looks_at))).strip()),
        )
        for each in (edition.dossier.quiz if edition.dossier else ())
    )


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    asked = choices(edition)
    if asked:
        yield edition.file(".quiz.moodle.xml"), moodle(edition.title(), asked)
        yield edition.file(".quiz.gift.txt"), gift(asked).encode()
        yield edition.file(".quiz.qti21.zip"), qti(edition.title(), asked)


def gift(asked: tuple[Choice, ...]) -> str:
    """GIFT, as docs.moodle.org describes it: a question in braces, its right answer behind `=`.

    >>> print(gift((Choice("a.q1", "Is 1=1?", (("Yes {always}", True), ("No", False)), "#1"),)))
    ::a.q1::[plain]Is 1\\=1? {
        =Yes \\{always\\}
        ~No
        ####\\#1
    }
    <BLANKLINE>
    """
    return "\n".join(
        "\n".join(
            (
                f"::{_in_gift(each.id)}::[plain]{_in_gift(each.ask)} {{",
                *(f"    {'=' if right else '~'}{_in_gift(words)}" for words, right in each.answers),
                f"    ####{_in_gift(each.why)}",
                "}\n",
            )
        )
        for each in asked
    )


def _in_gift(words: str) -> str:
    return _SIGNS_OF_GIFT.sub(r"\\\1", " ".join(words.split()))


def moodle(title: str, asked: tuple[Choice, ...]) -> bytes:
    """Moodle's XML: a category, and a multiple-choice question for each."""
    quiz = XML.Element("quiz")
    category = XML.SubElement(quiz, "question", type="category")
    _text(XML.SubElement(category, "category"), f"$course$/{title.replace('/', '∕')}")
    for each in asked:
        question = XML.SubElement(quiz, "question", type="multichoice")
        _text(XML.SubElement(question, "name"), each.id)
        _text(XML.SubElement(question, "questiontext", format="plain_text"), each.ask)
        _text(XML.SubElement(question, "generalfeedback", format="plain_text"), each.why)
        for name, value in (
            ("defaultgrade", "1"),
            ("single", "true"),
            ("shuffleanswers", "true"),
            ("answernumbering", "abc"),
        ):
            XML.SubElement(question, name).text = value
        for words, right in each.answers:
            fraction = "100" if right else "0"
            answer = XML.SubElement(question, "answer", fraction=fraction, format="plain_text")
            _text(answer, words)
    return _written(quiz)


def _text(parent: XML.Element, words: str) -> None:
    XML.SubElement(parent, "text").text = words


_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"


def qti(title: str, asked: tuple[Choice, ...]) -> bytes:
    """A content package of IMS QTI 2.1: an item for each question, and the manifest that lists them."""
    manifest = XML.Element("manifest", xmlns=_PACKAGE, identifier="quiz")
    described = XML.SubElement(manifest, "metadata")
    XML.SubElement(described, "schema").text = "QTIv2.1 Package"
    XML.SubElement(described, "schemaversion").text = "1.0.0"
    XML.SubElement(manifest, "organizations")
    resources = XML.SubElement(manifest, "resources")
    found = {}
    for number, each in enumerate(asked, 1):
        name = f"item-{number}.xml"
        found[name] = _assessment(each, f"item-{number}", f"{title} {number}")
        resource = XML.SubElement(
            resources, "resource", identifier=f"r{number}", type="imsqti_item_xmlv2p1", href=name
        )
        XML.SubElement(resource, "file", href=name)
    return zipped({"imsmanifest.xml": _written(manifest), **found})


def _assessment(each: Choice, id: str, title: str) -> bytes:
    assessed = XML.Element(
        "assessmentItem",
        xmlns=_QTI,
        identifier=id,
        title=title,
        adaptive="false",
        timeDependent="false",
    )
    right = [f"A{n}" for n, (_, is_right) in enumerate(each.answers, 1) if is_right]
    declared = XML.SubElement(
        assessed, "responseDeclaration", identifier="RESPONSE", cardinality="single", baseType="identifier"
    )  # fmt: skip
    correct = XML.SubElement(declared, "correctResponse")
    for answer in right:
        XML.SubElement(correct, "value").text = answer
    for name, kind in (("SCORE", "float"), ("FEEDBACK", "identifier")):
        XML.SubElement(
            assessed, "outcomeDeclaration", identifier=name, cardinality="single", baseType=kind
        )
    body = XML.SubElement(assessed, "itemBody")
    asked = XML.SubElement(
        body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="true", maxChoices="1"
    )
    XML.SubElement(asked, "prompt").text = each.ask
    for n, (words, _) in enumerate(each.answers, 1):
        XML.SubElement(asked, "simpleChoice", identifier=f"A{n}").text = words
    XML.SubElement(
        assessed,
        "responseProcessing",
        template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct",
    )
    said = XML.SubElement(
        assessed, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier="none", showHide="hide"
    )
    XML.SubElement(said, "p").text = each.why
    return _written(assessed)


def _written(root: XML.Element) -> bytes:
    XML.indent(root)
    written: bytes = XML.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _clean(words: str) -> str:
    return _UNPRINTED.sub("", words)
