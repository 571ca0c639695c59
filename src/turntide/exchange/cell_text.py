r"""Texts as a workbook can hold them: no sign that XML forbids, none of Excel's own escapes, none too long.

What a workbook cannot hold is written ``\x0B;`` with the sign's number in hex.
"""

from __future__ import annotations

import re

# Excel holds 32,767 UTF-16 units in a cell; a sign may take two of them, and an escape must not be cut.
LONGEST = 16_000

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
    r"|\\(?=x)"  # our own escape, written by somebody
    "|_(?=x)|x(?=005F_)"  # Excel's escape, which readers undo in different ways
)
_WRITTEN = re.compile(r"\\x([0-9A-F]{1,6});")


def for_workbook(text: str) -> str:
    """The text as a cell can hold it; `from_workbook` gives it back."""
    return _FORBIDDEN.sub(lambda found: f"\\x{ord(found[0]):02X};", text)


def from_workbook(cell: str) -> str:
    """The text that `for_workbook` wrote."""
    return _WRITTEN.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), cell)


def chunks(cell: str) -> list[str]:
    """The cell in pieces a workbook can hold; at least one where there is any text."""
    return [cell[start : start + LONGEST] for start in range(0, len(cell), LONGEST)]
