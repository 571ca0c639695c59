"""A made letterhead of an invented council, as Word saves one, and what can be wrong with such a file."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docx import Document
from docx.shared import Mm, Pt, RGBColor
from pixel import PIXEL

_PLAIN, _TEMPLATE = b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"
HEADER, FOOTER, BODY = "Tarrow Council, Quay House", "Page footer of the council", "Type your letter here"


def letterhead(*, template: bool = False) -> bytes:
    """A header with a picture, a footer, headings in the council's own colour, and a body that is to go."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = HEADER
    section.header.paragraphs[0].add_run().add_picture(BytesIO(PIXEL), Mm(8))
    section.footer.paragraphs[0].text = FOOTER
    heading = document.styles["Heading 1"].font
    heading.color.rgb, heading.size = RGBColor(0x7A, 0x18, 0x09), Pt(17)
    document.add_paragraph(BODY)
    document.core_properties.author = "Somebody who made the template"
    body = saved(document)
    return changed(body, "[Content_Types].xml", _PLAIN, _TEMPLATE) if template else body


def saved(document: object) -> bytes:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def changed(body: bytes, name: str, old: bytes = b"", new: bytes = b"") -> bytes:
    """The file with ``old`` replaced in one of its parts; a new part of ``new`` where it has none of the name."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(body)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for each in given.namelist():
            part = given.read(each)
            target.writestr(each, part.replace(old, new) if each == name else part)
        if name not in given.namelist():
            target.writestr(name, new)
    return out.getvalue()
