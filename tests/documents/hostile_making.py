"""Makes files, honest and harmful, from their real byte structures."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument"
XML = '<?xml version="1.0" encoding="UTF-8"?>'

PLAN = "Open the lido all year round"
LOL = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
NOTHING, END_OF_CHAIN = 0xFFFFFFFF, 0xFFFFFFFE

OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _package(parts: Mapping[str, str | bytes], main: str, kind: str) -> bytes:
    types = f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
    types += (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    types += f'<Override PartName="/{main}" ContentType="{kind}"/></Types>'
    relation = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="{main}"/>'
    relations = f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>'
    return zipped({"[Content_Types].xml": XML + types, "_rels/.rels": XML + relations, **parts})


def docx_parts(body: str, prolog: str = XML) -> dict[str, str | bytes]:
    return {"word/document.xml": f"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>"}


def docx(
    body: str = f"<w:p><w:r><w:t>{PLAN}</w:t></w:r></w:p>",
    prolog: str = XML,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    kind = f"{MAIN}.wordprocessingml.document.main+xml"
    return _package({**docx_parts(body, prolog), **(more or {})}, "word/document.xml", kind)


def xlsx(
    rows: str = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{PLAN}</t></is></c></row>',
    after: str = "",
    prolog: str = XML,
    dimension: str = "A1",
) -> bytes:
    sheet = f'{prolog}<worksheet {S}><dimension ref="{dimension}"/>'
    sheet += f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    book = f'{XML}<workbook {S} xmlns:r="{OFFICE}"><sheets>'
    book += '<sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>'
    relation = f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    parts = {
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{RELATIONS}">{relation}</Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    return _package(parts, "xl/workbook.xml", f"{MAIN}.spreadsheetml.sheet.main+xml")


def odt(prolog: str = XML, kind: str = "text") -> bytes:
    names = {
        each: f"urn:oasis:names:tc:opendocument:xmlns:{each}:1.0" for each in ("office", "text", "table")
    }
    spaces = " ".join(f'xmlns:{each}="{space}"' for each, space in names.items())
    cell = f'<table:table table:name="Plan"><table:table-row><table:table-cell><text:p>{PLAN}</text:p>'
    cell += "</table:table-cell></table:table-row></table:table>"
    body = f"<office:{kind}>{cell}</office:{kind}>"
    content = f"{prolog}<office:document-content {spaces}><office:body>{body}</office:body>"
    content += "</office:document-content>"
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def pdf_of(objects: Iterable[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
    return bytes(made)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def pdf(content: bytes | None = None, pages: int = 1, kids: bytes | None = None) -> bytes:
    """A PDF whose pages all show one content stream, or a page tree of these kids."""
    words = stream(b"BT /F1 12 Tf 72 720 Td (%s) Tj ET" % PLAN.encode()) if content is None else content
    numbers = b" ".join(b"%d 0 R" % number for number in range(5, 5 + pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    page += b"/Resources << /Font << /F1 3 0 R >> >> >>"
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (numbers if kids is None else kids, pages)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", tree, font, words, *[page] * pages])


def swollen(megabytes: int) -> bytes:
    """So many megabytes of spaces as one deflated stream, made by repeating one piece of it."""
    packing = zlib.compressobj(9)
    first = packing.compress(b" " * 2**20) + packing.flush(zlib.Z_FULL_FLUSH)
    again = packing.compress(b" " * 2**20) + packing.flush(zlib.Z_FULL_FLUSH)
    return first + again * (megabytes - 1) + packing.flush()


def zip_entry(
    name: bytes, packed: bytes, size: int, *, at: int = 0, method: int = 8, flags: int = 0
) -> tuple[bytes, bytes]:
    """A part and its entry in the directory, with whatever sizes and place are said."""
    common = struct.pack("<5H3L2H", 20, flags, method, 0, 0, 0, len(packed), size, len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<3H2L", 0, 0, 0, 0, at) + name
    return local, entry


def zip_of(parts: Iterable[tuple[bytes, bytes]]) -> bytes:
    """An archive of parts and entries as `zip_entry` gives them."""
    locals_, entries = zip(*parts, strict=True)
    body, directory = b"".join(locals_), b"".join(entries)
    end = struct.pack("<4H2LH", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


def zip_bomb(megabytes: int = 1024, says: int | None = None) -> bytes:
    """A .docx whose document unpacks to so many megabytes, and may say that it is smaller."""
    packed = swollen(megabytes)[2:-4]
    size = megabytes * 2**20 if says is None else says
    return zip_of([zip_entry(b"word/document.xml", packed, size)])


def overlapping() -> bytes:
    """A .docx whose second part lies within its first."""
    packed = zlib.compress(b"<w:p/>" * 999)[2:-4]
    first = zip_entry(b"word/document.xml", packed, 5994)
    _, entry = zip_entry(b"word/styles.xml", packed, 5994, at=10)
    return zip_of([first, (b"", entry)])


def compound(streams: Mapping[str, bytes], *, sector: int = 512) -> bytes:
    """A compound file with these streams at its root; each takes 4,096 bytes or more, as large streams do."""
    names = ["Root Entry", *streams]
    directory_sectors = -(-len(names) * 128 // sector)
    chains: list[list[int]] = [list(range(1, 1 + directory_sectors))]
    bodies = [body.ljust(4096, b"\0") for body in streams.values()]
    for body in bodies:
        first = chains[-1][-1] + 1
        chains.append(list(range(first, first - (-len(body) // sector))))
    table = [0xFFFFFFFD]
    for chain in chains:
        table += [*chain[1:], 0xFFFFFFFE]
    entries = [_directory_entry(names[0], NOTHING, 1, END_OF_CHAIN, 0)]
    for number, (name, body) in enumerate(zip(streams, bodies, strict=True), 1):
        following = number + 1 if number < len(streams) else NOTHING
        entries.append(_directory_entry(name, following, NOTHING, chains[number][0], len(body)))
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    )
    header += struct.pack("<9L", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109L", 0, *[0xFFFFFFFF] * 108)
    sectors = struct.pack(f"<{len(table)}L", *table).ljust(sector, b"\xff")
    padded = b"".join(body.ljust(-(-len(body) // sector) * sector, b"\0") for body in bodies)
    return header + sectors + b"".join(entries).ljust(directory_sectors * sector, b"\0") + padded


def _directory_entry(name: str, right: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le")
    kind = 5 if child != NOTHING else 2
    begin = wide.ljust(64, b"\0") + struct.pack("<H2B3L", len(wide) + 2, kind, 1, NOTHING, right, child)
    return begin + bytes(36) + struct.pack("<2LL", start, size, 0)


def old_word(*, locked: bool = False) -> bytes:
    return compound({"WordDocument": struct.pack("<6H", 0xA5EC, 193, 0, 0, 0, 0x0100 if locked else 0)})


def old_excel(*, locked: bool = False) -> bytes:
    password = struct.pack("<2H", 0x2F, 6) + bytes(6) if locked else b""
    return compound({"Workbook": struct.pack("<2H", 0x809, 16) + bytes(16) + password})


PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
EVERY_ENDING = (
    *(
        "docx",
        "docm",
        "xlsx",
        "xlsm",
        "xls",
        "odt",
        "ods",
        "pdf",
        "html",
        "md",
        "csv",
        "tsv",
        "txt",
        "doc",
        "rtf",
    ),
    "",
)
