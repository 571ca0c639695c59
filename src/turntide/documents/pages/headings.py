"""Which paragraphs are headings: those set clearly larger than the body, or bold and short in plain type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

LARGER = 1.12
"""Type this many times the body's size is a heading's (11 to 12.5 points)."""
_LONGEST = 200
_LONGEST_BOLD = 120
_SENTENCE = 14
"""Words from which on a line that ends with a stop is a sentence and no heading."""


def body_size(lengths: Iterable[tuple[float, int]]) -> float:
    """The type size most characters are set in, from (size, characters) pairs; 0 for none."""
    counted: Counter[float] = Counter()
    for size, length in lengths:
        counted[round(size * 2) / 2] += length
    return min(counted, key=lambda size: (-counted[size], size)) if counted else 0.0


def heading_levels(found: Sequence[tuple[str, float, bool]], body: float) -> list[int]:
    """The level of each paragraph (text, size, all bold): 1 for the largest headings; 0 for what is none."""
    ranks = [_rank(text, size, bold, body) for text, size, bold in found]
    order = sorted({rank for rank in ranks if rank is not None}, reverse=True)
    return [0 if rank is None else order.index(rank) + 1 for rank in ranks]


def _rank(text: str, size: float, bold: bool, body: float) -> tuple[float, bool] | None:
    if not any(sign.isalpha() for sign in text):
        return None
    if size >= LARGER * body and len(text) <= _LONGEST and not _is_prose(text):
        return (round(size * 2) / 2, False)
    plain = len(text) <= _LONGEST_BOLD and not text.rstrip().endswith((".", ";", ","))
    if bold and size >= 0.95 * body and plain:
        return (round(body * 2) / 2, True)
    return None


def _is_prose(text: str) -> bool:
    """Whether a text is sentences: it ends with a stop, and another sentence, or a long one, stands before it."""
    return text.rstrip().endswith(".") and (". " in text or len(text.split()) > _SENTENCE)
