"""Archives of files (.docx, .pptx, .zip) with the same bytes each time."""

import io
import zipfile
from collections.abc import Mapping

_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that the format knows: the files are as old as what they hold, not as the program's run."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in one archive, in the order given."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _NO_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return written.getvalue()


def repacked(archive: bytes) -> bytes:
    """The same archive without the time at which it was written."""
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        return zipped({name: found.read(name) for name in found.namelist()})
