"""What a Word file's styles say: heading levels, looks, type sizes and places in lists."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from turntide.documents.typesetting.pieces import UNSET, Looks, Setting
from turntide.documents.word.names import VAL, Element, W, colour, is_on, number, value, whole

_HEADING = re.compile(r"heading[ _]?([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9
"""An outline level of 9 stands for body text (ECMA-376 part 1, 17.3.1.20)."""

_SAID = frozenset(W + name for name in ("b", "i", "strike", "dstrike", "color", "sz"))
_LONGEST_CHAIN = 40
"""A longer chain of styles based on one another is a ring."""


class ListPlace(NamedTuple):
    """A paragraph's place in a list; ``level`` is None where the list's own levels must say."""

    list_id: str
    level: int | None


def setting_of(properties: Element | None) -> Setting:
    """What a ``w:rPr`` says."""
    said = (
        {}
        if properties is None
        else {child.tag: child.get(VAL) for child in properties if child.tag in _SAID}
    )
    if not said:
        return UNSET
    shade, size = said.get(W + "color"), whole(said.get(W + "sz"))
    return Setting(
        bold=_switch(said, "b"),
        italic=_switch(said, "i"),
        struck=_switch(said, "dstrike" if W + "dstrike" in said else "strike"),
        colour=None if shade is None else _ink(shade),
        size=None if size is None else size / 2,
    )


def _switch(said: dict[str, str | None], name: str) -> bool | None:
    return is_on(said[W + name]) if W + name in said else None


def _ink(shade: str) -> str:
    """A text colour; black and 'auto' are the usual ink and give the empty string."""
    found = colour(shade) or ""
    return "" if found == "#000000" else found


class Styles:
    """The styles part of a Word file; every question takes a style's id, or None for the usual style."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(W + "style")
        self._by_id = {style.get(W + "styleId") or "": style for style in styles}
        self._usual = next(
            (
                style.get(W + "styleId")
                for style in styles
                if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
            ),
            None,
        )
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = setting_of(defaults)
        self.heading_level = cache(self._heading_level)
        self.list_place = cache(self._list_place)
        self.looks = cache(self._looks)
        self._stated = cache(self._setting)

    def _chain(self, style_id: str | None) -> list[Element]:
        """The style and what it is based on, nearest first; a ring of styles is cut off."""
        chain: list[Element] = []
        at = self._by_id.get(style_id or self._usual or "")
        while at is not None and len(chain) < _LONGEST_CHAIN:
            chain.append(at)
            at = self._by_id.get(value(at, "basedOn") or "")
        return chain

    def _heading_level(self, style_id: str | None) -> int:
        """The heading level from 1, or 0 for body text. A title stands at level 1."""
        for style in self._chain(style_id):
            outline = number(style.find(W + "pPr"), "outlineLvl")
            if outline is not None:
                return level_of(outline)
            if level := _level_by_name(value(style, "name") or ""):
                return level
        return _level_by_name(style_id or "") if style_id not in self._by_id else 0

    def _list_place(self, style_id: str | None) -> ListPlace | None:
        for style in self._chain(style_id):
            numbering = style.find(f"{W}pPr/{W}numPr")
            if numbering is not None and (list_id := value(numbering, "numId")) is not None:
                return ListPlace(list_id, number(numbering, "ilvl"))
        return None

    def style_ids(self, style_id: str | None) -> list[str]:
        """The ids of the style and what it is based on, nearest first."""
        return [style.get(W + "styleId") or "" for style in self._chain(style_id)]

    def size(self, style_id: str | None) -> float | None:
        """The type size in points that a style gives, or the document's own."""
        return self._stated(style_id).over(self._defaults).size

    def _setting(self, style_id: str | None) -> Setting:
        found = UNSET
        for style in self._chain(style_id):
            found = found.over(setting_of(style.find(W + "rPr")))
        return found

    def _looks(self, paragraph_style: str | None, character_style: str | None, direct: Setting) -> Looks:
        """The looks in force. Bold within bold is not bold: styles toggle (ECMA-376 part 1, 17.7.3)."""
        under = self._stated(paragraph_style)
        over = self._stated(character_style) if character_style else UNSET
        shade = next((one.colour for one in (direct, over, under) if one.colour is not None), "")
        return Looks(
            bold=_toggled(direct.bold, over.bold, under.bold),
            italic=_toggled(direct.italic, over.italic, under.italic),
            struck=_toggled(direct.struck, over.struck, under.struck),
            colour=shade or "",
        )


def _toggled(direct: bool | None, over: bool | None, under: bool | None) -> bool:
    return bool(over) != bool(under) if direct is None else direct


def level_of(outline: int) -> int:
    """The heading level from 1 that an outline level (from 0) stands for, or 0 for body text."""
    return outline + 1 if 0 <= outline < _BODY_LEVEL else 0


def _level_by_name(name: str) -> int:
    """The level a built-in style's name tells; Word writes it in English in every language."""
    if name.lower() == "title":
        return 1
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else 0


def style_of(properties: Element | None, kind: str) -> str | None:
    """The id of the style that paragraph ('pStyle') or run ('rStyle') properties name."""
    style = None if properties is None else properties.find(W + kind)
    return None if style is None else style.get(VAL)
