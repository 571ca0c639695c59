"""The words within an OpenDocument paragraph, and what is anchored in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from turntide.documents.opendocument.names import (
    ANNOTATION,
    CHANGE,
    DRAW,
    OFFICE,
    SOFT_BREAK,
    TEXT,
    Element,
    count,
)
from turntide.documents.opendocument.styles import OdtStyles, style_name
from turntide.documents.typesetting.pieces import Looks, Piece, Setting

_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1000
_SOFT_HYPHEN = "\u00ad"
_SILENT = frozenset(
    (TEXT + "number", TEXT + "script", OFFICE + "event-listeners", TEXT + "note-citation", OFFICE + "forms")
)


@dataclass(slots=True)
class OdtWords:
    """What a paragraph's walk found; ``anchored`` are notes, annotations and places of deletions."""

    pieces: list[Piece] = field(default_factory=list)
    anchored: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    breaks_before: bool = False
    breaks_after: bool = False


def words_of(paragraph: Element, styles: OdtStyles) -> OdtWords:
    """Walk a paragraph once, in order. White space collapses as ISO/IEC 26300 part 1, 6.1.2 says."""
    walk = _Walk(styles)
    walk.element(paragraph, styles.setting("paragraph", style_name(paragraph)))
    return walk.found


class _Walk:
    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._spaced = True
        self.found = OdtWords()

    def element(self, parent: Element, setting: Setting) -> None:
        looks = _looks(setting)
        self._collapse(parent.text, looks)
        for child in parent:
            self._child(child, setting, looks)
            self._collapse(child.tail, looks)

    def _child(self, child: Element, setting: Setting, looks: Looks) -> None:
        tag = child.tag
        if tag == TEXT + "span":
            self.element(child, self._styles.setting("text", style_name(child)).over(setting))
        elif tag in _SIGNS:
            self._say(_SIGNS[tag](child), looks)
        elif tag in (TEXT + "note", ANNOTATION, CHANGE):
            self.found.anchored.append(child)
        elif tag == SOFT_BREAK:
            self._page_break()
        elif isinstance(tag, str) and tag.startswith(DRAW) and tag != DRAW + "a":
            self.found.boxes.append(child)
        elif tag not in _SILENT:
            self.element(child, setting)

    def _collapse(self, text: str | None, looks: Looks) -> None:
        if not text:
            return
        words = _WHITE.sub(" ", text).replace(_SOFT_HYPHEN, "")
        if self._spaced:
            words = words.removeprefix(" ")
        self._say(words, looks)

    def _say(self, text: str, looks: Looks) -> None:
        if text:
            self._spaced = text[-1] in " \t\n"
            self.found.pieces.append(Piece(text, looks))

    def _page_break(self) -> None:
        if any(piece.text.strip() for piece in self.found.pieces):
            self.found.breaks_after = True
        else:
            self.found.breaks_before = True


_SIGNS: dict[str, Callable[[Element], str]] = {
    TEXT + "s": lambda element: " " * count(element, TEXT + "c", 1, _MOST_SPACES),
    TEXT + "tab": lambda element: "\t",
    TEXT + "line-break": lambda element: "\n",
}


def _looks(setting: Setting) -> Looks:
    return Looks(bool(setting.bold), bool(setting.italic), bool(setting.struck), setting.colour or "")
