"""The parts of a Word document that are written by hand, beside this file: styles, settings, numbering."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml


def part(name: str) -> Any:
    """The root of one of them, afresh."""
    return parse_xml(_read(name))


@cache
def _read(name: str) -> bytes:
    return (Path(__file__).parent / f"{name}.xml").read_bytes()
