"""Exports: one file and one line each; text, bytes or a stream, written only when changed, and
never half.
"""

import io
import tracemalloc
import zipfile
from types import SimpleNamespace

import pytest

from build_tools import exports
from build_tools.checks.broken_links import check as check_links
from build_tools.checks.broken_links import printed
from build_tools.model.problem import Stopped
from build_tools.pipeline import build, publish
from build_tools.writer import write
from tests.conftest import files_below

MEGABYTE = 1 << 20


def corpus(archive):
    """A toy export, as a file of build_tools/exports/ would hold it: all texts as one compressed
    file, source by source.
    """

    class Sent(io.RawIOBase):
        """Where zipfile writes: what it has written since the last look."""

        new = b""

        def writable(self):
            return True

        def write(self, chunk):
            self.new += bytes(chunk)
            return len(chunk)

    def stream():
        sent = Sent()
        with zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED) as packed:
            for source in archive.sources.values():
                packed.writestr(zipfile.ZipInfo(f"{source.id}.txt"), source.cleaned.seed.text)
                yield sent.new
                sent.new = b""
        yield sent.new

    yield "corpus.zip", stream


def test_a_new_export_is_its_file_and_a_line_in_the_list(small, monkeypatch):
    monkeypatch.setattr(exports, "_EXPORTS", (*exports._EXPORTS, SimpleNamespace(files=corpus)))
    built = build(small)
    assert publish(built, small) > 0 and publish(built, small) == 0, (
        "a stream is asked again, and gives the same"
    )
    with zipfile.ZipFile(small / "docs/archive/corpus.zip") as packed:
        assert packed.testzip() is None and sorted(packed.namelist()) == sorted(
            f"{id}.txt" for id in built.archive.sources
        )
    assert (small / "docs/archive/schema/case.json").is_file()
    monkeypatch.undo()
    assert publish(build(small), small) == 1 and not (small / "docs/archive/corpus.zip").exists(), (
        "an export that is no more is pruned"
    )


@pytest.mark.parametrize(
    "content",
    ["案\n", b"\x00\xff\n", lambda: (b"", b"one", b" ", b"two"), lambda: iter(()), ""],
    ids=["text", "bytes", "stream", "nothing", "no text"],
)
def test_each_kind_of_content_is_written_once(tmp_path, content):
    assert [write(tmp_path, {"a/b": content}) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize("there", [b"one tw", b"one two ", b"one tow", b""])
def test_a_file_that_is_shorter_longer_or_other_is_written_again(tmp_path, there):
    write(tmp_path, {"a": there})
    assert write(tmp_path, {"a": lambda: (b"one ", b"two")}) == 1
    assert (tmp_path / "docs/archive/a").read_bytes() == b"one two"


@pytest.mark.parametrize(
    ("fault", "raised"),
    [(OSError(28, "No space left on device"), Stopped), (ValueError("a bug"), ValueError)],
)
def test_a_stream_that_breaks_off_leaves_all_as_it_was(tmp_path, fault, raised):
    def broken():
        yield b"half"
        raise fault

    write(tmp_path, {"page.md": "old", "b": b"whole"})
    before = files_below(tmp_path)
    with pytest.raises(raised):
        write(tmp_path, {"page.md": "new", "b": broken})
    assert files_below(tmp_path) == before


def test_a_stream_is_never_whole_in_memory(tmp_path):
    def large():
        return (bytes(MEGABYTE) for _ in range(64))

    tracemalloc.start()
    try:
        assert [write(tmp_path, {"large": large}) for _ in range(2)] == [1, 0]
        assert tracemalloc.get_traced_memory()[1] < 8 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert (tmp_path / "docs/archive/large").stat().st_size == 64 * MEGABYTE


def test_a_page_may_lead_to_an_export_and_to_nothing_that_is_not_there():
    words = '<a href="../corpus.zip">all</a> <a href="../corpus.tar">all</a>'
    pages = {"sources/index.md": printed(words)}
    assert [p.what for p in check_links(pages, {"corpus.zip"})] == ["There is no page corpus.tar"]
