"""Fetches OpenCC's own published cases, for `tests/test_convert.py`. The only part of testing that
needs the network.

    python tests/fetch_opencc_cases.py

The cases are in the source distribution of the release that is installed; pip downloads it,
compares its SHA-256
before it touches it, and runs its metadata step (nothing is compiled). They land in
`.cache/opencc-cases/`.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

RELEASE = "1.4.2"
SHA256 = "47977905f131d7d9cfcec29fba5d841154907e1da73103105a4a68744e0f4f1a"
"""Of `opencc-1.4.2.tar.gz`; with a new release of OpenCC both change (the sum stands in
`requirements.lock` too).
"""

CASES = Path(__file__).resolve().parents[1] / ".cache" / "opencc-cases" / RELEASE
"""A folder with `testcases.json` and the long texts `golden/input/*`, `golden/output/*`."""


def fetch() -> None:
    """Leaves the cases in `CASES`; does nothing if they are there."""
    if version("opencc") != RELEASE:
        sys.exit(
            f"OpenCC {version('opencc')} is installed: set RELEASE and SHA256 in {__file__} to its source distribution"
        )
    if CASES.is_dir():
        return
    CASES.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CASES.parent) as folder:
        _download(Path(folder))
        _unpack(Path(folder, f"opencc-{RELEASE}.tar.gz"), Path(folder, "cases"))
        os.replace(Path(folder, "cases"), CASES)


def _download(folder: Path) -> None:
    wanted = folder / "wanted.txt"
    wanted.write_text(f"opencc=={RELEASE} --hash=sha256:{SHA256}\n", encoding="utf-8")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--no-binary",
            "opencc",
            "--require-hashes",
            "--requirement",
            str(wanted),
            "--dest",
            str(folder),
        ],
        check=True,
    )


def _unpack(archive: Path, folder: Path) -> None:
    """Only the texts, each written by its own name: no path from the archive is followed."""
    with tarfile.open(archive) as packed:
        for member in packed.getmembers():
            place = _place(member.name)
            if place and member.isfile():
                (folder / place).parent.mkdir(parents=True, exist_ok=True)
                (folder / place).write_bytes(packed.extractfile(member).read())


def _place(name: str) -> Path | None:
    """Where a file of the archive goes, or None for the thousand others.

    >>> _place("opencc-1.4.2/test/golden/output/us_constitution_zhs.s2tw.txt").as_posix()
    'golden/output/us_constitution_zhs.s2tw.txt'
    """
    match name.split("/"):
        case [_, "test", "testcases", "testcases.json"]:
            return Path("testcases.json")
        case [_, "test", "golden", ("input" | "output") as side, text] if text.endswith(".txt"):
            return Path("golden", side, text)
    return None


if __name__ == "__main__":
    fetch()
