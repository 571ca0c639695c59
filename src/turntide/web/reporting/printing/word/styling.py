"""Our styles in a place's own document: its own where it has one of the name, ours where it has none."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from turntide.web.reporting.printing.word import handwritten

_LEADING = ("basedOn", "next", "link")


@cache
def our_styles() -> tuple[str, ...]:
    """The names by which we know our styles."""
    return tuple(style.get(qn("w:styleId")) for style in _ours())


def mapped(document: Document) -> dict[str, str]:
    """What each of our styles is called in this document, to which those that it lacks are added."""
    theirs = {
        _name(style): str(style.get(qn("w:styleId")))
        for style in document.styles.element.findall(qn("w:style"))
    }
    names = {str(style.get(qn("w:styleId"))): _name(style) for style in _ours()}
    taken = set(theirs.values())
    called = {ours: theirs.get(name) or _free(ours, taken) for ours, name in names.items()}
    for style in _ours():
        if _name(style) not in theirs:
            document.styles.element.append(_adapted(style, called))
    return called


def _ours() -> list[Any]:
    return list(handwritten.part("styles").findall(qn("w:style")))


def _name(style: Any) -> tuple[str, str]:
    named = style.find(qn("w:name"))
    return str(style.get(qn("w:type"))), "" if named is None else str(named.get(qn("w:val"))).casefold()


def _free(name: str, taken: set[str]) -> str:
    return f"{name}OfPaper" if name in taken else name


def _adapted(style: Any, called: dict[str, str]) -> Any:
    """Our style under the names of their document; never the usual one of its kind."""
    copy = deepcopy(style)
    copy.set(qn("w:styleId"), called[str(style.get(qn("w:styleId")))])
    copy.attrib.pop(qn("w:default"), None)
    for leading in _LEADING:
        for element in copy.findall(qn(f"w:{leading}")):
            element.set(qn("w:val"), called[str(element.get(qn("w:val")))])
    return copy
