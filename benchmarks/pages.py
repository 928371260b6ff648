"""How large pages get: their sizes by kind, and the largest, at any number of sources.

python -m benchmarks.pages 5 1000
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.synthetic import enlarged
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.one_to_many import ONE_TO_MANY
from build_tools.pages import all_pages, view_of
from build_tools.pipeline import build
from build_tools.readers.labels import read_labels
from build_tools.stages.script_review import script_review

ROOT = Path(__file__).resolve().parents[1]
LARGEST = 12


def main(counts: list[int]) -> None:
    built = build(ROOT)
    bare = Converter(())
    labels = read_labels(ROOT / "templates" / "labels.yml")
    for count in counts:
        archive = (
            enlarged(built.archive, count) if count > len(built.archive.sources) else built.archive
        )
        review = script_review(archive.sources.values(), bare, ONE_TO_MANY, (), ())
        view = view_of(archive, labels, bare, {}, review, ROOT / "templates")
        started = time.perf_counter()
        sizes = {name: len(text.encode()) for name, text in all_pages(view)}
        print(f"{count} sources: {len(sizes)} files in {time.perf_counter() - started:.1f} s")
        kinds: dict[str, list[int]] = defaultdict(list)
        for name, size in sizes.items():
            kinds[name.split("/")[0]].append(size)
        for kind, those in sorted(kinds.items(), key=lambda item: -sum(item[1])):
            print(
                f"  {kind:24} {len(those):6} files {sum(those) / 1e6:8.1f} MB, the largest {max(those) / 1e3:6.0f} KB"
            )
        for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:LARGEST]:
            print(f"    {size / 1e3:7.0f} KB  {name}")


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [5])
