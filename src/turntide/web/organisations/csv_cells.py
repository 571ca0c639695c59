"""Cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import re

_TAKEN_FOR_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""A cell that begins so; apostrophes before it count, so that taking one away gives the words back."""


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it."""
    return f"'{text}" if _TAKEN_FOR_FORMULA.match(text) else text
