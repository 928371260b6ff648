"""A new kind of page is one file that makes it, its line in the list, a template, and its words."""

from tests.conftest import SITE, copy_project, parsed, run
from tests.test_new_kind import changed

PAGE = '''"""How many actors there are of each kind."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.pages.context import Page, PageContext
from build_tools.pages.view import View


@dataclass(frozen=True, slots=True)
class CensusPage(PageContext):
    template = "census.html"
    counts: dict[str, int]


def pages(view: View) -> Iterator[Page]:
    """The one page."""
    counts = Counter(actor.kind for actor in view.archive.actors.values())
    yield "census.md", {"title": "Census 统计"}, view.page("", CensusPage(dict(counts)))
'''
TEMPLATE = """\
{# How many actors there are of each kind.
   Context: CensusPage in pages/census.py. #}
{% from "parts/words.html" import l with context %}
<div class="cb-hub"><h1>{{ l("census") }}</h1>
<ul>{% for kind, count in counts.items() %}<li>{{ l("kind-" ~ kind) }} {{ count }}</li>{% endfor %}</ul>
</div>
"""


def test_a_new_kind_of_page_is_made_and_leads_on_in_every_language(tmp_path):
    root = copy_project(tmp_path / "copy", SITE)
    tools, templates = root / "build_tools" / "pages", root / "templates"
    (tools / "census.py").write_text(PAGE, encoding="utf-8")
    changed(tools / "__init__.py", "pages import (\n", "pages import (\n    census,\n")
    changed(tools / "__init__.py", "_MAKERS = (", "_MAKERS = (census, ")
    (templates / "pages" / "census.html").write_text(TEMPLATE, encoding="utf-8")
    changed(templates / "labels.yml", "\nterm:", "\ncensus: {en: Census, zh-Hans: 统计}\nterm:")

    done = run(root, "build_tools", "build", PYTHONPATH=str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    text = (root / "docs" / "archive" / "census.md").read_text(encoding="utf-8")
    assert text.startswith('---\ntitle: "Census 统计"\n---\n')
    heading = parsed(text).first("h1")
    assert [span.text() for span in heading.all("span") if "lang" in span.attributes] == [
        "Census",
        "统计",
        "統計",
        "統計",
    ]
