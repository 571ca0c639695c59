"""OpenDocument texts made by hand for the tests of their reader."""

from __future__ import annotations

import zipfile
from io import BytesIO

from turntide.documents.document import Document
from turntide.documents.formats import odt

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = (
    " ".join(
        f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "style": "style",
            "text": "text",
            "table": "table",
            "draw": "drawing",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def content_xml(body: str, automatic: str = "") -> str:
    return (
        f"<office:document-content {_SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def styles_xml(named: str = "", pages: str = "", automatic: str = "") -> str:
    return (
        f"<office:document-styles {_SPACES}><office:styles>{named}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{pages}</office:master-styles></office:document-styles>"
    )


def odt_bytes(body: str, automatic: str = "", styles: str = "") -> bytes:
    """An .odt file with this body, these automatic styles and this styles.xml."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        package.writestr(zipfile.ZipInfo("content.xml"), content_xml(body, automatic))
        package.writestr(zipfile.ZipInfo("styles.xml"), styles or styles_xml())
    return held.getvalue()


def flat_bytes(body: str) -> bytes:
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:document {_SPACES}>{inside}</office:document>".encode()


def laid_out(body: str, automatic: str = "", styles: str = "") -> Document:
    return odt.lay_out(odt_bytes(body, automatic, styles), "plan.odt")


def para(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def cell(inside: str, attributes: str = "") -> str:
    flow = inside if inside.startswith("<") or not inside else para(inside)
    return f"<table:table-cell {attributes}>{flow}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"
