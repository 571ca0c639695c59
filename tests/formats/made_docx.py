"""Word files made by hand, part by part, for the tests of the Word reader."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from turntide.documents.document import Document
from turntide.documents.formats.docx import lay_out

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SPACES = " ".join(
    (
        'xmlns:w="{w}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
    )
)
_RELATION = '<Relationship Id="r{at}" Type="{kind}" Target="{target}"/>'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_ROOTS = {"header": "hdr", "footer": "ftr"}


def part(root: str, inner: str, space: str = TRANSITIONAL) -> str:
    return f"<w:{root} {_SPACES.format(w=space)}>{inner}</w:{root}>"


def docx_bytes(body: str, parts: Mapping[str, str] | None = None, space: str = TRANSITIONAL) -> bytes:
    """A Word file with this body; ``parts`` are the insides of parts by kind ('styles', 'footer')."""
    kinds = list(parts or {})
    relations = [
        _RELATION.format(at=at, kind=_TYPES + kind.rstrip("123"), target=f"{kind}.xml")
        for at, kind in enumerate(kinds)
    ]
    main = _RELATION.format(at=0, kind=_TYPES + "officeDocument", target="word/document.xml")
    files = {
        "_rels/.rels": _RELATIONS.format(main),
        "word/_rels/document.xml.rels": _RELATIONS.format("".join(relations)),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", space),
    }
    for kind, inner in (parts or {}).items():
        root = _ROOTS.get(kind.rstrip("123"), kind)
        files[f"word/{kind}.xml"] = part(root, inner, space)
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for path, text in files.items():
            package.writestr(zipfile.ZipInfo(path), text)
    return held.getvalue()


def laid_out(body: str, parts: Mapping[str, str] | None = None, space: str = TRANSITIONAL) -> Document:
    return lay_out(docx_bytes(body, parts, space), "plan.docx")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(text: str = "", properties: str = "") -> str:
    """A paragraph; text that begins with '<' is taken as its inside."""
    inside = text if text.startswith("<") or not text else run(text)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def cell(inside: str, properties: str = "") -> str:
    """A cell; text that does not begin with '<' becomes its one paragraph."""
    flow = inside if inside.startswith("<") else para(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{flow}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def numbered(list_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )
