"""What OpenDocument styles say: looks, type sizes, headings, fills, widths and page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from turntide.documents.opendocument.names import FO, STYLE, TEXT, Element, whole
from turntide.documents.typesetting.pieces import UNSET, Setting

_LONGEST_CHAIN = 40
_HEADING = re.compile(r"Heading(?:_20_| )?([1-9]|10)")
_LENGTH = re.compile(r"([\d.]+)(in|cm|mm|pt|pc)")
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def points(length: str | None) -> float | None:
    """A length ('1.5cm') in points, or None for what is no length."""
    found = _LENGTH.fullmatch(length or "")
    try:
        return round(float(found[1]) * _POINTS[found[2]], 2) if found else None
    except ValueError:
        return None


class OdtStyles:
    """The styles in force for one part; ``containers`` hold ``style:style`` elements, the nearest last."""

    def __init__(self, containers: Iterable[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Element] = {}
        for container in containers:
            for style in container.iter(STYLE + "style", STYLE + "default-style"):
                self._keep(style)
        self.setting = cache(self._setting)
        self.heading_level = cache(self._heading_level)

    def _keep(self, style: Element) -> None:
        family, name = style.get(STYLE + "family") or "", style.get(STYLE + "name")
        if name is None:
            self._defaults[family] = style
        else:
            self._styles[family, name] = style

    def _chain(self, family: str, name: str | None) -> Iterator[Element]:
        """The style and its parents, nearest first; a ring of styles is cut off."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name or ""))
            if style is None:
                return
            yield style
            name = style.get(STYLE + "parent-style-name")

    def stated(self, family: str, name: str | None, properties: str, attribute: str) -> str | None:
        """What a style or its nearest parent says of one property, or None."""
        for style in self._chain(family, name):
            group = style.find(STYLE + properties)
            if group is not None and (said := group.get(attribute)) is not None:
                return said
        return None

    def list_style(self, paragraph_style: str | None) -> str | None:
        """The list style that a paragraph style brings with it."""
        for style in self._chain("paragraph", paragraph_style):
            if (said := style.get(STYLE + "list-style-name")) is not None:
                return said or None
        return None

    def fill(self, family: str, name: str | None) -> str | None:
        """The background of a 'table-cell' or 'table-row' style as '#rrggbb', or None."""
        said = self.stated(family, name, f"{family}-properties", FO + "background-color") or ""
        return said.lower() if _COLOUR.fullmatch(said) else None

    def breaks(self, family: str, name: str | None, side: str) -> bool:
        """Whether a 'paragraph' or 'table' style begins ('before') or ends ('after') a page."""
        if self.stated(family, name, f"{family}-properties", f"{FO}break-{side}") == "page":
            return True
        style = self._styles.get((family, name or ""))
        return side == "before" and style is not None and bool(style.get(STYLE + "master-page-name"))

    def _setting(self, family: str, name: str | None) -> Setting:
        found = UNSET
        for style in self._chain(family, name):
            found = found.over(_said(style))
        default = self._defaults.get(family)
        return found if default is None else found.over(_said(default))

    def _heading_level(self, name: str | None) -> int:
        """The heading level of a paragraph style from 1, or 0. A title stands at level 1."""
        for style in self._chain("paragraph", name):
            if (outline := whole(style.get(STYLE + "default-outline-level"))) is not None:
                return min(max(outline, 0), 10)
            for name_ in (style.get(STYLE + "name"), style.get(STYLE + "parent-style-name")):
                if level := _level_by_name(name_ or ""):
                    return level
        return _level_by_name(name or "")


def _level_by_name(name: str) -> int:
    found = _HEADING.fullmatch(name)
    return 1 if name == "Title" else int(found[1]) if found else 0


def _said(style: Element) -> Setting:
    properties = style.find(STYLE + "text-properties")
    if properties is None:
        return UNSET
    weight, slant = properties.get(FO + "font-weight"), properties.get(FO + "font-style")
    line = properties.get(STYLE + "text-line-through-style")
    return Setting(
        bold=None if weight is None else weight == "bold" or (whole(weight) or 0) >= 600,
        italic=None if slant is None else slant in ("italic", "oblique"),
        struck=None if line is None else line != "none",
        colour=_ink(properties),
        size=points(properties.get(FO + "font-size")),
    )


def _ink(properties: Element) -> str | None:
    """A text colour; black and the automatic colour are the usual ink and give the empty string."""
    if properties.get(STYLE + "use-window-font-color") == "true":
        return ""
    said = properties.get(FO + "color")
    if said is None:
        return None
    return said.lower() if _COLOUR.fullmatch(said) and said != "#000000" else ""


def style_name(element: Element) -> str | None:
    """The style a text element names."""
    return element.get(TEXT + "style-name")
