"""The labels Word puts in front of list items, counted as Word counts them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from turntide.documents.typesetting.flow import BULLET
from turntide.documents.typesetting.list_labels import decimal, letter, ordinal, roman, upper, zero_led
from turntide.documents.word.names import Element, W, number, switched, value, whole

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": zero_led,
    "lowerLetter": letter,
    "upperLetter": upper(letter),
    "lowerRoman": roman,
    "upperRoman": upper(roman),
    "ordinal": ordinal,
    "none": lambda count: "",
}
_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it is written, where it starts, and after which level it starts again."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class NumberedList:
    """A list as paragraphs refer to it. Lists of the same ``family`` count on from one another."""

    family: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the list items of one text, in the order it is asked."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        nums = [] if root is None else root.findall(W + "num")
        families = [] if root is None else root.findall(W + "abstractNum")
        self._nums = {num.get(W + "numId"): num for num in nums}
        self._families = {family.get(W + "abstractNumId"): family for family in families}
        self._by_link = {value(family, "styleLink"): family for family in families}
        self._lists: dict[str, NumberedList | None] = {}
        self._counts: dict[str, list[int | None]] = {}

    def level_of(self, list_id: str, style_ids: list[str]) -> int:
        """The level that a style's paragraphs stand at: the one that names the style, else the first."""
        found = self._list(list_id)
        levels = found.levels if found else {}
        by_style = {level.style: at for at, level in levels.items() if level.style}
        return next((by_style[style] for style in style_ids if style in by_style), 0)

    def label(self, list_id: str, at: int) -> str:
        """Count one more item at a level (from 0) and give its label: '1.2', 'a)', '•' or nothing."""
        found = self._list(list_id)
        if found is None or at not in found.levels:
            return ""
        counts = self._counted(found, at)
        level = found.levels[at]
        if level.format == "bullet":
            return BULLET if level.text.strip() else ""
        return _PLACEHOLDER.sub(
            lambda place: _written(found, level, counts, int(place[1]) - 1), level.text
        ).strip()

    def _counted(self, found: NumberedList, at: int) -> list[int | None]:
        counts = self._counts.setdefault(found.family, [None] * _LEVELS)
        before = counts[at]
        restart = found.restarts.pop(at, None)
        if restart is not None:
            counts[at] = restart
        else:
            counts[at] = found.levels[at].start if before is None else before + 1
        for deeper in range(at + 1, _LEVELS):
            if _starts_again(found.levels.get(deeper), at):
                counts[deeper] = None
        return counts

    def _list(self, list_id: str) -> NumberedList | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def _read(self, list_id: str) -> NumberedList | None:
        num = self._nums.get(list_id)
        family = None if num is None else self._families.get(value(num, "abstractNumId"))
        if num is None or family is None:
            return None
        linked = value(family, "numStyleLink")
        family = self._by_link.get(linked, family) if linked else family
        found = NumberedList(
            family.get(W + "abstractNumId") or "", dict(map(_level, family.findall(W + "lvl")))
        )
        for change in num.findall(W + "lvlOverride"):
            _override(found, change)
        return found


def _override(found: NumberedList, change: Element) -> None:
    """A list's own wording or start for a level of its family."""
    level = change.find(W + "lvl")
    if level is not None:
        found.levels |= dict([_level(level)])
    start = number(change, "startOverride")
    if start is not None:
        found.restarts[_place_of(change)] = start


def _place_of(element: Element) -> int:
    """The level, from 0, that a definition is for."""
    return min(max(whole(element.get(W + "ilvl")) or 0, 0), _LEVELS - 1)


def _level(element: Element) -> tuple[int, Level]:
    said = next(element.iter(W + "numFmt"), None)
    start = number(element, "start")
    return _place_of(element), Level(
        format=(said.get(W + "val") if said is not None else None) or "decimal",
        text=value(element, "lvlText") or "",
        start=1 if start is None else start,
        restart=number(element, "lvlRestart"),
        legal=switched(element, "isLgl") or False,
        style=value(element, "pStyle"),
    )


def _starts_again(deeper: Level | None, at: int) -> bool:
    """Whether an item at a level makes a deeper one start again; 0 means never."""
    if deeper is None or deeper.restart is None:
        return True
    return at < deeper.restart


def _written(found: NumberedList, level: Level, counts: list[int | None], at: int) -> str:
    """One place in a label: the count of that level in its own format, or in digits in a legal list."""
    its = found.levels.get(at, level)
    count = counts[at]
    write = decimal if level.legal and its.format != "none" else _FORMATS.get(its.format, decimal)
    return write(its.start if count is None else count)
