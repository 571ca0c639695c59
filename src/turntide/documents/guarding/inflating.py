"""How much a deflated stream unpacks to, found out without holding what it unpacks to."""

from __future__ import annotations

import zlib

MOST_TIMES = 1032
"""Deflate packs nothing more than 1,032 times (zlib's technical notes)."""

RAW, WRAPPED = -zlib.MAX_WBITS, zlib.MAX_WBITS
"""How a zip's parts and a PDF's streams are deflated: without and with zlib's own header."""

_PIECE = 1 << 16
_AT_ONCE = 1 << 20


def inflates_beyond(content: bytes, start: int, end: int, most: int, kind: int) -> bool:
    """Do the bytes from ``start`` to ``end`` unpack to more than ``most``?

    A broken stream counts until it breaks.
    """
    unpacking = zlib.decompressobj(kind)
    size = 0
    try:
        while size <= most and not unpacking.eof and (start < end or unpacking.unconsumed_tail):
            waiting = unpacking.unconsumed_tail
            piece = waiting or content[start : min(end, start + _PIECE)]
            start += 0 if waiting else _PIECE
            size += len(unpacking.decompress(piece, _AT_ONCE))
    except zlib.error:
        return size > most
    return size > most
