"""What a build costs as the archive grows, beside other site generators, in one run.

make bench                  5 and 100 sources
make bench N="5 100 1000"

Archives are generated (`benchmarks/archives.py`). Ours: a first build, a build of what nothing has changed in, one after each
kind of edit, and MkDocs on the pages. The peers get the same pages: plain MkDocs and Material with its search, and Zensical,
Hugo and Eleventy where they are installed. Prints seconds of the wall clock and of processors (medians), peak memory of the
largest process, ratios to plain MkDocs, and how each grows.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from math import log
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TIMES = {5: 3, 100: 3, 1000: 1}
"""How often each command is run, by the number of sources; more than these: once."""
ACTOR = "editorial/actors/firm-00001.yml"


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds of the clock, seconds of all processors, megabytes of its largest process."""

    wall: float
    processor: float
    memory: float


@dataclass(frozen=True)
class Measured:
    """A command's median costs at a number of sources."""

    what: str
    sources: int
    cost: Cost


def main(counts: list[int]) -> None:
    found: list[Measured] = []
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            root = Path(folder, f"archive-{count}")
            generator = (sys.executable, "-m", "benchmarks.archives", str(count), str(root))
            subprocess.run(generator, cwd=ROOT, check=True)
            for what, cost in chain(_ours(root, count), _peers(root, count)):
                found.append(Measured(what, count, cost))
                print(
                    f"{count:6}  {what:34} {cost.wall:8.2f} s {cost.processor:8.2f} s {cost.memory:7.0f} MB",
                    flush=True,
                )
            shutil.rmtree(root)
    _tell(found, counts)


def _ours(root: Path, count: int) -> Iterator[tuple[str, Cost]]:
    def cold() -> None:
        shutil.rmtree(root / ".cache", ignore_errors=True)
        shutil.rmtree(root / "docs" / "archive", ignore_errors=True)

    build = (sys.executable, "-m", "build_tools", "build")
    yield "casebook --help", _median(root, count, (sys.executable, "-m", "build_tools", "--help"))
    yield "casebook build, first", _median(root, count, build, cold)
    yield "casebook build, unchanged", _median(root, count, build)
    for what, edit in EDITS.items():
        if (root / ACTOR).exists():
            yield (
                f"casebook build, {what}",
                _median(root, count, build, lambda edit=edit: edit(root)),
            )
    yield (
        "casebook and MkDocs, unchanged",
        _median(root, count, (sys.executable, "-m", "mkdocs", "build", "-q")),
    )


def _peers(root: Path, count: int) -> Iterator[tuple[str, Cost]]:
    """The same finished pages in other programs."""
    config = re.sub(
        r"^hooks:\n(?:  - .*\n)+", "", (root / "mkdocs.yml").read_text(encoding="utf-8"), flags=re.M
    )
    plain = config.replace("search: {enabled: false}", "search")
    (root / "plain.yml").write_text(plain, encoding="utf-8")
    yield (
        "plain MkDocs + Material",
        _median(
            root,
            count,
            (sys.executable, "-m", "mkdocs", "build", "-q", "-f", "plain.yml", "-d", "plain"),
        ),
    )
    if shutil.which("zensical") or Path(sys.executable).with_name("zensical").exists():
        yield "Zensical", _median(root, count, (sys.executable, "-m", "zensical", "build"))
    if hugo := os.environ.get("HUGO") or shutil.which("hugo"):
        yield "Hugo", _median(_hugo(root), count, (hugo, "--quiet"))
    if eleventy := os.environ.get("ELEVENTY"):
        yield "Eleventy", _median(_eleventy(root), count, (*eleventy.split(), "--quiet"))


def _hugo(root: Path) -> Path:
    """A site of Hugo's with our pages and the plainest layout."""
    site = root / "hugo"
    shutil.copytree(
        root / "docs" / "archive",
        site / "content",
        ignore=shutil.ignore_patterns("*.js", "*.json", "search", "*.html"),
    )
    (site / "layouts" / "_default").mkdir(parents=True)
    for name in ("single", "list"):
        (site / "layouts" / "_default" / f"{name}.html").write_text(
            "<title>{{ .Title }}</title>{{ .Content }}", encoding="utf-8"
        )
    (site / "hugo.toml").write_text(
        'baseURL = "/"\ndisableKinds = ["taxonomy"]\n[markup.goldmark.renderer]\nunsafe = true\n',
        encoding="utf-8",
    )
    return site


def _eleventy(root: Path) -> Path:
    site = root / "eleventy"
    shutil.copytree(
        root / "docs" / "archive",
        site,
        ignore=shutil.ignore_patterns("*.js", "*.json", "search", "*.html"),
    )
    (site / "eleventy.config.js").write_text(
        "module.exports = c => { c.setTemplateFormats('md'); return { markdownTemplateEngine: false } }\n",
        encoding="utf-8",
    )
    return site


def _seed(root: Path) -> None:
    _append(root / "seeds" / "g00001.txt", "再添一句。\n")


def _translation(root: Path) -> None:
    file = root / "editorial" / "sources" / "g00002" / "translation.po"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'msgstr "(?=.)', 'msgstr "Now ', text, count=3), encoding="utf-8")


def _annotation(root: Path) -> None:
    _append(
        root / "editorial" / "sources" / "g00010" / "annotations.yml", f"# {time.monotonic_ns()}\n"
    )


def _actor(root: Path) -> None:
    file = root / ACTOR
    file.write_text(
        file.read_text(encoding="utf-8").replace("does not exist", "does not exist at all", 1),
        encoding="utf-8",
    )


def _term(root: Path) -> None:
    _append(root / "editorial" / "glossary" / "kol.yml", f"# {time.monotonic_ns()}\n")


EDITS: dict[str, Callable[[Path], None]] = {
    "a seed edited": _seed,
    "a translation edited": _translation,
    "an annotation edited": _annotation,
    "an actor edited": _actor,
    "a term touched": _term,
}


def _append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as there:
        there.write(text)


def _median(
    folder: Path, count: int, command: tuple[str, ...], before: Callable[[], None] = lambda: None
) -> Cost:
    costs = []
    for _ in range(TIMES.get(count, 1)):
        before()
        costs.append(_cost(folder, command))
    return Cost(
        *(
            statistics.median(getattr(cost, name) for cost in costs)
            for name in ("wall", "processor", "memory")
        )
    )


def _cost(folder: Path, command: tuple[str, ...]) -> Cost:
    """What the command took with all its processes."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)},
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(
                f"{' '.join(command)} ended with {process.returncode}:\n{said.read().decode(errors='replace')[-2000:]}"
            )
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def _tell(found: list[Measured], counts: list[int]) -> None:
    """The table in Markdown, for docs/developing/performance.md."""
    by = {(each.what, each.sources): each.cost for each in found}
    plain = {count: by["plain MkDocs + Material", count] for count in counts}
    print(
        f"\n| | {' | '.join(f'N={count}' for count in counts)} | growth |\n|---|{'---|' * len(counts)}---|"
    )
    for what in dict.fromkeys(each.what for each in found):
        cells = [
            f"{c.wall:.2f} s, {c.memory:.0f} MB, × {c.wall / plain[n].wall:.2f}"
            if (c := by.get((what, n)))
            else "–"
            for n in counts
        ]
        print(f"| {what} | {' | '.join(cells)} | {_growth(what, by, counts)} |")


def _growth(what: str, by: dict[tuple[str, int], Cost], counts: list[int]) -> str:
    """The exponent between the two largest archives: 1 is in proportion, 2 quadratic."""
    sizes = [n for n in counts if (what, n) in by][-2:]
    if len(sizes) < 2:
        return "–"
    small, large = (by[what, n].wall for n in sizes)
    return f"{log(large / small) / log(sizes[1] / sizes[0]):.2f}"


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [5, 100])
