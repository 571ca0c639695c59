"""What an HTML element's tag and styles say of how it is set."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from turntide.documents.typesetting import colours
from turntide.documents.typesetting.pieces import Looks

Declarations = Mapping[str, str]
NOTHING: Declarations = {}

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"(?:^|\s|[a-z0-9])\.([\w-]+)$", re.IGNORECASE)
_BOLD = {"b", "strong"}
_ITALIC = {"i", "em", "cite", "dfn", "var"}
_STRUCK = {"s", "strike", "del"}


def declarations_in(wording: str) -> dict[str, str]:
    """The properties of 'color: red; display: none'."""
    pairs = (part.partition(":") for part in wording.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, colon, value in pairs if colon}


class Styles:
    """A page's own style rules, as far as they go by class, and every element's inline style."""

    def __init__(self, root: etree._Element) -> None:
        self._classes: dict[str, dict[str, str]] = {}
        for sheet in root.iter("style"):
            for selectors, body in _RULE.findall(_COMMENT.sub(" ", sheet.text or "")):
                self._add(selectors, declarations_in(body))

    def _add(self, selectors: str, declared: dict[str, str]) -> None:
        for selector in selectors.split(","):
            if found := _CLASS.search(selector.strip()):
                self._classes[found[1]] = self._classes.get(found[1], {}) | declared

    def of(self, element: etree._Element) -> Declarations:
        """What is declared for an element; inline style comes over its classes."""
        classes, inline = element.get("class"), element.get("style")
        if not classes and not inline:
            return NOTHING
        declared: dict[str, str] = {}
        for name in (classes or "").split():
            declared |= self._classes.get(name, {})
        return declared | declarations_in(inline or "")


def looks_of(element: etree._Element, tag: str, declared: Declarations, around: Looks) -> Looks:
    """How an element's text is set, within looks it takes over from around it."""
    looks = around
    if tag in _BOLD:
        looks = looks._replace(bold=True)
    elif tag in _ITALIC:
        looks = looks._replace(italic=True)
    elif tag in _STRUCK:
        looks = looks._replace(struck=True)
    elif tag == "font" and (colour := colours.from_css(element.get("color") or "")):
        looks = looks._replace(colour=_unless_black(colour))
    return _styled(looks, declared) if declared else looks


def _styled(looks: Looks, declared: Declarations) -> Looks:
    if weight := declared.get("font-weight"):
        looks = looks._replace(bold=weight in ("bold", "bolder", "600", "700", "800", "900"))
    if slope := declared.get("font-style"):
        looks = looks._replace(italic=slope in ("italic", "oblique"))
    lines = f"{declared.get('text-decoration', '')} {declared.get('text-decoration-line', '')}"
    if "line-through" in lines:
        looks = looks._replace(struck=True)
    if colour := colours.from_css(declared.get("color", "")):
        looks = looks._replace(colour=_unless_black(colour))
    return looks


def _unless_black(colour: str) -> str:
    return "" if colour == "#000000" else colour


def fill_of(element: etree._Element, declared: Declarations) -> str | None:
    """An element's own background colour."""
    for wording in (declared.get("background-color"), declared.get("background"), element.get("bgcolor")):
        if wording and (colour := colours.from_css(wording)):
            return colour
    return None


def is_hidden(element: etree._Element, declared: Declarations) -> bool:
    """Whether a browser would not show the element."""
    hidden = declared.get("display") == "none" or declared.get("visibility") == "hidden"
    return hidden or element.get("hidden") is not None
