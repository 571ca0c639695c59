"""Tells a file of our own from a council's, by looking at its beginning, and reads it if it is ours."""

from __future__ import annotations

import io
import re
import zipfile

from turntide.exchange.errors import ExchangeError
from turntide.plan.model import STANDARD, Plan

_NAME = STANDARD.partition("/")[0].encode() + b"/"
_BEGINNING = 4_096
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MARKDOWN = re.compile(rb"<!-- " + re.escape(_NAME))
_CSV = re.compile(rb'"?' + re.escape(_NAME) + rb'[0-9]+"?[,;\t\r\n]')
_JSON_NAME = re.compile(rb'"standard"\s*:\s*"' + re.escape(_NAME))
_SHEETS = (b'name="Actions"', b'name="About"')
_LARGEST_WORKBOOK = 100_000_000
"""Bytes, once unpacked: what lies beyond was not written by us."""


def own_export(content: bytes, name: str) -> Plan | None:
    """The plan, where this file is one of our own (JSON, CSV, Excel, Markdown); None for any other file.

    ``name`` is the file's name, which decides nothing: a file of ours may have been named anew. Raises
    ExchangeError where the file is ours but has been damaged or is of another version of the standard.
    """
    start = content[:_BEGINNING].removeprefix(_BYTE_ORDER_MARK).lstrip()
    if start.startswith(b"PK"):
        return _workbook(content)
    if start.startswith(b"{") and _JSON_NAME.search(content):
        from turntide.exchange.interchange import from_json

        return from_json(_decoded(content, name))
    if _MARKDOWN.match(start):
        from turntide.exchange.markdown_reading import from_markdown

        return from_markdown(_decoded(content, name))
    if _CSV.match(start):
        from turntide.exchange.csv_table import from_csv

        return from_csv(_decoded(content, name))
    return None


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise ExchangeError(
            f"{name} is an export of Turntide, but no longer UTF-8; save it as “CSV UTF-8”, or export it again."
        ) from wrong


def _workbook(content: bytes) -> Plan | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            ours = _is_ours(package)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return None
    if not ours:
        return None
    from turntide.exchange.workbook import from_workbook_bytes

    return from_workbook_bytes(content)


def _is_ours(package: zipfile.ZipFile) -> bool:
    members = {member.filename: member.file_size for member in package.infolist()}
    if "xl/workbook.xml" not in members or sum(members.values()) > _LARGEST_WORKBOOK:
        return False
    sheets = _read(package, "xl/workbook.xml", 1_000_000)
    texts = "xl/sharedStrings.xml"
    if not all(sheet in sheets for sheet in _SHEETS) or texts not in members:
        return False
    return b">" + _NAME in _read(package, texts, _LARGEST_WORKBOOK)


def _read(package: zipfile.ZipFile, member: str, most: int) -> bytes:
    with package.open(member) as opened:
        return opened.read(most)
