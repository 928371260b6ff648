"""Authority records and termbase -> the patterns to look for."""

from dataclasses import replace

from build_tools.annotators.matching import Matcher, Pattern
from build_tools.model.authority import Actor
from build_tools.model.termbase import Term
from build_tools.stages.convert import Converter


def matchers(actors: dict[str, Actor], terms: dict[str, Term], converter: Converter) -> dict[str, Matcher]:
    """One matcher for English and one for Chinese, which is matched in Simplified script."""
    patterns = [p for actor in actors.values() for p in _of_actor(actor, converter)]
    patterns += [p for term in terms.values() for p in _of_term(term, converter)]
    return {lang: Matcher(tuple(p for p in patterns if p.lang == lang)) for lang in ("en", "zh")}


def _of_actor(actor: Actor, converter: Converter) -> list[Pattern]:
    names = [(actor.names.en, "en"), (actor.names.zh_hans, "zh-Hans"),
             (actor.names.zh_hant_tw, "zh-Hant-TW"), (actor.names.zh_hant_hk, "zh-Hant-HK")]
    found = [_pattern(text, lang, converter, "actor", actor.id, (), actor.near, actor.not_in) for text, lang in names if text]
    found += [_pattern(a.text, a.lang, converter, "actor", actor.id, a.only_in, a.near, (*actor.not_in, *a.not_in)) for a in actor.aliases]
    found.append(Pattern(actor.names.en, "zh", "actor", actor.id, (), actor.near, actor.not_in))  # Chinese texts write Google, Xiaomi Home too
    return list(dict.fromkeys(found))


def _of_term(term: Term, converter: Converter) -> list[Pattern]:
    sides = [(term.forms.en, "en"), (term.forms.zh_hans, "zh-Hans")]
    found = [_pattern(text, lang, converter, "term", term.id, (), (), forms.not_in) for forms, lang in sides for text in forms.approved]
    for forms, region in ((term.forms.zh_hant_tw, "zh-Hant-TW"), (term.forms.zh_hant_hk, "zh-Hant-HK")):
        traps = (*forms.not_in, *term.forms.zh_hans.not_in) if forms else ()
        found += [replace(_pattern(text, region, converter, "term", term.id, (), (), traps), region=region) for text in (forms.approved if forms else ())]
    return list(dict.fromkeys(found))


def _pattern(text: str, lang: str, converter: Converter, kind: str, target: str,
             only_in: tuple[str, ...], near: tuple[str, ...], not_in: tuple[str, ...]) -> Pattern:
    simplified = text if lang == "en" else converter.convert(text, lang, "zh-Hans")
    return Pattern(simplified, "en" if lang == "en" else "zh", kind, target, only_in, near, not_in)
