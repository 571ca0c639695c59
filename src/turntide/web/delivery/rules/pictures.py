"""What a photograph tells besides the picture, where and when it was taken and by what, is taken out. Pure.

The picture itself is not touched: pieces of the file are left out, and none is written anew but which way is up.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from struct import pack, unpack_from

JPEG, PNG = "image/jpeg", "image/png"
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD"),
        *(b"pHYs", b"acTL", b"fcTL", b"fdAT"),
    )
)
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
# Of the application's own pieces: the plain header, the colours, and how the colours are stored.
_JPEG_APPS_KEPT = frozenset((0xE0, 0xE2, 0xEE))
_APPS, _COMMENT = range(0xE0, 0xF0), 0xFE
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))
_EXIF = b"Exif\x00\x00"
_COLOURS = b"ICC_PROFILE\x00"
_ORIENTATION = 0x0112


class BrokenPictureError(ValueError):
    """The bytes begin like a picture and are none."""


def picture_type(body: bytes) -> str:
    """What kind of picture bytes are, by themselves; empty for none that we take."""
    if body.startswith(b"\xff\xd8\xff"):
        return JPEG
    return PNG if body.startswith(_PNG_START) else ""


def without_whereabouts(body: bytes) -> bytes:
    """The same picture, without what it says of place, time, camera and words. Raises BrokenPictureError."""
    kind = picture_type(body)
    try:
        if kind == JPEG:
            return b"".join(_jpeg(body))
        if kind == PNG:
            return _PNG_START + b"".join(_png(body))
    except (IndexError, struct.error) as broken:
        raise BrokenPictureError("the picture ends too early") from broken
    raise BrokenPictureError("neither a JPEG nor a PNG")


def _png(body: bytes) -> Iterator[bytes]:
    at = len(_PNG_START)
    while True:
        (length,) = unpack_from(">I", body, at)
        name, end = body[at + 4 : at + 8], at + 12 + length
        if end > len(body):
            raise BrokenPictureError("a piece is longer than the file")
        if name in _PNG_KEPT:
            yield body[at:end]
        if name == b"IEND":
            return
        at = end


def _jpeg(body: bytes) -> Iterator[bytes]:
    """The pieces that draw the picture; what follows its end (further pictures of the camera's own) is left out."""
    yield body[:2]
    upright, at = b"", 2
    pieces: list[bytes] = []
    while True:
        at, marker = _marker(body, at)
        if marker == _END:
            break
        end = at if marker in _BARE else at + unpack_from(">H", body, at)[0]
        if end > len(body):
            raise BrokenPictureError("a piece is longer than the file")
        content = body[at + 2 : end]
        if marker == 0xE1 and content.startswith(_EXIF):
            upright = upright or _upright(content)
        if marker == _SCAN:
            end = _end_of_scan(body, end)
        if _is_kept(marker, content):
            pieces.append(bytes((0xFF, marker)) + body[at:end])
        at = end
    yield upright
    yield from pieces
    yield bytes((0xFF, _END))


def _marker(body: bytes, at: int) -> tuple[int, int]:
    """Where the piece's length stands, and what piece it is."""
    if body[at] != 0xFF:
        raise BrokenPictureError("no piece begins where one should")
    while body[at] == 0xFF:
        at += 1
    return at + 1, body[at]


def _end_of_scan(body: bytes, at: int) -> int:
    """Where the drawn lines end: at the next marker that is none of theirs."""
    while True:
        at = body.find(b"\xff", at)
        if at < 0:
            raise BrokenPictureError("the picture ends too early")
        if body[at + 1] == 0 or 0xD0 <= body[at + 1] <= 0xD7:
            at += 2
        elif body[at + 1] == 0xFF:
            at += 1
        else:
            return at


def _is_kept(marker: int, content: bytes) -> bool:
    if marker == _COMMENT:
        return False
    if marker == 0xE2:
        return content.startswith(_COLOURS)
    return marker not in _APPS or marker in _JPEG_APPS_KEPT


def _upright(exif: bytes) -> bytes:
    """A piece that says which way is up and nothing else; empty where the camera's says nothing of it."""
    turned = _orientation(exif[len(_EXIF) :])
    if not 2 <= turned <= 8:
        return b""
    told = b"MM\x00\x2a" + pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + pack(">H", 2 + len(_EXIF) + len(told)) + _EXIF + told


def _orientation(tiff: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    try:
        (at,) = unpack_from(f"{order}I", tiff, 4)
        (count,) = unpack_from(f"{order}H", tiff, at)
        for number in range(count):
            tag, kind, _count, value = unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * number)
            if tag == _ORIENTATION and kind == 3:
                return int(value)
    except struct.error:
        return 0
    return 0
