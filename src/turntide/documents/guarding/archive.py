"""A look at a zip archive's own directory, before any of its parts is unpacked."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import pairwise

from turntide.documents.guarding.inflating import MOST_TIMES, RAW, inflates_beyond
from turntide.documents.guarding.limits import MEGABYTE, Limits
from turntide.documents.guarding.names import spoken
from turntide.documents.guarding.prolog import declares_entities, looks_like_xml
from turntide.documents.refusals import Reason, Refusal

_FIRST_LOOK = 4096
_ENCRYPTED_BIT = 1
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER_BYTES = 30
_PICTURE = re.compile(r"\.(svg|svgz|png|jpe?g|gif|bmp|tiff?|emf|wmf)$", re.IGNORECASE)
_ODD_PATH = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)")
_BROKEN = (
    zipfile.BadZipFile,
    struct.error,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


@contextmanager
def unpacked(content: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    """The archive, opened; whatever breaks while it is looked at becomes a refusal that says DAMAGED."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield archive
    except _BROKEN as error:
        raise damaged(name) from error


def damaged(name: str) -> Refusal:
    """The refusal for a file that is cut short or corrupt."""
    return Refusal(
        Reason.DAMAGED,
        f"{spoken(name)} is damaged or was cut short: open it in the program that made it, save it anew, "
        "or fetch it again.",
    )


def inspect(content: bytes, name: str, limits: Limits) -> None:
    """Refuse an archive that is locked, swells beyond the limits, or is put together as no honest one is."""
    if content.count(_DIRECTORY_ENTRY) > limits.zip_members:
        raise _too_large(name, f"has more than {limits.zip_members:,} parts")
    with unpacked(content, name) as archive:
        members = archive.infolist()
        for look in (_refuse_locked, _refuse_oddly_built, _refuse_overlaps):
            look(members, name)
        _refuse_swelling(members, name, limits)
        _refuse_lies(content, members, name, limits)
        _refuse_entities(archive, name, limits)


def _refuse_locked(members: list[zipfile.ZipInfo], name: str) -> None:
    if any(member.flag_bits & _ENCRYPTED_BIT for member in members):
        raise locked(name)


def locked(name: str) -> Refusal:
    """The refusal for a file under a password."""
    return Refusal(
        Reason.ENCRYPTED, f"{spoken(name)} is locked with a password: save a copy without the password."
    )


def _refuse_oddly_built(members: list[zipfile.ZipInfo], name: str) -> None:
    names = [member.filename for member in members]
    usual = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    faults: tuple[tuple[Callable[[], bool], str], ...] = (
        (lambda: any(_ODD_PATH.search(each) for each in names), "names parts outside itself"),
        (lambda: len(set(names)) < len(names), "holds two parts of the same name"),
        (lambda: any(member.compress_type not in usual for member in members), "is packed in an unusual way"),
    )
    for found, fault in faults:
        if found():
            raise unsafe(name, fault)


def unsafe(name: str, fault: str) -> Refusal:
    """The refusal for a file built as no office program builds one; ``fault`` finishes 'because it …'."""
    return Refusal(
        Reason.UNSAFE,
        f"{spoken(name)} was not opened because it {fault}, which no office program does: "
        "open it in its own program and save it anew, if you trust where it comes from.",
    )


def _refuse_overlaps(members: list[zipfile.ZipInfo], name: str) -> None:
    ordered = sorted(members, key=lambda member: member.header_offset)
    for member, following in pairwise(ordered):
        if _end(member) > following.header_offset:
            raise unsafe(name, "has parts that lie over each other")


def _end(member: zipfile.ZipInfo) -> int:
    return member.header_offset + _LOCAL_HEADER_BYTES + len(member.filename) + member.compress_size


def _refuse_swelling(members: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    total = sum(member.file_size for member in members)
    if total > limits.zip_total:
        raise _too_large(name, f"would unpack to {total // MEGABYTE:,} MB")
    for member in members:
        if member.file_size > limits.zip_ratio_from and not _PICTURE.search(member.filename):
            _refuse_ratio(member, name, limits)


def _refuse_ratio(member: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    ratio = member.file_size // max(1, member.compress_size)
    if ratio > limits.zip_ratio:
        raise _too_large(name, f"has a part that swells {ratio:,} times when unpacked")


def _refuse_lies(content: bytes, members: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    """Parts that unpack to more than they say; only those are tried that could do harm by it."""
    least = limits.zip_total // MOST_TIMES
    for member in members:
        deflated = member.compress_type == zipfile.ZIP_DEFLATED and not _PICTURE.search(member.filename)
        if deflated and member.compress_size > least and _lies(content, member):
            raise unsafe(name, "has a part that is larger than it says")


def _lies(content: bytes, member: zipfile.ZipInfo) -> bool:
    lengths = content[member.header_offset + 26 : member.header_offset + _LOCAL_HEADER_BYTES]
    start = member.header_offset + _LOCAL_HEADER_BYTES + sum(struct.unpack("<2H", lengths))
    return inflates_beyond(content, start, start + member.compress_size, member.file_size, RAW)


def _too_large(name: str, fault: str) -> Refusal:
    return Refusal(
        Reason.TOO_LARGE,
        f"{spoken(name)} {fault}, more than any plan needs: remove empty rows and large pictures and "
        "save it anew.",
    )


def _refuse_entities(archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
    for member in archive.infolist():
        if (
            not member.is_dir()
            and not _PICTURE.search(member.filename)
            and _declares(archive, member, limits)
        ):
            raise unsafe(name, "declares XML entities or hides what it declares")


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> bool:
    with archive.open(member) as part:
        start = part.read(_FIRST_LOOK)
        if not looks_like_xml(start) or not declares_entities(start):
            return False
        return declares_entities(start + part.read(limits.prolog_bytes))
