"""Rows of one cell that say something under a label ('Update: …'), or say when ('Short term')."""

from __future__ import annotations

import re

from turntide.reading.grids import Row
from turntide.reading.passage import Passage
from turntide.reading.profiles import is_date
from turntide.reading.records import Value
from turntide.reading.vocabulary import Meaning, best_meaning
from turntide.reading.wordings.timescales import timescale

_BRACKETS = re.compile(r"\(.*?\)")
_NUMBERED = re.compile(r"\b(?:\d[\d.]*|[A-Z])\s*$")
_NEVER = {Meaning.LEVEL, Meaning.ACTION, Meaning.REF}
SURE = 0.9
EXACT = 0.97


def said(passage: Passage) -> Value | None:
    """What a row says under a label at its start; None where it has none, or the label numbers a heading."""
    label, colon, _ = passage.text.partition(":")
    meaning, fit = best_meaning(label)
    if not colon or fit < SURE or meaning is None or meaning in _NEVER:
        return None
    if _NUMBERED.search(label) and not (meaning is Meaning.PROGRESS and timescale(label).end):
        return None
    at = len(label)
    value = Value(meaning, passage[:at].strip(), passage[at + 1 :].strip())
    return value if value.passage else None


def labelled(row: Row, width: int) -> Value | None:
    """What a row of two cells says where the first is a label and the other reaches over the columns beside it."""
    if len(row.filled) != 2:
        return None
    (_, first), (column, other) = sorted(row.filled.items())
    label = first.passage.strip(" :")
    meaning, fit = best_meaning(label.text)
    reaches = other.column_span >= 2 and column + other.column_span >= width
    if not reaches or fit < EXACT or meaning is None or meaning in _NEVER:
        return None
    return Value(meaning, label, other.passage)


def says_when(text: str) -> bool:
    """Whether a row over others is nothing but their time: 'Short term (0–12 months)', '2026/27'."""
    return is_date(_BRACKETS.sub("", text).strip(" :"))
