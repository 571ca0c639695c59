"""The names of WordprocessingML that the reader knows, and how their values are read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"

VAL = W + "val"
ALTERNATIVES = MC + "AlternateContent"
WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveTo", "moveFrom")
)
"""Elements that stand between a container and its blocks, rows or cells without being one."""

GONE = frozenset((W + "del", W + "moveFrom"))
"""Wrappers of what a tracked change takes away."""


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child element, or None."""
    if parent is None:
        return None
    child = parent.find(W + name)
    return None if child is None else child.get(VAL)


def number(parent: Element | None, name: str) -> int | None:
    """The ``w:val`` of a child element as a whole number, or None where it is none."""
    return whole(value(parent, name))


def whole(text: str | None) -> int | None:
    """A whole number, or None for anything else."""
    try:
        return int(text or "")
    except ValueError:
        return None


def switched(parent: Element | None, name: str) -> bool | None:
    """An on/off property: None where it is not said; present without a value means on."""
    child = None if parent is None else parent.find(W + name)
    if child is None:
        return None
    return is_on(child.get(VAL))


def is_on(said: str | None) -> bool:
    """What an on/off property's value means; none at all means on."""
    return said is None or said.lower() not in ("0", "false", "off", "none")


def colour(text: str | None) -> str | None:
    """A colour as '#rrggbb', or None for 'auto' and what is no colour."""
    if text is None or len(text) != 6:
        return None
    try:
        return f"#{int(text, 16):06x}"
    except ValueError:
        return None


def chosen(alternatives: Element) -> Element | None:
    """The one branch of a compatibility block to read: the first choice with words, else the fallback."""
    branches = [branch for branch in alternatives if branch.tag in (MC + "Choice", MC + "Fallback")]
    worded = (branch for branch in branches if next(branch.iter(W + "t", VML + "textpath"), None) is not None)
    return next(worded, branches[0] if branches else None)


def within(container: Element, *tags: str) -> Iterator[tuple[Element, bool]]:
    """The children of these names, wrappers looked through, each with whether a change takes it away."""
    waiting = [(iter(container), False)]
    while waiting:
        children, gone = waiting[-1]
        child = next(children, None)
        if child is None:
            waiting.pop()
        elif child.tag in tags:
            yield child, gone
        elif child.tag in WRAPPERS:
            waiting.append((iter(child), gone or child.tag in GONE))
        elif child.tag == ALTERNATIVES and (branch := chosen(child)) is not None:
            waiting.append((iter(branch), gone))
