"""From a file to a plan: the library's front door."""

from __future__ import annotations

from pathlib import Path

from turntide.documents.document import Document
from turntide.documents.opening import content_of, open_bytes
from turntide.exchange.recognising import own_export
from turntide.plan.model import Plan
from turntide.reading.reading import read
from turntide.reading.trace import Reading

CLIPBOARD = "pasted text.txt"
"""The name under which text from the clipboard or a pipe is read."""


def read_plan(file: str | Path) -> Plan:
    """Read the plan in a file, of whatever format; an export of Turntide's own comes back as it was.

    Raises Refusal where the file cannot be read: its text is one sentence on what is wrong and what to do.
    """
    path = Path(file)
    return plan_in(content_of(path), path.name)


def plan_in(content: bytes, name: str) -> Plan:
    """Read the plan in a file's content, under the name it goes by. Raises Refusal."""
    return own_export(content, name) or read(open_bytes(content, name)).plan


def read_document(file: str | Path) -> Reading:
    """Read a file with every decision on the way to its plan, to look at. Raises Refusal."""
    path = Path(file)
    return read(open_bytes(content_of(path), path.name))


def lay_out(file: str | Path) -> Document:
    """A file as it is laid out, without asking what it means. Raises Refusal."""
    path = Path(file)
    return open_bytes(content_of(path), path.name)
