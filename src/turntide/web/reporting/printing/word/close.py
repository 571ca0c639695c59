"""Our styles set closely, for papers of one page: smaller letters, and less room between lines and around blocks."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

_LETTERS = {"default": 16, "Title": 30, "Subtitle": 19, "Heading1": 21, "Heading2": 18, "TurntideNote": 13}
"""Sizes of letters, in half points, of the styles that are not like most."""
_MOST_LETTERS = 15
_LINE, _AROUND = 240, 0.3
"""A line's height, of which 240 is one; and what is left of the room around."""


def set_closely(styles: Any) -> None:
    """Set them closely, in their own part of a document."""
    for letters in styles.iter(qn("w:sz"), qn("w:szCs")):
        letters.set(qn("w:val"), str(_size(letters)))
    for room in styles.iter(qn("w:spacing")):
        for side in (qn("w:before"), qn("w:after")):
            if side in room.attrib:
                room.set(side, str(round(int(room.get(side)) * _AROUND)))
        if room.get(qn("w:lineRule")) == "auto":
            room.set(qn("w:line"), str(_LINE))
        elif qn("w:line") in room.attrib:
            room.set(qn("w:line"), str(round(int(room.get(qn("w:line"))) * _AROUND)))


def _size(letters: Any) -> int:
    """No letter gets larger than it was."""
    style = next(letters.iterancestors(qn("w:style")), None)
    name = "default" if style is None else style.get(qn("w:styleId"))
    return min(_LETTERS.get(name, _MOST_LETTERS), int(letters.get(qn("w:val"))))
