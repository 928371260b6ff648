"""The installed OpenCC's own tables, as text."""

import subprocess
from pathlib import Path

from build_tools.language.chinese.opencc_settings import SHIPPED


def entries(table: str, folder: Path) -> list[tuple[str, list[str]]]:
    """(characters, what they may become) of a table; it is written out in the folder."""
    listed = folder / f"{table}.txt"
    program, packed = SHIPPED.parents[1] / "bin" / "opencc_dict", SHIPPED / f"{table}.ocd2"
    subprocess.run([program, "-i", packed, "-f", "ocd2", "-o", listed, "-t", "text"], check=True)
    lines = (line.split("\t") for line in listed.read_text(encoding="utf-8").splitlines())
    return [(key, values.split()) for key, values in lines]
