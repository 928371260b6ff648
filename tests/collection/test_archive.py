"""The collection, whatever it holds, built by the real `mkdocs build --strict`: nothing lost,
nothing invented, the same bytes each time.
"""

import re
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import pytest

from build_tools.pipeline import build, publish
from build_tools.render.markup import shown
from tests.conftest import content, copy_project, files_below, parsed, run, seed_as_found

FOREIGN = re.compile(r"(?:https?:)?//[a-z0-9]", re.I)


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A folder with the archive and its site."""
    root = copy_project(tmp_path_factory.mktemp("one"))
    _built_strictly(root, hash_seed="1")
    return root


def _built_strictly(root: Path, hash_seed: str) -> None:
    """Make the site; there is no problem and no warning."""
    output = run(root, "mkdocs", "build", "--strict", PYTHONHASHSEED=hash_seed)
    assert output.returncode == 0, output.stderr
    assert not re.search(r"\b(WARNING|ERROR)\b", output.stdout + output.stderr), output.stderr


@pytest.fixture(scope="module")
def site(root) -> Path:
    return root / "site"


@pytest.fixture(scope="module")
def pages(site):
    return {
        path.relative_to(site).as_posix(): parsed(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def source_pages(pages):
    return {
        name: page
        for name, page in pages.items()
        if name.startswith("archive/sources/") and not name.endswith("index.html")
    }


def test_the_strict_build_has_no_problem_and_no_warning(site):
    assert (site / "index.html").is_file() and list((site / "archive" / "sources").iterdir())


def test_the_same_input_gives_the_same_bytes_in_another_folder_and_a_second_time(root, tmp_path):
    """The other folder has its pages before MkDocs makes them again, with sets in another order."""
    other = copy_project(tmp_path / "other")
    publish(build(other), other)
    _built_strictly(other, hash_seed="2")
    for folder in ("docs/archive", "site"):
        first, again = files_below(root / folder), files_below(other / folder)
        assert first.keys() == again.keys()
        assert [name for name in first if first[name] != again[name]] == []


def test_every_seed_has_a_page_with_its_text_as_found_line_by_line(root, source_pages):
    found = {}
    for _name, page in source_pages.items():
        file = next(code.text() for code in page.all("code") if code.text().startswith("seeds/"))
        found[file] = [
            row.first("code").text() for row in page.first("details", id="seed").all("li")
        ]
    assert found.keys() == {
        path.relative_to(root).as_posix() for path in (root / "seeds").glob("*.txt")
    }
    for file, lines in found.items():
        text = unicodedata.normalize("NFC", (root / file).read_text(encoding="utf-8-sig"))
        assert lines == [parsed(str(shown(line))).text() for line in text.split("\n")], file


def _found(paragraph):
    """A rendition of the source's side with every emended stretch put back as its tooltip says it
    was found.
    """
    parts, last = [], None

    def walk(element):
        nonlocal last
        for child in element.children:
            if isinstance(child, str):
                parts.append(child)
                last = None
            elif "m-emended" in child.classes:
                words = child.attributes["title"].partition(": ")[2]
                if words != last:
                    parts.append(words)
                last = words
            elif not child.classes & {"m-cut", "cb-lead"}:
                walk(child)

    walk(paragraph)
    return content("".join(parts))


def test_every_letter_of_a_seed_is_in_its_text_or_in_its_debris_once_and_in_order(source_pages):
    for name, page in source_pages.items():
        kept, hidden = (
            "".join(content(line[side]) for line in seed_as_found(page)) for side in (0, 1)
        )
        at = 0
        for segment in page.all("div", of="cb-seg"):
            side = segment.first("div", of="cb-is-source")
            texts = [_found(p) for p in side.words() if "lang" in p.attributes]
            text = next((t for t in texts if kept.startswith(t, at)), None)
            assert text is not None, (
                f"{name}#{segment.attributes['id']}: {texts[0]!r} does not follow, but {kept[at : at + 60]!r}"
            )
            at += len(text)
        assert kept[at:] == "", name
        listed = [
            li.first(of="cb-found").text()
            for section in page.all("section", of="cb-debris")
            for li in section.all("li")
        ]
        assert content("".join(listed)) == hidden, name


def _target(page: str, href: str) -> tuple[str, str]:
    path, _, fragment = href.partition("#")
    path = path.partition("?")[0]
    parts: list[str] = [] if not path else list(PurePosixPath(page).parent.parts)
    for part in PurePosixPath(unquote(path)).parts:
        parts = parts[:-1] if part == ".." else [*parts, part] if part != "." else parts
    return ("/".join(parts) if path else page), unquote(fragment)


def test_every_link_between_pages_leads_to_a_page_and_a_place_on_it(site, pages):
    ids = {
        name: {e.attributes["id"] for e in page.all() if "id" in e.attributes}
        for name, page in pages.items()
    }
    lost = []
    for name, page in pages.items():
        if name == "404.html":
            continue
        for element in page.all():
            href = element.attributes.get("href") or element.attributes.get("src") or ""
            if not href or re.match(r"[a-z]+:", href) or element.tag in ("use",):
                continue
            target, fragment = _target(name, href)
            exists = (site / target).is_file() or (site / target / "index.html").is_file()
            if not exists or (
                fragment
                and target in ids
                and not fragment.startswith("__")
                and fragment not in ids[target]
            ):
                lost.append(f"{name} → {href}")
    assert lost == []


def test_a_mention_can_be_followed_there_and_back(pages, source_pages):
    there, back, in_part = set(), set(), set()
    for name, page in source_pages.items():
        for segment in page.all("div", of="cb-seg"):
            for link in segment.all("a", of="m"):
                target, _ = _target(name, link.attributes["href"])
                if re.match(r"archive/(actors|events|terms)/", target):
                    there.add((name, segment.attributes["id"], target))
    for name, page in pages.items():
        if re.match(r"archive/(actors|events|terms)/(?!index)", name):
            for section in page.all("section", of="cb-mentions"):
                back |= {
                    (*_target(name, a.attributes["href"]), name)
                    for a in section.all("a", of="cb-where")
                }
                in_part |= {name for _ in section.all(of="cb-more")}
    assert back <= there
    assert {way for way in there - back if way[2] not in in_part} == set(), (
        "a page that lists only some mentions says so"
    )


def test_the_search_holds_the_text_of_every_source(site, source_pages):
    texts = [
        path.read_text(encoding="utf-8") for path in (site / "archive" / "search").glob("text-*.js")
    ]
    for name in source_pages:
        assert any(
            f'"id":"{name.rsplit("/")[-1].removesuffix(".html")}"' in text for text in texts
        ), name


def test_nothing_on_the_site_is_loaded_from_another_host(site, pages):
    for name, page in pages.items():
        for element in page.all():
            loaded = [
                element.attributes.get(key, "") for key in ("src", "srcset", "data", "poster")
            ]
            loaded += (
                [element.attributes.get("href", "")]
                if element.tag in ("link", "script", "img", "image", "use")
                else []
            )
            for address in loaded:
                assert not FOREIGN.match(address), f"{name} loads {address}"
            assert not re.search(
                r"url\(\s*[\"']?(?:https?:)?//", element.attributes.get("style", "")
            ), name
    for path in site.rglob("*.css"):
        css = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?//", css), path.name
