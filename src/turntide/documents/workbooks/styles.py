"""How an Excel workbook's cells are set: number format, looks and fill by style number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from turntide.documents.typesetting import colours
from turntide.documents.typesetting.pieces import PLAIN, Looks
from turntide.documents.workbooks.number_formats import BUILT_IN, GENERAL

T = TypeVar("T")

_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink")
"""Theme colours by the number a style gives (ECMA-376 part 1, 18.8.3: light and dark change places)."""

_INDEXED = (
    "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff "
    "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff "
    "800000 008000 000080 808000 800080 008080 c0c0c0 808080 "
    "9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff "
    "000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff "
    "00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 "
    "3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 "
    "003366 339966 003300 333300 993300 993366 333399 333333"
)
"""The palette of old workbooks (18.8.27)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of cell is set; ``code`` is its number format."""

    code: str = GENERAL
    looks: Looks = PLAIN
    fill: str | None = None


class Styles:
    """A workbook's cell styles by number, and the colours its rich text is set in."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._theme = _theme_colours(theme)
        self._palette = _palette(styles)
        self._styles = [] if styles is None else self._read(styles)

    def of(self, number: str | None) -> Style:
        """The style a cell names; a number the workbook does not have is a plain one."""
        return _at(self._styles, number, Style())

    @property
    def filled(self) -> frozenset[bytes]:
        """The numbers of the styles that colour a cell."""
        return frozenset(str(at).encode() for at, style in enumerate(self._styles) if style.fill)

    def looks(self, font: etree._Element) -> Looks:
        """How a font, or a run of rich text, is set."""
        return Looks(
            bold=_is_on(font.find("{*}b")),
            italic=_is_on(font.find("{*}i")),
            struck=_is_on(font.find("{*}strike")),
            colour=_unless_black(self._colour(font.find("{*}color"))),
        )

    def _read(self, styles: etree._Element) -> list[Style]:
        codes = BUILT_IN | _own_codes(styles)
        fonts = [self.looks(font) for font in styles.iterfind("{*}fonts/{*}font")]
        fills = [self._fill(fill) for fill in styles.iterfind("{*}fills/{*}fill")]
        return [
            Style(
                codes.get(_number(cell.get("numFmtId")), GENERAL),
                _at(fonts, cell.get("fontId"), PLAIN),
                _at(fills, cell.get("fillId"), None),
            )
            for cell in styles.iterfind("{*}cellXfs/{*}xf")
        ]

    def _fill(self, fill: etree._Element) -> str | None:
        pattern = fill.find("{*}patternFill")
        if pattern is None or pattern.get("patternType", "none") in ("none", "gray125"):
            return None
        colour = self._colour(pattern.find("{*}fgColor"))
        return None if colour == "#ffffff" else colour  # the colour of the sheet itself

    def _colour(self, element: etree._Element | None) -> str | None:
        if element is None:
            return None
        colour = colours.from_argb(element.get("rgb", ""))
        if (theme := element.get("theme")) is not None:
            colour = _at(self._theme, theme, None)
        elif (indexed := element.get("indexed")) is not None:
            colour = _at(self._palette, indexed, None)
        tint = _decimal(element.get("tint"))
        return colours.tinted(colour, tint) if colour and tint else colour


def _theme_colours(theme: etree._Element | None) -> list[str | None]:
    if theme is None:
        return []
    found = []
    for name in _THEME_ORDER:
        colour = theme.find(f".//{{*}}clrScheme/{{*}}{name}/*")
        value = "" if colour is None else colour.get("lastClr") or colour.get("val") or ""
        found.append(colours.from_argb(value))
    return found


def _palette(styles: etree._Element | None) -> list[str | None]:
    own = [] if styles is None else styles.findall("{*}colors/{*}indexedColors/{*}rgbColor")
    return [colours.from_argb(colour.get("rgb", "")) for colour in own] or [
        f"#{digits}" for digits in re.findall(r"\w+", _INDEXED)
    ]


def _own_codes(styles: etree._Element) -> dict[int, str]:
    return {
        _number(own.get("numFmtId")): own.get("formatCode", GENERAL)
        for own in styles.iterfind("{*}numFmts/{*}numFmt")
    }


def _at(values: Sequence[T], number: str | None, otherwise: T) -> T:
    at = _number(number)
    return values[at] if 0 <= at < len(values) else otherwise


def _number(wording: str | None) -> int:
    return int(wording) if wording and wording.isdecimal() and len(wording) < 10 else 0


def _decimal(wording: str | None) -> float:
    try:
        return float(wording or 0)
    except ValueError:
        return 0.0


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get("val", "1") not in ("0", "false")


def _unless_black(colour: str | None) -> str:
    return "" if colour in (None, "#000000") else str(colour)
