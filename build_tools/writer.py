"""The only output: pages under docs/archive/, each written only when it changed."""

import os
import tempfile
from pathlib import Path


def write(folder: Path, pages: dict[str, str]) -> int:
    """Make the folder hold exactly these pages; returns how many files changed."""
    changed = 0
    for name, text in pages.items():
        changed += write_if_changed(folder / name, text)
    wanted = {folder / name for name in pages}
    for path in sorted(folder.rglob("*"), reverse=True) if folder.exists() else ():
        if path.is_file() and path not in wanted:
            path.unlink()
            changed += 1
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return changed


def write_if_changed(path: Path, text: str) -> bool:
    """Write the text in one step, so that no reader ever sees half of it."""
    raw = text.encode("utf-8")
    if path.exists() and path.read_bytes() == raw:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    with os.fdopen(handle, "wb") as file:
        file.write(raw)
    os.chmod(name, 0o644)
    os.replace(name, path)
    return True
