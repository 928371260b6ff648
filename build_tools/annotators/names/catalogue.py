"""Authority records and termbase -> the patterns to look for."""

from dataclasses import replace

from build_tools.annotators.names.matching import Matcher, Pattern
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.han import HAN
from build_tools.model.authority import Actor
from build_tools.model.termbase import Term


def matchers(
    actors: dict[str, Actor], terms: dict[str, Term], converter: Converter
) -> dict[str, Matcher]:
    """One matcher for English and one for Chinese, which is matched in Simplified script."""
    patterns = [p for actor in actors.values() for p in _of_actor(actor, converter)]
    patterns += [p for term in terms.values() for p in _of_term(term, converter)]
    return {lang: Matcher(tuple(p for p in patterns if p.lang == lang)) for lang in ("en", "zh")}


def forms_of(record: Actor | Term, converter: Converter) -> set[str]:
    """All that is looked for of a name or term, forms that a translation must not use included."""
    if isinstance(record, Actor):
        return {pattern.text for pattern in _of_actor(record, converter)}
    return {
        *(pattern.text for pattern in _of_term(record, converter)),
        *(form for forms in record.forms.by_lang.values() for form in forms.forbidden),
    }


def _of_actor(actor: Actor, converter: Converter) -> list[Pattern]:
    plain = Pattern(
        actor.names.en,
        "zh",
        "actor",
        actor.id,
        near=actor.near,
        not_in=actor.not_in,
        not_beside=actor.not_beside,
        person=actor.kind == "person",
    )
    found = [_written(plain, text, lang, converter) for lang, text in actor.names.by_lang.items()]
    found += [
        _written(
            replace(
                plain,
                only_in=a.only_in,
                near=a.near,
                short=bool(a.near),
                not_in=(*actor.not_in, *a.not_in),
                not_beside=(*actor.not_beside, *a.not_beside),
            ),
            a.text,
            a.lang,
            converter,
        )
        for a in actor.aliases
    ]
    found.append(plain)  # Chinese texts write Google, Xiaomi Home too
    return list(dict.fromkeys(found))


def _of_term(term: Term, converter: Converter) -> list[Pattern]:
    found = []
    for lang, forms in term.forms.by_lang.items():
        for text in forms.approved:
            own = Pattern(
                text,
                "en",
                "term",
                term.id,
                not_in=forms.not_in,
                not_beside=forms.not_beside,
                everyday=text in forms.everyday,
                region=lang if lang.startswith("zh-Hant") else "",
            )
            found += [
                _written(own, form, lang, converter)
                for form in (text, *(_split(text) if lang != "en" else ()))
            ]
    return list(dict.fromkeys(found))


def _split(form: str) -> tuple[str, ...]:
    """How a verb and its object come apart: 道了歉, 道过歉, 上了热搜, 终止了合作. Of what is no
    verb it makes words that nobody writes.

    >>> _split("道歉"), _split("关键意见领袖"), _split("KOL")
    (('道了歉', '道过歉'), (), ())
    """
    verb = {2: 1, 3: 1, 4: 2}.get(len(form))
    return (
        tuple(form[:verb] + mark + form[verb:] for mark in ("了", "过"))
        if verb and all(map(HAN.match, form))
        else ()
    )


def _written(pattern: Pattern, text: str, lang: str, converter: Converter) -> Pattern:
    """The pattern for this form: Chinese is matched in Simplified script, and so is what it must
    not stand in or beside.
    """

    def simplified(words: str) -> str:
        return words if lang == "en" else converter.convert(words, lang, "zh-Hans")

    return replace(
        pattern,
        text=simplified(text),
        lang="en" if lang == "en" else "zh",
        not_in=tuple(map(simplified, pattern.not_in)),
        not_beside=tuple(map(simplified, pattern.not_beside)),
    )
