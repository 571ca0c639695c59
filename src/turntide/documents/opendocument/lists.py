"""The labels of OpenDocument lists and numbered headings, counted as they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from turntide.documents.opendocument.names import LOEXT, STYLE, TEXT, XML_ID, Element, count
from turntide.documents.typesetting.flow import BULLET
from turntide.documents.typesetting.list_labels import decimal, letter, roman, upper

DEEPEST = 10
"""OpenDocument lists have ten levels."""

_FARTHEST = 1_000_000
_FORMATS: dict[str, Callable[[int], str]] = {
    "1": decimal,
    "a": letter,
    "A": upper(letter),
    "i": roman,
    "I": upper(roman),
}
_PLACEHOLDER = re.compile(r"%([1-9]|10)%")
_NUMBERED = (TEXT + "list-level-style-number", TEXT + "outline-level-style")
_BULLETS = (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image")

Counts = list[int | None]


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """One level of a list style: '%1%.%2%' with a format for each place, or a bullet."""

    pattern: str = ""
    format: str = ""
    start: int = 1
    bullet: bool = False


@dataclass(slots=True)
class ListState:
    """A list being read: its style's name and how far each level has counted."""

    style: str | None
    counts: Counts


class Lists:
    """The list styles of a text, and the lists that later ones may continue."""

    def __init__(self, containers: Iterable[Element]) -> None:
        self._styles: dict[str | None, dict[int, LevelStyle]] = {}
        self._outline: dict[int, LevelStyle] = {}
        for container in containers:
            for style in container.iter(TEXT + "list-style"):
                self._styles[style.get(STYLE + "name")] = _levels(style)
            for style in container.iter(TEXT + "outline-style"):
                self._outline = _levels(style)
        self._headings: Counts = _fresh()
        self._by_id: dict[str, ListState] = {}
        self._by_style: dict[str | None, ListState] = {}

    def begin(self, element: Element, style: str | None) -> ListState:
        """The state of an outermost list: a new one, or one that goes on counting from an earlier."""
        earlier = self._by_id.get(element.get(TEXT + "continue-list") or "")
        if earlier is None and element.get(TEXT + "continue-numbering") == "true":
            earlier = self._by_style.get(style)
        state = ListState(style, earlier.counts if earlier else _fresh())
        self._by_style[style] = state
        if name := element.get(XML_ID):
            self._by_id[name] = state
        return state

    def label(self, state: ListState, style: str | None, level: int, item: Element) -> str:
        """Count one more item at a level (from 1) and give its label: '1.2', 'a)', '•' or nothing."""
        levels = self._styles.get(style, {})
        _advance(state.counts, level, levels.get(level, LevelStyle()), item)
        return _written(levels, level, state.counts)

    def heading_label(self, heading: Element, level: int) -> str:
        """The number of a heading, where the document numbers its headings."""
        style = self._outline.get(level)
        if style is None or not style.format or heading.get(TEXT + "is-list-header") == "true":
            return ""
        _advance(self._headings, level, style, heading)
        return _written(self._outline, level, self._headings)


def start_again(state: ListState, level: int) -> None:
    """A list within an item counts from its start."""
    state.counts[level:] = _fresh()[level:]


def _fresh() -> Counts:
    return [None] * (DEEPEST + 1)


def _advance(counts: Counts, level: int, style: LevelStyle, item: Element) -> None:
    before = counts[level]
    usual = style.start if before is None else before + 1
    counts[level] = count(item, TEXT + "start-value", usual, _FARTHEST)
    counts[level + 1 :] = _fresh()[level + 1 :]


def _written(levels: dict[int, LevelStyle], level: int, counts: Counts) -> str:
    style = levels.get(level, LevelStyle())
    if style.bullet:
        return BULLET
    if not style.format:
        return ""
    return _PLACEHOLDER.sub(lambda place: _place(levels, int(place[1]), counts), style.pattern).strip()


def _place(levels: dict[int, LevelStyle], level: int, counts: Counts) -> str:
    style = levels.get(level, LevelStyle(format="1"))
    so_far = counts[level]
    write = _FORMATS.get(style.format)
    return write(style.start if so_far is None else so_far) if write else ""


def _levels(style: Element) -> dict[int, LevelStyle]:
    return {count(level, TEXT + "level", 1, DEEPEST): _level(level) for level in style if level.tag in _KINDS}


_KINDS = (*_NUMBERED, *_BULLETS)


def _level(element: Element) -> LevelStyle:
    if element.tag in _BULLETS:
        return LevelStyle(bullet=True)
    return LevelStyle(
        pattern=_pattern(element),
        format=element.get(STYLE + "num-format") or "",
        start=count(element, TEXT + "start-value", 1, _FARTHEST),
    )


def _pattern(element: Element) -> str:
    """How a level's label is put together; LibreOffice writes it out, the standard names its parts."""
    said = element.get(LOEXT + "num-list-format")
    if said and "%" in said:
        return said
    level = count(element, TEXT + "level", 1, DEEPEST)
    shown = count(element, TEXT + "display-levels", 1, level)
    places = ".".join(f"%{at}%" for at in range(level - shown + 1, level + 1))
    return (element.get(STYLE + "num-prefix") or "") + places + (element.get(STYLE + "num-suffix") or "")
