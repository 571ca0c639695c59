"""Zip packages whose bytes do not depend on the day or the machine they were made on."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo, is_zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)


def steady(package: bytes) -> bytes:
    """The same package with fixed dates, its parts in their order; OpenDocument wants its type unsqueezed."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(made, "w") as new:
        for part in old.infolist():
            entry = ZipInfo(part.filename, EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_STORED if part.filename == "mimetype" else ZIP_DEFLATED
            new.writestr(entry, old.read(part))
    return made.getvalue()


def same(one: bytes, other: bytes) -> bool:
    """Whether two files are the same: packages by their parts, since zlibs squeeze to different bytes."""
    if is_zipfile(BytesIO(one)) and is_zipfile(BytesIO(other)):
        return parts(one) == parts(other)
    return one == other


def parts(package: bytes) -> list[tuple[str, bytes]]:
    """The names and bytes of a package's parts."""
    with ZipFile(BytesIO(package)) as archive:
        return [(part.filename, archive.read(part)) for part in archive.infolist()]
