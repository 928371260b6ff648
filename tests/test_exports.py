"""An export is a file and a line; it may be text, bytes or a stream, and is written only when it changed."""

import zipfile
from io import BytesIO

from build_tools import exports
from build_tools.pipeline import build, publish


def test_a_new_export_may_be_bytes_or_a_stream_that_is_never_held_whole(small, monkeypatch):
    made = []

    def toy(archive):
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as file:
            file.writestr(zipfile.ZipInfo("sources.txt"), "\n".join(archive.sources))
        yield "toy.zip", packed.getvalue()

        def lines():
            for source in archive.sources.values():
                made.append(source.id)
                yield f"{source.id}\t{len(source.text)}\n".encode()

        yield "toy/segments.tsv", lines

    monkeypatch.setattr(exports, "EXPORTS", [*exports.EXPORTS, toy])
    built = build(small)
    assert made == []
    assert publish(built, small) == len(built.pages)
    folder = small / "docs" / "archive"
    sources = list(built.archive.sources)
    assert zipfile.ZipFile(folder / "toy.zip").read("sources.txt").decode().split("\n") == sources
    assert [line.split("\t")[0] for line in (folder / "toy" / "segments.tsv").read_text("utf-8").splitlines()] == sources
    assert publish(build(small), small) == 0
    monkeypatch.setattr(exports, "EXPORTS", exports.EXPORTS[:-1])
    assert publish(build(small), small) == 2
    assert not (folder / "toy").exists()


def test_a_stream_that_breaks_off_leaves_the_files_as_they_were(small, monkeypatch):
    publish(build(small), small)
    before = {path: path.read_bytes() for path in (small / "docs" / "archive").rglob("*") if path.is_file()}

    def broken(archive):
        def pieces():
            yield b"half"
            raise OSError(28, "No space left on device")

        yield "toy.bin", pieces

    monkeypatch.setattr(exports, "EXPORTS", [*exports.EXPORTS, broken])
    try:
        publish(build(small), small)
    except Exception as why:
        assert "No space left on device" in str(why)
    else:
        raise AssertionError("It was written")
    assert {path: path.read_bytes() for path in (small / "docs" / "archive").rglob("*") if path.is_file()} == before
