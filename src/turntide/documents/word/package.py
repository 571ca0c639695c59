"""The parts of a Word file and how they are tied together (Open Packaging Conventions, ECMA-376 part 2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from posixpath import basename, dirname, join, normpath

from turntide.documents.packages import Archive, damaged
from turntide.documents.word.names import Element, W

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie from one part to another; ``kind`` is the last word of its type ('styles', 'header')."""

    kind: str
    target: str


class Package:
    """A Word file's main text and the parts it refers to. Raises Refusal as `Archive` does."""

    def __init__(self, content: bytes) -> None:
        self._archive = Archive(content)
        self._main = self._main_part()
        self.relations = self._relations_of(self._main)

    def document(self) -> Element:
        """The main text's root. Raises Refusal (DAMAGED) where there is none."""
        root = self._archive.xml(self._main, blanks=W + "p")
        if root is None or root.tag != W + "document":
            raise damaged("its main text is missing")
        return root

    def part(self, kind: str) -> Element | None:
        """The root of the one part of this kind ('styles'), or None."""
        return next(iter(self.parts(kind)), None)

    def parts(self, kind: str) -> list[Element]:
        """The roots of all parts of this kind, in the order the file names them."""
        targets = dict.fromkeys(relation.target for relation in self.relations if relation.kind == kind)
        found = (self._archive.xml(target, blanks=W + "p") for target in targets)
        return [root for root in found if root is not None]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of part the main text refers to."""
        return frozenset(relation.kind for relation in self.relations)

    def _main_part(self) -> str:
        relations = self._relations_of("")
        named = next((one.target for one in relations if one.kind == "officeDocument"), None)
        return named if named is not None and named in self._archive else "word/document.xml"

    def _relations_of(self, part: str) -> tuple[Relation, ...]:
        root = self._archive.xml(join(dirname(part), "_rels", f"{basename(part)}.rels"))
        if root is None:
            return ()
        return tuple(
            Relation(
                (element.get("Type") or "").rpartition("/")[2], _resolved(element.get("Target") or "", part)
            )
            for element in root.iter(_RELATIONS)
            if element.get("TargetMode") != "External"
        )


def _last_word(kind: str) -> str:
    """The strict and the transitional types of a relation end alike."""
    return kind.rpartition("/")[2]


def _resolved(target: str, part: str) -> str:
    """A target as a path from the package's root; a leading slash means it already is one."""
    return normpath(join("/", dirname(part), target)).lstrip("/")
