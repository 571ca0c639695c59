"""Labels within a line: "Open the gate. Lead: Parks; by when: 2027", "… (Lead: Parks)", "… Led by Parks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turntide.reading.layouts.labels import EXACT, MOST_WORDS, Said, known_label, with_date
from turntide.reading.passage import EMPTY, Passage, join
from turntide.reading.vocabulary import Meaning

M = Meaning
_COLON = re.compile(r":(?=\s|$)")
_WORD = re.compile(r"[^\s;|(\[\n,]+")
_PARTED = re.compile(r"(?:^|[;|(\[\n,.]|\s[–—-])\s*$")
_WORDED = re.compile(
    r"(?:(?<=[.;:(\[]\s)|(?<=[(\[;])|(?<=\s[–—-]\s)|^)(?P<label>(?:To be )?(?P<lead>[Ll]ed|[Oo]wned|[Dd]elivered) by|"
    r"[Ss]upported by|[Ii]n partnership with|[Ww]orking with)\s+(?=[A-Z]|the\b)"
)
"""Words that begin a sentence of their own and say who: "Led by Highways, by March 2027"."""


@dataclass(frozen=True)
class _Hit:
    start: int
    label_end: int
    value_at: int
    meaning: Meaning


def inline(line: Passage) -> tuple[Passage, tuple[Said, ...]]:
    """A line's words outside its inline labels, and what stands under each of them."""
    hits = list(_hits(line.text))
    pieces = [line[: hits[0].start]] if hits else []
    found: list[Said] = []
    for index, hit in enumerate(hits):
        last = index + 1 == len(hits)
        stop = len(line.text) if last else hits[index + 1].start
        value, after = _within_brackets(line, hit, stop)
        pieces.append(after)
        label = line[hit.start : hit.label_end].strip()
        found += with_date(Said(label, hit.meaning, _trimmed(value, last)))
    head = join([piece for piece in map(_head, pieces) if piece])
    return (head if hits else line), tuple(found)


def _hits(text: str) -> Iterator[_Hit]:
    """Each label within a line, in order, those that overlap another left out."""
    begun = 0
    for hit in sorted([*_before_colons(text), *_worded(text)], key=lambda each: each.start):
        if hit.start >= begun:
            yield hit
            begun = hit.value_at


def _worded(text: str) -> Iterator[_Hit]:
    for told in _WORDED.finditer(text):
        meaning = M.LEAD if told["lead"] else M.PARTNER
        yield _Hit(told.start("label"), told.end("label"), told.end(), meaning)


def _before_colons(text: str) -> Iterator[_Hit]:
    """Each label before a colon: the longest run of words before it that the vocabulary knows."""
    begun = 0
    for colon in _COLON.finditer(text):
        words = list(_WORD.finditer(text, begun, colon.start()))[-MOST_WORDS:]
        told = (_hit(text, word.start(), colon) for word in words)
        hit = next((hit for hit in told if hit is not None), None)
        if hit is not None:
            yield hit
            begun = hit.value_at


def _hit(text: str, start: int, colon: re.Match[str]) -> _Hit | None:
    """A label after a mark of parting, or one in capitals that fits exactly; a level is named at a line's start."""
    label = text[start : colon.start()]
    meaning = known_label(label)
    if meaning is None or meaning is M.LEVEL or re.search(r"[;|(\[\n.]", label):
        return None
    parted = _PARTED.search(text, 0, start)
    if parted:
        sure = label[0].isupper() or text[:start].rstrip()[-1:] in "([;"
    else:
        sure = label[0].isupper() and known_label(label, EXACT) is not None
    return _Hit(start, colon.start(), colon.end(), meaning) if sure else None


def _within_brackets(line: Passage, hit: _Hit, stop: int) -> tuple[Passage, Passage]:
    """The value of a label in brackets ends with them; what stands after them belongs to the line."""
    text = line.text
    opened = text.rfind("(", 0, hit.start)
    if opened < 0 or ")" in text[opened : hit.start]:
        return line[hit.value_at : stop], EMPTY
    depth = 1
    for at in range(hit.value_at, stop):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return line[hit.value_at : at], line[at + 1 : stop]
    return line[hit.value_at : stop], EMPTY


def _trimmed(value: Passage, last: bool) -> Passage:
    """A value without the marks that part it from what follows; the last one keeps its full stop."""
    value = value.strip().strip(";,|–—-").strip()
    return value if last else value.strip(" .;,|–—-([")


def _head(piece: Passage) -> Passage:
    """Words outside labels without the marks that led to the label."""
    bare = piece.strip().strip(" ;|–—-([,").strip()
    return bare if any(char.isalnum() for char in bare.text) else EMPTY
