"""What may be a letterhead, before it is opened. Pure."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from turntide.web.reporting.rules.paper import Column, Paper, Paragraph, Part, Table, words

MOST_BYTES = 10 * 1024 * 1024
_MOST_UNPACKED = 100 * 1024 * 1024
_MOST_FILES = 2000

SAMPLE = Paper(
    title="A letterhead",
    subtitle="",
    place="",
    language="en-gb",
    state="",
    parts=(Part("a", "A part", (Paragraph(words("Words")), Table("A table", (Column("A column"),), ()))),),
)
"""A paper to try a letterhead with."""


def too_much(body: bytes) -> bool:
    """Whether a file unpacks to more than any letterhead holds. One that is none at all is for others to refuse."""
    try:
        with ZipFile(BytesIO(body)) as packed:
            files = packed.infolist()
    except BadZipFile:
        return False
    return len(files) > _MOST_FILES or sum(each.file_size for each in files) > _MOST_UNPACKED
