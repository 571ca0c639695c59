"""How references are built and which comes next: 1.9 → 1.10, iii → iv, z → aa."""

from __future__ import annotations

import re

_ROMAN_FORM = re.compile(r"(?=[ivxlc])(x{0,3}c|x{0,3}l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PIECES = re.compile(r"\d+|[^\W\d_]+|[\W_]+")


def ref_style(ref: str) -> str:
    """How a reference is built: '4' is '1', 'c' is 'a', 'iv' is 'i', '2.b' is '1.a', 'P2.F3' is 'P1.F1'.

    Letters that count become 'a' (or 'i' for Roman numerals, 'A' and 'I' in capitals); letters that name a
    series ('P', 'CS') stay as they are. 'i', 'v' and 'x' alone are taken as Roman numerals.
    """
    pieces = _pieces(ref)
    return "".join(_style(piece, pieces, at) for at, piece in enumerate(pieces))


def follows(a: str, b: str) -> bool:
    """Whether ``b`` comes next after ``a``: 1.a → 1.b, or one part earlier with the rest anew (1.e → 2.a)."""
    left, right = _pieces(a), _pieces(b)
    if len(left) != len(right):
        return False
    counting = [at for at, piece in enumerate(left) if _counts(piece, left, at)]
    for place, at in enumerate(reversed(counting)):
        reset = counting[len(counting) - place :]
        rest = [i for i in range(len(left)) if i != at and i not in reset]
        same = all(left[i] == right[i] for i in rest)
        if same and _next(left[at], right[at]) and all(_first(right[i]) for i in reset):
            return True
    return False


def _pieces(ref: str) -> list[str]:
    bare = ref.strip().lstrip("(#-").rstrip(".:- ")
    return _PIECES.findall(bare if "(" in bare else bare.rstrip(")."))


def _counts(piece: str, pieces: list[str], at: int) -> bool:
    """A number counts; letters count unless a number stands right behind them (a series' name)."""
    if piece[0].isdigit():
        return True
    if not piece[0].isalpha() or len(piece) > 5:
        return False
    return piece.islower() or not any(later[0].isdigit() for later in pieces[at + 1 :])


def _style(piece: str, pieces: list[str], at: int) -> str:
    if piece[0].isdigit():
        return "1"
    if not _counts(piece, pieces, at):
        return piece
    if _roman(piece) and (len(piece) > 1 or piece.lower() in "ivx"):
        return "i" if piece.islower() else "I"
    if len(piece) > 2:
        return piece
    return "a" if piece.islower() else "A"


def _next(a: str, b: str) -> bool:
    if a[0].isdigit() and b[0].isdigit():
        return int(b) == int(a) + 1
    if not (a[0].isalpha() and b[0].isalpha()) or a.islower() != b.islower():
        return False
    roman = bool(_roman(a)) and _roman(b) == _roman(a) + 1
    return roman or (len(a) < 3 and len(b) < 3 and _letters(b) == _letters(a) + 1)


def _first(piece: str) -> bool:
    return piece.lower() in {"1", "01", "001", "a", "i"}


def _letters(piece: str) -> int:
    """The place of 'a', 'z', 'aa' in the row of letters: 1, 26, 27."""
    place = 0
    for letter in piece.lower():
        place = place * 26 + ord(letter) - ord("a") + 1
    return place


def _roman(piece: str) -> int:
    """The value of a Roman numeral up to a hundred, or 0."""
    if not _ROMAN_FORM.fullmatch(piece):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in piece.lower()]
    return sum(
        -value if value < max(values[at + 1 :], default=0) else value for at, value in enumerate(values)
    )
