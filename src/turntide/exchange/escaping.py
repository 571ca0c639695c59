"""Marks put before signs that would otherwise mean something, and taken away again.

A backslash stands before a sign that is to be read as itself, in a table's cells as in Markdown.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

SEPARATOR = " | "


class Escaping(ABC):
    """How one format writes a value so that it stays on one line and apart from the signs around it."""

    nothing: str
    """What stands for an empty text, where blank would mean that there is none."""

    @abstractmethod
    def write(self, text: str, also: str = "") -> str:
        """The text on one line; the signs in ``also`` are escaped too. ``read`` gives it back."""

    @abstractmethod
    def read(self, written: str) -> str:
        """The text that was written."""


class CellEscaping(Escaping):
    r"""In a cell that holds a list: ``\n`` for a line's end within an item, ``\|`` and ``\\`` for the signs."""

    nothing = r"\0"
    _letters: ClassVar = {"n": "\n", "r": "\r", "0": ""}

    def write(self, text: str, also: str = "") -> str:
        """The text with its line ends and signs escaped."""
        signs = re.sub(rf"[\\|{re.escape(also)}]", r"\\\g<0>", text)
        return signs.replace("\n", r"\n").replace("\r", r"\r") or self.nothing

    def read(self, written: str) -> str:
        """The text; a backslash before any other letter is a backslash (somebody typed a path)."""
        return re.sub(r"\\(.)", self._meant, written)

    def _meant(self, found: re.Match[str]) -> str:
        sign = found[1]
        return self._letters.get(sign, found[0] if sign.isalnum() else sign)


class MarkdownEscaping(Escaping):
    """In Markdown: a backslash before signs, ``<br>`` for a line's end, ``&#x…;`` for what cannot be seen."""

    nothing = "<wbr>"
    _signs = r"[\\`*_\[\]<>~|{also}]|&(?=[#\w])"
    # Spaces after what cannot be seen go with it, so that "; " never stands for a space after "&#x…;".
    _unseen = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff] *|^ +| +$")
    _leading = re.compile(r"^(?=[-+#=])|^(\d+)(?=[.)])")
    _written = re.compile(r"<br>|<wbr>|&#x([0-9A-F]+);|\\(_|[^\w\s])")

    def write(self, text: str, also: str = "") -> str:
        """The text as Markdown that shows it as it is."""
        signs = re.sub(self._signs.format(also=re.escape(also)), r"\\\g<0>", text)
        seen = self._unseen.sub(lambda found: "".join(f"&#x{ord(sign):X};" for sign in found[0]), signs)
        return seen.replace("\n", "<br>") or self.nothing

    def opening(self, written: str) -> str:
        """What was written, so that it may begin a line: "- " or "1." would begin a list there."""
        return self._leading.sub(r"\1\\", written, count=1)

    def read(self, written: str) -> str:
        """The text that this Markdown shows."""
        return self._written.sub(self._meant, written)

    def _meant(self, found: re.Match[str]) -> str:
        if found[1]:
            return chr(min(int(found[1], 16), 0x10FFFF))
        return found[2] or ("\n" if found[0] == "<br>" else "")


def split_at(written: str, mark: str, most: int = -1) -> list[str]:
    """The parts between unescaped marks; at most ``most`` cuts where that is not negative."""
    cuts: list[int] = []
    for at in _unescaped(written, mark):
        if len(cuts) == most:
            break
        cuts.append(at)
    starts = [0, *(at + len(mark) for at in cuts)]
    return [written[start:end] for start, end in zip(starts, [*cuts, len(written)], strict=True)]


def _unescaped(written: str, mark: str) -> Iterator[int]:
    at = 0
    while at < len(written):
        if written.startswith(mark, at):
            yield at
            at += len(mark)
        else:
            at += 2 if written[at] == "\\" else 1


def optional_written(text: str | None) -> str:
    r"""A cell that may have nothing in it: blank is None, so that an empty text is written ``\``."""
    if text is None:
        return ""
    return text + "\\" if not text.strip("\\") else text


def optional_read(cell: str) -> str | None:
    """What `optional_written` wrote."""
    if cell == "":
        return None
    return cell[:-1] if not cell.strip("\\") else cell


CELL = CellEscaping()
MARKDOWN = MarkdownEscaping()
