"""List labels as word processors count them: 27 is 'aa', 4 is 'iv'."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_FARTHEST = 4000
"""Beyond this, letters and Roman numbers would grow with the number itself, so plain digits stand."""


def decimal(count: int) -> str:
    """1, 2, 3."""
    return str(count)


def zero_led(count: int) -> str:
    """01, 02 … 10."""
    return f"{count:02}"


def letter(count: int) -> str:
    """a … z, then aa, bb: Word and OpenDocument both repeat the letter."""
    if not 1 <= count <= _FARTHEST:
        return str(count)
    rounds, at = divmod(count - 1, 26)
    return chr(ord("a") + at) * (rounds + 1)


def roman(count: int) -> str:
    """i, ii, iii, iv."""
    if not 1 <= count <= _FARTHEST:
        return str(count)
    found = ""
    for size, sign in _ROMAN:
        found += sign * (count // size)
        count %= size
    return found


def ordinal(count: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if 10 <= count % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def upper(label: Callable[[int], str]) -> Callable[[int], str]:
    """The same label in capitals."""
    return lambda count: label(count).upper()
