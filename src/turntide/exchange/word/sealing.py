"""The bytes of a Word file without the hour at which they were written."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file can name


def sealed(document: Document, title: str) -> bytes:
    """The document as bytes that are the same whenever the same document is made."""
    _describe(document, title)
    made, plain = io.BytesIO(), io.BytesIO()
    document.save(plain)
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(made, "w") as after:
        for member in before.infolist():
            entry = zipfile.ZipInfo(member.filename, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            after.writestr(entry, before.read(member))
    return made.getvalue()


def _describe(document: Document, title: str) -> None:
    about = document.core_properties
    about.title = title[:255]  # Word holds no more in a property
    about.language = "en-GB"
    about.created = about.modified = _MADE
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.revision = 1
