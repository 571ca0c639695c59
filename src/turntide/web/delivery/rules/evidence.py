"""What files may be given as evidence, told by their own bytes and their ending. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.pictures import picture_type

MOST_BYTES = 8 * 1024 * 1024
"""The most that one file may have: the whole form is held to 10 MB, and the words have to go with it."""

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_STARTS: dict[str, tuple[bytes, ...]] = {
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp"), (_ZIP,)),
    **dict.fromkeys(("doc", "xls", "ppt"), (_OLE,)),
    "pdf": (_PDF,),
}
_PICTURES, _TEXTS = ("jpg", "jpeg", "png"), ("csv", "txt")
ENDINGS = (*_STARTS, *_TEXTS, *_PICTURES)
ACCEPTED = ",".join(f".{ending}" for ending in ENDINGS)
"""What a browser offers first."""


def wrong_with_file(name: str, body: bytes) -> str:
    """Why a file is not taken, in a sentence that says what to do; empty where it is."""
    if len(body) > MOST_BYTES:
        return too_large()
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending not in ENDINGS:
        return _("Choose a Word, Excel, PowerPoint, OpenDocument, PDF, text, JPEG or PNG file.")
    if not _is_what_it_says(ending, body):
        words = _(
            "This file is not what its name says: it ends in .%(ending)s. Save it anew and choose it again."
        )
        return words % {"ending": ending}
    return ""


def wrong_with_photograph(body: bytes) -> str:
    """Why a photograph is not taken; empty where it is."""
    if len(body) > MOST_BYTES:
        return too_large()
    return "" if picture_type(body) else _("Choose a photograph that is a JPEG or PNG file.")


def too_large() -> str:
    """That a file is larger than is taken."""
    words = _("A file may have %(most)d MB at most. Choose a smaller one, or give a link to it instead.")
    return words % {"most": MOST_BYTES // (1024 * 1024)}


def _is_what_it_says(ending: str, body: bytes) -> bool:
    if ending in _PICTURES:
        return bool(picture_type(body))
    if ending in _TEXTS:
        return b"\x00" not in body
    return body.startswith(_STARTS[ending])
