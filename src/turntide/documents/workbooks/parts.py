"""The parts of an Excel workbook: which sheets it has, and what belongs to each."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from turntide.documents.packages import Archive, damaged, parsed, unsafe
from turntide.documents.refusals import Reason, Refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_HIDDEN = {"hidden", "veryHidden"}


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship from one part to another: the last word of its type ('comments'), and the part."""

    id: str
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it."""

    name: str
    path: str
    hidden: bool


def open_workbook(content: bytes) -> Archive:
    """Open the package. Raises Refusal ENCRYPTED, WRONG_NAME (an old .xls inside) or DAMAGED."""
    if content.startswith(OLE) and _LOCKED_STREAM in content:
        raise Refusal(
            Reason.ENCRYPTED, "The workbook is locked with a password: save it without one and read that."
        )
    if content.startswith(OLE):
        raise Refusal(
            Reason.WRONG_NAME, "This is an old Excel workbook under a newer name: rename it to end in .xls."
        )
    return Archive(content)


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its local name: the strict variant of the format has namespaces of its own."""
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}" + name)), None)


def links_of(archive: Archive, path: str) -> list[Link]:
    """What a part points at within the package; '' stands for the package itself."""
    folder, base = posixpath.split(path)
    root = archive.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    if root is None:
        return []
    return [
        Link(
            link.get("Id", ""),
            link.get("Type", "").rsplit("/", 1)[-1],
            _resolved(folder, link.get("Target", "")),
        )
        for link in root.iter("{*}Relationship")
        if link.get("TargetMode") != "External"
    ]


def _resolved(folder: str, target: str) -> str:
    whole = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(whole).lstrip("/")


def main_part(archive: Archive) -> str:
    """The workbook part. Raises Refusal DAMAGED where there is none."""
    path = next(
        (link.path for link in links_of(archive, "") if link.kind == "officeDocument"), "xl/workbook.xml"
    )
    if path not in archive:
        raise damaged("it holds no workbook")
    return path


def sheets_of(workbook: etree._Element, links: list[Link]) -> list[SheetPart]:
    """The worksheets in the order of their tabs; sheets that are a chart have no cells and are left out."""
    targets = {link.id: link for link in links}
    found = []
    for sheet in workbook.iter("{*}sheet"):
        link = targets.get(attribute(sheet, "id") or "")
        if link is not None and link.kind == "worksheet":
            found.append(SheetPart(sheet.get("name", ""), link.path, sheet.get("state") in _HIDDEN))
    return found


def elements(data: bytes, path: str, *tags: str) -> Iterator[etree._Element]:
    """The elements of these local names as they end, each let go of after use, so that memory stays small."""
    if b"<!DOCTYPE" in data:
        raise unsafe("declares a document type in its XML")
    walk = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag=[f"{{*}}{tag}" for tag in tags],
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in walk:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        parsed(data, path)  # says in plain words what is wrong with it
        raise damaged(f"its part {path} is not whole XML") from error
