"""The names of OpenDocument text (ISO/IEC 26300) that the reader knows."""

from __future__ import annotations

from lxml import etree

Element = etree._Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_OASIS}office:1.0}}"
STYLE = f"{{{_OASIS}style:1.0}}"
TEXT = f"{{{_OASIS}text:1.0}}"
TABLE = f"{{{_OASIS}table:1.0}}"
DRAW = f"{{{_OASIS}drawing:1.0}}"
FO = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
SVG = f"{{{_OASIS}svg-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPH, HEADING, LIST, SUB_TABLE = TEXT + "p", TEXT + "h", TEXT + "list", TABLE + "table"
ANNOTATION, CHANGE, SOFT_BREAK = OFFICE + "annotation", TEXT + "change", TEXT + "soft-page-break"


def count(element: Element, name: str, usual: int, most: int) -> int:
    """A counting attribute, kept from 1 to ``most``; ``usual`` where it is not said or no number."""
    said = whole(element.get(name))
    return usual if said is None else min(max(said, 1), most)


def whole(text: str | None) -> int | None:
    """A whole number, or None for anything else."""
    try:
        return int(text or "")
    except ValueError:
        return None
