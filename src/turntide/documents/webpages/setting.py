"""What an element of a web page takes over from the elements around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from turntide.documents.document import Role
from turntide.documents.typesetting.pieces import PLAIN, Looks
from turntide.documents.webpages.style import Declarations, looks_of

LISTS = {"ul", "ol", "menu", "dir"}

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BORDERS = {"header", "footer", "nav"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What an element takes over from the elements around it; ``border`` is the page border it lies in."""

    looks: Looks = PLAIN
    role: Role = Role.TEXT
    level: int = 0
    depth: int = 0
    as_is: bool = False
    border: str = ""


def setting_of(element: etree._Element, kind: str, declared: Declarations, around: Setting) -> Setting:
    """The setting within an element."""
    looks = looks_of(element, kind, declared, around.looks)
    as_is = is_as_is(declared, around.as_is or kind in ("pre", "textarea"))
    at = replace(around, looks=looks, as_is=as_is)
    if kind in _BORDERS:
        return replace(at, role=Role.RUNNING, border=kind)
    if kind in _HEADINGS and around.border in ("", "header"):
        return replace(at, role=Role.HEADING, level=_HEADINGS[kind])
    if kind == "summary" and not around.border and (level := _over_what_it_opens(element)):
        return replace(at, role=Role.HEADING, level=level)
    return replace(at, depth=around.depth + 1) if kind in LISTS else at


def _over_what_it_opens(summary: etree._Element) -> int:
    """The level of the line that opens a folded part: just over the headings in that part; 0 where it has none."""
    folded = summary.getparent()
    inner = [] if folded is None else [_HEADINGS[str(each.tag)] for each in folded.iter(*_HEADINGS)]
    return max(1, min(inner) - 1) if inner else 0


def is_as_is(declared: Declarations, otherwise: bool) -> bool:
    """Whether line ends and runs of spaces in the source are shown."""
    wording = declared.get("white-space")
    return wording.startswith(("pre", "break-spaces")) if wording else otherwise
