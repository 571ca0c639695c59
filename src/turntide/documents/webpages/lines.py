"""Inline text gathered into lines, with white space closed up as a page shows it."""

from __future__ import annotations

import re

from turntide.documents.document import Mark
from turntide.documents.typesetting.pieces import PLAIN, Looks, Piece, joined, marked, stripped

Wording = tuple[str, tuple[Mark, ...]]

_SPACES = re.compile(r"[ \t\r\n\f\v\xa0]+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00]")  # soft hyphens and the like show nothing in a line
_BULLETS = "•◦▪‣·●○■–—-*"


class Lines:
    """Gathers inline text; a label stands before the next words, whichever line they come on."""

    def __init__(self) -> None:
        self._lines: list[list[Piece]] = [[]]
        self._label = ""

    def add(self, text: str, looks: Looks = PLAIN) -> None:
        """Add running text: any white space shows as one space, and none at a line's beginning."""
        closed = _SPACES.sub(" ", _UNSEEN.sub("", text))
        line = self._lines[-1]
        if not line or line[-1].text.endswith(" "):
            closed = closed.lstrip(" ")
        self._put(closed, looks)

    def add_as_is(self, text: str, looks: Looks = PLAIN) -> None:
        """Add preformatted text: spaces, tabs and line ends stay."""
        first, *others = _UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._put(first, looks)
        for line in others:
            self.new_line()
            self._put(line, looks)

    def _put(self, text: str, looks: Looks) -> None:
        if self._label and text.strip():
            self._put_label(text)
        if text:
            self._lines[-1].append(Piece(text, looks))

    def _put_label(self, before: str) -> None:
        """A writer who types bullets into a bulleted list means one bullet."""
        doubled = self._label[0] in _BULLETS and before.lstrip()[0] in _BULLETS
        if not doubled:
            self._lines[-1].append(Piece(self._label))
        self._label = ""

    def label(self, mark: str) -> None:
        """Set a list mark before the next words; '' takes one back that found no words."""
        self._label = mark

    def new_line(self) -> None:
        """Break the line, even an empty one."""
        self._lines.append([])

    def end_line(self) -> None:
        """End the line a block stands on, where it has begun."""
        if self._lines[-1]:
            self.new_line()

    def take_paragraphs(self) -> list[Wording]:
        """Give the paragraphs gathered (an empty line parts them) and begin anew."""
        groups: list[list[list[Piece]]] = [[]]
        for line in self._taken():
            if line:
                groups[-1].append(line)
            else:
                groups.append([])
        return [marked(joined(group, "\n")) for group in groups if group]

    def take_whole(self) -> Wording:
        """Give all lines with words as one text, parted by line ends, and begin anew."""
        return marked(joined([line for line in self._taken() if line], "\n"))

    def _taken(self) -> list[list[Piece]]:
        lines, self._lines = self._lines, [[]]
        return [stripped(line) for line in lines]
