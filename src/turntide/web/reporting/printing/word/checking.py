"""Whether a file may be used as a letterhead: a Word document or template, of a fair size, that starts nothing."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from django.utils.translation import gettext as _
from lxml import etree

from turntide.web.reporting.printing.faults import LetterheadError

_MOST_BYTES, _MOST_UNPACKED, _MOST_PARTS = 10_000_000, 60_000_000, 1_000
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_TYPES, _DOCUMENT = "[Content_Types].xml", "word/document.xml"
_TEMPLATE, _PLAIN = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
_STARTS = re.compile(r"vbaProject|activeX|oleObject|embeddings/", re.IGNORECASE)
_HARMLESS_OUTSIDE = ("/hyperlink", "/attachedTemplate", "/mailMergeSource", "/recipientData")


def checked(body: bytes) -> bytes:
    """The file as a plain Word document. Raises LetterheadError with one sentence for whoever handed it in."""
    if len(body) > _MOST_BYTES:
        raise LetterheadError(
            _("This Word template is larger than 10 MB. Make its pictures smaller and add it again.")
        )
    if body.startswith(_OLD_OR_LOCKED):
        raise LetterheadError(
            _(
                "This file is locked by a password or of an old kind. Save it in Word as .docx, without a password."
            )
        )
    parts = _unpacked(body)
    _refuse_what_acts(parts)
    _refuse_what_is_elsewhere(parts)
    return _packed(parts | {_TYPES: parts[_TYPES].replace(_TEMPLATE, _PLAIN)})


def _unpacked(body: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(body)) as packed:
            entries = packed.infolist()
            if len(entries) > _MOST_PARTS or sum(each.file_size for each in entries) > _MOST_UNPACKED:
                raise LetterheadError(
                    _("This Word template unpacks to more than we open. Use a simpler one.")
                )
            parts = {each.filename: packed.read(each) for each in entries if not each.is_dir()}
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        OSError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as fault:
        raise LetterheadError(_no_word_file()) from fault
    if _TYPES not in parts or _DOCUMENT not in parts:
        raise LetterheadError(_no_word_file())
    return parts


def _no_word_file() -> str:
    return _("This is no Word document or template, or it is damaged. Add a .docx or .dotx file.")


def _refuse_what_acts(parts: Mapping[str, bytes]) -> None:
    if b"macroEnabled" in parts[_TYPES] or any(_STARTS.search(name) for name in parts):
        raise LetterheadError(
            _("This Word template holds macros or embedded programs. Save it as .docx or .dotx without them.")
        )
    if any(b"<!DOCTYPE" in body or b"<!ENTITY" in body for name, body in parts.items() if _is_xml(name)):
        raise LetterheadError(_no_word_file())
    if b"purl.oclc.org/ooxml" in parts[_DOCUMENT]:
        raise LetterheadError(
            _(
                "This file is saved as “Strict Open XML”. Save it in Word as an ordinary “Word document” (.docx)."
            )
        )


def _refuse_what_is_elsewhere(parts: Mapping[str, bytes]) -> None:
    for name, body in parts.items():
        if name.endswith(".rels") and any(_fetches(relation) for relation in _relations(body)):
            raise LetterheadError(
                _(
                    "This Word template shows pictures or files that lie elsewhere. Put them into it and add it again."
                )
            )


def _relations(body: bytes) -> list[etree._Element]:
    try:
        return list(etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True)))
    except etree.XMLSyntaxError as fault:
        raise LetterheadError(_no_word_file()) from fault


def _fetches(relation: etree._Element) -> bool:
    outside = relation.get("TargetMode") == "External"
    return outside and not str(relation.get("Type")).endswith(_HARMLESS_OUTSIDE)


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name, body in parts.items():
            target.writestr(name, body)
    return out.getvalue()
