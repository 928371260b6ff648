"""Every name and attribute that a template uses is there: in `Everywhere`, or in the record that
the page's own file gives it.
"""

import importlib
import pkgutil
from dataclasses import fields
from typing import Any, get_type_hints

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment

from build_tools import pages
from build_tools.pages.cards import CardsOfPage
from build_tools.pages.context import Everywhere, PageContext
from build_tools.pages.records import ActorPage
from build_tools.render.templates import environment
from tests.conftest import ROOT
from tests.template_types import Reader

TEMPLATES = environment(ROOT / "templates")
CONTEXTS = {
    context.template: context
    for module in pkgutil.iter_modules(pages.__path__)
    for context in vars(importlib.import_module(f"build_tools.pages.{module.name}")).values()
    if isinstance(context, type) and issubclass(context, PageContext) and context != PageContext
}
"""The record of each template in templates/pages/."""


def reading(template: str, own: dict[str, Any], templates: Environment = TEMPLATES) -> Reader:
    reader = Reader(templates)
    reader.read(template, {**get_type_hints(Everywhere), "up": str, **own})
    return reader


def faults(template: str, own: dict[str, Any], templates: Environment = TEMPLATES) -> list[str]:
    """The names and attributes that are not there, with file and line."""
    return list(reading(template, own, templates).faults)


def test_each_template_of_a_page_has_its_record_and_says_where():
    for path in (ROOT / "templates" / "pages").glob("*.html"):
        context = CONTEXTS[path.name]
        file = f"pages/{context.__module__.rpartition('.')[2]}.py"
        first, *_ = path.read_text(encoding="utf-8").partition("#}")
        assert f"\n   Context: {context.__name__} in {file}. " in first


@pytest.mark.parametrize("name", sorted(CONTEXTS))
def test_what_a_template_uses_is_given_to_it_and_nothing_else(name):
    read = reading(f"pages/{name}", get_type_hints(CONTEXTS[name]))
    assert list(read.faults) == []
    assert {each.name for each in fields(CONTEXTS[name])} - read.used == set()


def test_what_the_cards_of_a_page_include_is_read_with_them():
    loaders = ChoiceLoader(
        [
            DictLoader({"parts/kinds/date.html": "{{ card.titel }}{{ card.record.defnition }}"}),
            TEMPLATES.loader,
        ]
    )
    own = get_type_hints(CardsOfPage)
    found = faults("pages/cards.html", own, TEMPLATES.overlay(loader=loaders))
    assert found == [
        "parts/kinds/date.html:1 Card.titel",
        "parts/kinds/date.html:1 Actor.defnition",
    ]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("{{ actr.id }}", "actr"),
        ("{{ actor.nam }}", "Actor.nam"),
        ("{% for event in events %}{{ event.dat }}{% endfor %}", "Event.dat"),
        ("{% for role in actor.roles if role.star %}{% endfor %}", "Role.star"),
        (
            "{{ archive.events.values() | selectattr('note') | list }}{{ events[0].dat }}",
            "Event.dat",
        ),
        ("{% macro when(it) %}{{ it.dat }}{% endmacro %}{{ when(events[0]) }}", "Event.dat"),
        ("{% macro when(it) %}{{ it.dat }}{% endmacro %}{{ when(actor.id) }}", ""),
        ("{% for id, one in archive.events.items() %}{{ one.dat }}{% endfor %}", "Event.dat"),
        ("{% for case in archive.cases_of('001') %}{{ case.tilte }}{% endfor %}", "Case.tilte"),
        ('{% from "parts/words.html" import l, prosa with context %}', "prosa"),
        ("{{ actor.id }}{{ actor.note }}{{ loop_index | d('') }}", "loop_index"),
    ],
)
def test_a_name_or_attribute_that_is_not_there_is_found(words, fault):
    loaders = ChoiceLoader([DictLoader({"toy.html": words}), TEMPLATES.loader])
    found = faults("toy.html", get_type_hints(ActorPage), TEMPLATES.overlay(loader=loaders))
    assert found == ([f"toy.html:1 {fault}"] if fault else [])
