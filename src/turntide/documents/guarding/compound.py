"""A look into Microsoft's compound files (.doc, .xls, and Office files under a password).

The layout is that of the published specification MS-CFB: sectors chained by an allocation table, and a
directory of 128-byte entries that form a tree. Only the entries at the root tell what a file is; a document
may hold a whole workbook deeper down.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NONE = 0xFFFFFFFA
_ENTRY = 128
_ROOT_ENTRY = 0
_WORD_LOCKED = 0x0100
_XLS_FILEPASS = 0x002F
_FIRST_RECORDS = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the directory: its name, its neighbours and child in the tree, where its bytes begin."""

    name: str
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass(frozen=True)
class Compound:
    """A compound file; every look at it is bounded by its own length, so that loops in it end."""

    content: bytes

    @cached_property
    def sector(self) -> int:
        """The size of a sector in bytes."""
        shift = struct.unpack_from("<H", self.content, 30)[0]
        if shift not in {9, 12}:
            raise ValueError("a sector is 512 or 4,096 bytes")
        return 1 << int(shift)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.sector
        return self.content[start : start + self.sector]

    @cached_property
    def _next(self) -> tuple[int, ...]:
        listed = [at for at in struct.unpack_from("<109I", self.content, 76) if at < _NONE]
        at = struct.unpack_from("<I", self.content, 68)[0]
        while at < _NONE and len(listed) * self.sector < len(self.content):
            *more, at = struct.unpack(f"<{self.sector // 4}I", self._sector(at))
            listed += [each for each in more if each < _NONE]
        table = b"".join(self._sector(each) for each in listed[: len(self.content) // self.sector + 1])
        return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def _chain(self, start: int, most: int) -> bytes:
        pieces: list[bytes] = []
        at = start
        while at < len(self._next) and len(pieces) * self.sector < min(most, len(self.content)):
            pieces.append(self._sector(at))
            at = self._next[at]
        return b"".join(pieces)[:most]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The whole directory, in its own order; the first entry is the root."""
        directory = self._chain(struct.unpack_from("<I", self.content, 48)[0], len(self.content))
        places = range(0, len(directory) - _ENTRY + 1, _ENTRY)
        return tuple(_entry(directory[at : at + _ENTRY]) for at in places)

    @cached_property
    def at_root(self) -> dict[str, Entry]:
        """The entries that stand directly at the root, by name. Raises ValueError where there is no root."""
        if not self.entries:
            raise ValueError("a compound file has a root")
        found: dict[int, Entry] = {}
        waiting = [self.entries[_ROOT_ENTRY].child]
        while waiting:
            at = waiting.pop()
            if at < len(self.entries) and at not in found:
                found[at] = self.entries[at]
                waiting += [found[at].left, found[at].right]
        return {entry.name: entry for entry in found.values()}

    def start_of(self, name: str, most: int = 4096) -> bytes:
        """The first bytes of a stream at the root (one too small to have sectors of its own gives none)."""
        entry = self.at_root[name]
        smallest = struct.unpack_from("<I", self.content, 56)[0]
        return b"" if entry.size < smallest else self._chain(entry.start, min(most, entry.size))

    @property
    def locked(self) -> bool:
        """Is the file under a password? As newer Office wraps it, or as old Word and old Excel mark it."""
        if "EncryptedPackage" in self.at_root:
            return True
        if "WordDocument" in self.at_root:
            start = self.start_of("WordDocument")
            return len(start) > 12 and bool(struct.unpack_from("<H", start, 10)[0] & _WORD_LOCKED)
        book = next((name for name in ("Workbook", "Book") if name in self.at_root), None)
        return book is not None and _has_password_record(self.start_of(book))


def _entry(raw: bytes) -> Entry:
    length = max(0, min(64, struct.unpack_from("<H", raw, 64)[0]) - 2)
    left, right, child = struct.unpack_from("<3I", raw, 68)
    start, size = struct.unpack_from("<2I", raw, 116)
    return Entry(raw[:length].decode("utf-16-le", "replace"), left, right, child, start, size)


def _has_password_record(stream: bytes) -> bool:
    at = 0
    for _ in range(_FIRST_RECORDS):
        if at + 4 > len(stream):
            return False
        kind, length = struct.unpack_from("<2H", stream, at)
        if kind == _XLS_FILEPASS:
            return True
        at += 4 + length
    return False
