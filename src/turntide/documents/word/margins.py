"""What a Word file keeps beside its body: comments, footnotes, endnotes, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.documents.document import Role
from turntide.documents.typesetting.flow import Aside, asides_of, lines_of, text_of
from turntide.documents.typesetting.pieces import plain
from turntide.documents.word.names import Element, W
from turntide.documents.word.numbering import Numbering
from turntide.documents.word.package import Package
from turntide.documents.word.story import Story
from turntide.documents.word.styles import Styles

_PARTS = {
    "comments": (W + "comment", Role.COMMENT),
    "footnotes": (W + "footnote", Role.FOOTNOTE),
    "endnotes": (W + "endnote", Role.FOOTNOTE),
}


class Margins:
    """Comments and notes, each given once: where it is anchored, or among those left at the end."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles
        self._waiting = {
            (part, element.get(W + "id") or ""): (element, role)
            for part, (tag, role) in _PARTS.items()
            for root in package.parts(part)
            for element in root.iter(tag)
            if element.get(W + "type") in (None, "normal")
        }

    def anchored(self, part: str, name: str) -> tuple[Aside, ...]:
        """The comment or note of this id and what hangs on it; nothing the second time."""
        element, role = self._waiting.pop((part, name), (None, Role.TEXT))
        return () if element is None else self._read(element, role)

    def left(self) -> Iterator[Aside]:
        """Comments and notes that nothing in the body points at."""
        for part, name in tuple(self._waiting):
            yield from self.anchored(part, name)

    def running(self, part: str) -> Iterator[Aside]:
        """Each line of the headers ('header') or footers ('footer')."""
        for root in self._package.parts(part):
            flow = list(self._story().flow(root))
            yield from (Aside(Role.RUNNING, plain(line)) for line in lines_of(flow))
            yield from asides_of(flow)

    def _read(self, element: Element, role: Role) -> tuple[Aside, ...]:
        flow = list(self._story().flow(element))
        return (Aside(role, text_of(flow)), *asides_of(flow))

    def _story(self) -> Story:
        """Lists in the margins count apart from the body's."""
        return Story(self._styles, Numbering(self._package.part("numbering")), self.anchored)
