"""Open a file safely: look first, read it apart, and say in one sentence why not where it cannot be read."""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import replace
from functools import partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from turntide.documents.document import Document
from turntide.documents.guarding import printed
from turntide.documents.guarding.apart import may_fork
from turntide.documents.guarding.archive import damaged
from turntide.documents.guarding.conversion import CONVERTED, convert
from turntide.documents.guarding.guard import read_guarded
from turntide.documents.guarding.limits import LIMITS, MEGABYTE, PDF, Limits
from turntide.documents.guarding.names import clean_name, spoken
from turntide.documents.guarding.sniffing import SPOKEN_FORMATS, Sniffed, sniff
from turntide.documents.refusals import Reason, Refusal

_READERS = "turntide.documents.formats"


def open_document(path: Path, limits: Limits = LIMITS) -> Document:
    """Read a file as it is laid out.

    Looks at it first (under 20 ms for a plan), then reads it in a process of its own under the limits, so
    that no file can stop, fill or fool ours. Raises Refusal, and nothing else, for a file that is not read.
    """
    return open_bytes(content_of(path, limits), path.name, limits)


def open_bytes(content: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a file's content under the name it goes by, as `open_document` does. Raises Refusal."""
    sniffed, format_, readable = _prepared(content, name, limits)
    _make_ready(format_)
    job = partial(lay_out, readable, clean_name(name), format_, limits)
    budget = limits.budget(sniffed.format, len(content))
    return _finished(read_guarded(job, name, budget), content, sniffed)


def open_here(content: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a file's content in this very process: for trusted files and for tests, without the limits of
    time and memory. Raises Refusal; an error of a format's reader stays what it is.
    """
    sniffed, format_, readable = _prepared(content, name, limits)
    return _finished(lay_out(readable, clean_name(name), format_, limits), content, sniffed)


def _make_ready(format_: str) -> None:
    """Import the reader here where our process will be copied: the next file's copy has it already."""
    if may_fork():
        with contextlib.suppress(Exception):  # the process that reads will say what is wrong
            import_module(f"{_READERS}.{format_}")


def lay_out(content: bytes, name: str, format_: str, limits: Limits = LIMITS) -> Document:
    """Hand the content to its format's reader, `turntide.documents.formats.<format>.lay_out`."""
    if format_ == PDF:
        printed.inspect(content, name, limits)
    reader = import_module(f"{_READERS}.{format_}")
    document: Document = reader.lay_out(content, name)
    return document


def content_of(path: Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file, read once and no further than the limit. Raises Refusal."""
    opened = _opened(path)
    with os.fdopen(opened, "rb") as file:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode):
            raise Refusal(
                Reason.MISSING,
                f"{spoken(path.name)} is a device or a pipe and no file: save it to a file first.",
            )
        if found.st_size > limits.file_bytes:
            raise _too_large(path.name, limits)
        return file.read(limits.file_bytes + 1)


def _opened(path: Path) -> int:
    # a pipe with nobody at its other end must not keep us waiting, hence O_NONBLOCK
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if path.is_dir():
            raise Refusal(
                Reason.MISSING,
                f"{spoken(str(path))} is a folder: give a file in it, such as the plan itself.",
            )
        return os.open(path, flags)
    except PermissionError as error:
        raise Refusal(
            Reason.MISSING, f"{spoken(path.name)} may not be read by you: ask its owner for access to it."
        ) from error
    except (OSError, ValueError) as error:
        raise Refusal(
            Reason.MISSING, f"{spoken(path.name)} is not there: check the name and the folder it is in."
        ) from error


def _too_large(name: str, limits: Limits) -> Refusal:
    return Refusal(
        Reason.TOO_LARGE,
        f"{spoken(name)} is larger than {limits.file_bytes // MEGABYTE} MB: save the part with the plan as a "
        "file of its own, or with smaller pictures.",
    )


def _prepared(content: bytes, name: str, limits: Limits) -> tuple[Sniffed, str, bytes]:
    """What the file is, and the format and content to read: its own, or those it was converted to."""
    if len(content) > limits.file_bytes:
        raise _too_large(name, limits)
    sniffed = sniff(content, name, limits)
    format_ = CONVERTED.get(sniffed.format)
    if format_ is None:
        return sniffed, sniffed.format, content
    converted = convert(content, sniffed.format, name, limits)
    if sniff(converted, f"converted.{format_}", limits).format != format_:
        raise damaged(name)
    return sniffed, format_, converted


def _finished(document: Document, content: bytes, sniffed: Sniffed) -> Document:
    """The document under the original's fingerprint, with what was odd about the file said first."""
    doubts = sniffed.doubts
    if sniffed.format in CONVERTED:
        kind = SPOKEN_FORMATS[sniffed.format]
        doubts += (f"The file is {kind}, and LibreOffice converted it before it was read: compare it.",)
    kept = tuple(doubt for doubt in document.doubts if doubt not in doubts)
    return replace(document, fingerprint=sha256(content).hexdigest(), doubts=doubts + kept)
