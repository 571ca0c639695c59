"""What format a file is in: by its first bytes where they are certain, and by its name for plain words."""

from __future__ import annotations

import re
import struct
import zipfile
from dataclasses import dataclass

from turntide.documents.guarding import archive
from turntide.documents.guarding.compound import SIGNATURE, Compound
from turntide.documents.guarding.limits import LIMITS, Limits
from turntide.documents.guarding.names import extension, spoken
from turntide.documents.guarding.prolog import as_text, declares_entities
from turntide.documents.refusals import Reason, Refusal

SPOKEN_FORMATS = {
    "docx": "a Word document (.docx)",
    "xlsx": "an Excel workbook (.xlsx)",
    "odt": "an OpenDocument text (.odt)",
    "ods": "an OpenDocument spreadsheet (.ods)",
    "doc": "an old Word document (.doc)",
    "xls": "an old Excel workbook (.xls)",
    "rtf": "a rich text file (.rtf)",
    "pdf": "a PDF (.pdf)",
    "html": "a web page (.html)",
    "csv": "a table of plain text (.csv)",
    "markdown": "a Markdown text (.md)",
    "text": "a plain text (.txt)",
}
"""Every format we read, as a sentence names it."""

FORMAT_BY_EXTENSION = {
    **dict.fromkeys(("docx", "docm", "dotx", "dotm"), "docx"),
    **dict.fromkeys(("xlsx", "xlsm", "xltx", "xltm"), "xlsx"),
    **dict.fromkeys(("doc", "dot"), "doc"),
    **dict.fromkeys(("xls", "xlt"), "xls"),
    **dict.fromkeys(("html", "htm", "xhtml", "xht"), "html"),
    **dict.fromkeys(("csv", "tsv", "tab"), "csv"),
    **dict.fromkeys(("md", "markdown", "mdown", "mkd"), "markdown"),
    **dict.fromkeys(("txt", "text", ""), "text"),
    **{ending: ending for ending in ("odt", "ods", "pdf", "rtf")},
    "ott": "odt",
    "ots": "ods",
}
"""The format a name promises, by its ending."""

PLAIN = frozenset({"html", "csv", "markdown", "text"})
READABLE = "Word, Excel, PDF, OpenDocument, web page, CSV, Markdown and plain text files are read"

_STRANGERS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a bitmap picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"8BPS", "a Photoshop picture"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite format 3", "a database"),
    (b"%!PS", "a PostScript file"),
)
_COMPOUNDS = (
    ("PowerPoint Document", "a PowerPoint presentation"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("__properties_version1.0", "an Outlook message"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_WITHIN = 1024
_LOOKED_AT = 8192
_UNTYPED = bytes(set(range(32)) - set(b"\a\b\t\n\v\f\r\x1b\x1e\x1f"))
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"\s*<(?:\?xml|svg|!doctype|!entity)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A file's format, and sentences about what is odd in it (a wrong ending, macros)."""

    format: str
    doubts: tuple[str, ...] = ()


def sniff(content: bytes, name: str, limits: Limits = LIMITS) -> Sniffed:
    """Say what format the bytes are in, opening nothing but directories.

    Raises Refusal: EMPTY, UNKNOWN (nothing we read), WRONG_NAME (plain words under another format's name),
    ENCRYPTED, DAMAGED, TOO_LARGE or UNSAFE.
    """
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Refusal(Reason.EMPTY, f"{spoken(name)} is empty: check that it was saved and sent whole.")
    for tell in (_office, _compound, _printed, _rich, _stranger):
        found = tell(content, name, limits)
        if found:
            return Sniffed(found, (*_misnamed(found, name), *_macros(content, found, name)))
    return _plain(content, name, limits)


def _office(content: bytes, name: str, limits: Limits) -> str | None:
    if not content.startswith(_ZIP):
        return None
    archive.inspect(content, name, limits)
    with archive.unpacked(content, name) as opened:
        found = _kind_of_archive(opened)
    if found not in SPOKEN_FORMATS:
        raise _unknown(name, found)
    return found


def _kind_of_archive(opened: zipfile.ZipFile) -> str:
    names = frozenset(opened.namelist())
    if "mimetype" in names:
        return _kind_of_mimetype(opened.open("mimetype").read(200).decode("latin-1").strip())
    if "xl/workbook.bin" in names:
        return "a binary Excel workbook (.xlsb)"
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "a PowerPoint presentation")):
        if any(each.replace("\\", "/").startswith(folder) for each in names):
            return kind
    return "a zip archive"


def _kind_of_mimetype(mimetype: str) -> str:
    kinds = {"text": "odt", "text-template": "odt", "spreadsheet": "ods", "spreadsheet-template": "ods"}
    kind = mimetype.removeprefix("application/vnd.oasis.opendocument.")
    others = {"presentation": "an OpenDocument presentation", "application/epub+zip": "an e-book (.epub)"}
    return kinds.get(kind) or others.get(kind, "a zip archive")


def _compound(content: bytes, name: str, limits: Limits) -> str | None:
    if not content.startswith(SIGNATURE):
        return None
    compound = Compound(content)
    try:
        locked, parts = compound.locked, compound.at_root
    except (ValueError, struct.error, IndexError) as error:
        raise archive.damaged(name) from error
    if locked:
        raise archive.locked(name)
    found = next((kind for part, kind in _COMPOUNDS if part in parts), "an old Office file of another kind")
    if found not in SPOKEN_FORMATS:
        raise _unknown(name, found)
    return found


def _printed(content: bytes, name: str, limits: Limits) -> str | None:
    at = content[:_PDF_WITHIN].find(b"%PDF-")
    if at < 0 or (content[:at].strip() and b"endobj" not in content):
        return None
    if b"%%EOF" not in content:
        raise archive.damaged(name)
    return "pdf"


def _rich(content: bytes, name: str, limits: Limits) -> str | None:
    return "rtf" if content.lstrip().startswith(b"{\\rtf") else None


def _stranger(content: bytes, name: str, limits: Limits) -> None:
    if content[4:8] == b"ftyp" or (content.startswith(b"RIFF") and b"WEBP" not in content[:16]):
        raise _unknown(name, "a picture, film or sound")
    if content.startswith(b"RIFF"):
        raise _unknown(name, "a WebP picture")
    for signature, kind in _STRANGERS:
        if content.startswith(signature) and not (signature.isalpha() and _is_words(content)):
            raise _unknown(name, kind)


def _unknown(name: str, kind: str) -> Refusal:
    hint = "save the text itself in one of these formats" if "picture" in kind else _hint(kind)
    promised = FORMAT_BY_EXTENSION.get(extension(name), "text")
    reason = Reason.UNKNOWN if promised == "text" else Reason.WRONG_NAME
    return Refusal(reason, f"{spoken(name)} seems to be {kind}, which is not read: {READABLE}, so {hint}.")


def _hint(kind: str) -> str:
    if "archive" in kind:
        return "unpack it and give the files in it"
    if "workbook" in kind:
        return "save it as .xlsx"
    return "save the plan in one of these formats"


def _misnamed(found: str, name: str) -> tuple[str, ...]:
    ending = extension(name)
    if not ending or FORMAT_BY_EXTENSION.get(ending) == found:
        return ()
    return (f"The name ends in .{ending}, but the file is {SPOKEN_FORMATS[found]} and was read as one.",)


def _macros(content: bytes, found: str, name: str) -> tuple[str, ...]:
    if found not in {"docx", "xlsx"}:
        return ()
    with archive.unpacked(content, name) as opened:
        held = any(each.lower().endswith("vbaproject.bin") for each in opened.namelist())
    return ("The file holds macros; they were neither run nor read.",) if held else ()


def _plain(content: bytes, name: str, limits: Limits) -> Sniffed:
    ending = extension(name)
    if not _is_words(content):
        raise _not_words(name, FORMAT_BY_EXTENSION.get(ending))
    if len(content) > limits.plain_bytes:
        raise _too_long(name, limits)
    start = as_text(content[:_LOOKED_AT])
    promised = FORMAT_BY_EXTENSION.get(ending)
    if promised == "html" or _MARKUP.match(start[start.find("?>") + 2 if "<?xml" in start[:200] else 0 :]):
        return _web_page(content, name, limits)
    if promised in PLAIN:
        return Sniffed(promised)
    if promised is not None:
        raise _words_misnamed(name, promised)
    if _XML.match(start):
        raise _unknown(name, "an XML file")
    return Sniffed("text", (f"The ending .{ending} is not known, so the file was read as plain text.",))


def _web_page(content: bytes, name: str, limits: Limits) -> Sniffed:
    if declares_entities(content[: limits.prolog_bytes], html=True):
        raise archive.unsafe(name, "declares entities at its beginning")
    return Sniffed("html", _misnamed("html", name))


def _is_words(content: bytes) -> bool:
    start = content[:_LOOKED_AT]
    if start.startswith(_UTF_16):
        return True
    if _is_wide(start):
        return True
    untyped = len(start) - len(start.translate(None, _UNTYPED))
    return untyped * 50 < len(start)


def _is_wide(start: bytes) -> bool:
    """UTF-16 without its mark: in our languages every other byte is nought."""
    half = max(1, len(start) // 2)
    return any(start[side::2].count(0) > 0.7 * half and start[1 - side :: 2].count(0) == 0 for side in (0, 1))


def _not_words(name: str, promised: str | None) -> Refusal:
    if promised is None or promised in PLAIN:
        return Refusal(
            Reason.UNKNOWN, f"{spoken(name)} holds bytes that are no text and no format we know: {READABLE}."
        )
    return Refusal(
        Reason.DAMAGED,
        f"{spoken(name)} does not begin as {SPOKEN_FORMATS[promised]} does: it is damaged or bears "
        "the wrong ending, so open it in its own program and save it anew.",
    )


def _words_misnamed(name: str, promised: str) -> Refusal:
    return Refusal(
        Reason.WRONG_NAME,
        f"{spoken(name)} is plain text and not {SPOKEN_FORMATS[promised]}: "
        "rename it to end in .txt (or .csv for a table) if that is what it should be.",
    )


def _too_long(name: str, limits: Limits) -> Refusal:
    most = limits.plain_bytes // 1_000_000
    return Refusal(
        Reason.TOO_LARGE,
        f"{spoken(name)} holds more than {most} MB of text, far more than any plan: give only the plan.",
    )
