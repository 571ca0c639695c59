"""How the lines of an outline are set, and which way of setting stands once over each action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from turntide.reading.layouts.lines import HEADING, ITEM, TEXT, Line
from turntide.reading.profiles import profile_of
from turntide.reading.vocabulary import Meaning, key_of
from turntide.reading.wordings.numbering import leading_ref

M = Meaning
TELLING = {M.LEAD, M.OWNER, M.PARTNER, M.TIMESCALE, M.START, M.END, M.MEASURE, M.MILESTONE, M.TARGET}
TELLING |= {M.STATUS, M.PROGRESS, M.WEIGHT}
"""Fields that only something to be done has; a note, a cost or a level is told of other things too."""
_ONCE = {M.LEAD, M.OWNER, M.TIMESCALE, M.START, M.END, M.STATUS}
_NAMED = re.compile(
    r"^(?P<word>[A-Za-z]+)(?: (?:area|no\.?))?\s+(?:\d+(?:\.\w+)*|[A-Z]|[ivxIVX]+)\b\s*(?:[:.)–-]|$)"
)
DOING = 0.5


@dataclass(frozen=True)
class Shape:
    """How a line is set: its kind and level, bold or not, the word and the style of its number."""

    kind: str
    level: int = 0
    bold: bool = False
    word: str = ""
    number: str = ""

    @property
    def fineness(self) -> int:
        """How far in such a line stands, where nothing else tells: styled headings first, list items last."""
        if self.kind == HEADING:
            return self.level
        marked = 12 if self.bold else 14 if self.word else 16 if self.number else 18
        return marked + self.number.count(".") if self.kind == TEXT else 20 + self.level


def shape_of(line: Line) -> Shape:
    """The shape of a line that is no field."""
    ref = leading_ref(line.text)
    number = _style(ref.value) if ref else ""
    named = _NAMED.match(line.text)
    word = named["word"].lower() if named else ""
    if line.kind == ITEM:
        return Shape(ITEM, line.level, number=number)
    return Shape(line.kind, line.level, line.kind == TEXT and line.bold, word, number)


def _style(ref: str) -> str:
    """The build of a reference: '1', '1.1', 'a', 'A1'; Roman numerals count as letters."""
    bare = re.sub(r"[^A-Za-z0-9.]", "", ref)
    return re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", bare)))


@dataclass
class _Group:
    """The labels of the fields that stand after one line of a shape, before the next."""

    labels: list[tuple[str, Meaning | None]] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """It says something, and names an owner or a date once; news and milestones may come again."""
        again = {each for each in self.labels if self.labels.count(each) > 1}
        return bool(self.labels) and again < set(self.labels) and not {told for _, told in again} & _ONCE


def host_shape(lines: Sequence[Line], shapes: Sequence[Shape | None]) -> Shape | None:
    """The shape of the lines that stand once over each group of fields; None where none does."""
    found: list[tuple[float, bool, int, Shape]] = []
    for shape in dict.fromkeys(one for one in shapes if one is not None):
        score = _score(shape, lines, shapes)
        if score > 0:
            found.append((score, not _is_prose(shape, lines, shapes), shape.fineness, shape))
    return max(found, key=lambda each: each[:3])[3] if found else None


def _score(shape: Shape, lines: Sequence[Line], shapes: Sequence[Shape | None]) -> float:
    """One for each line with a group of its own; less for groups without a line, or several under one."""
    groups, orphans = _groups(shape, lines, shapes)
    clean = sum(group.clean for group in groups)
    empty = sum(not group.labels for group in groups)
    crowded = len(groups) - clean - empty
    if clean <= crowded:
        return 0.0
    return clean - 2 * crowded - 0.5 * orphans - 0.3 * empty


def _groups(shape: Shape, lines: Sequence[Line], shapes: Sequence[Shape | None]) -> tuple[list[_Group], int]:
    groups: list[_Group] = []
    orphans = 0
    at_home = False
    for line, own in zip(lines, shapes, strict=True):
        if own == shape:
            groups.append(_Group())
            at_home = True
        elif own is not None and outer(own, shape):
            at_home = False
        elif own is None and line.meaning in TELLING:
            if at_home:
                groups[-1].labels.append((key_of(line.label.text), line.meaning))
            else:
                orphans += 1
    return groups, orphans


def outer(one: Shape, other: Shape) -> bool:
    """Whether a line of one shape ends what stands under a line of the other: a heading further out."""
    if one.kind != HEADING:
        return False
    return other.kind != HEADING or one.level < other.level


def _is_prose(shape: Shape, lines: Sequence[Line], shapes: Sequence[Shape | None]) -> bool:
    """Plain sentences that do not begin with what is to be done tell of an action, they are none."""
    if shape.kind != TEXT or shape.bold or shape.number or shape.word:
        return False
    texts = [line.text for line, own in zip(lines, shapes, strict=True) if own == shape]
    ended = sum(text.endswith(".") for text in texts)
    return ended > len(texts) * 0.5 and profile_of(texts).doing < DOING
