"""Zip packages of XML parts (Word, OpenDocument), opened so that nothing is fetched or expanded."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from turntide.documents.refusals import Reason, Refusal

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, LookupError)
_STRICT = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/([\w/]+)""")
_TRANSITIONAL = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}


def damaged(what: str) -> Refusal:
    """The refusal of a file that cannot be made out; ``what`` names the fault, as the end of a clause."""
    return Refusal(
        Reason.DAMAGED,
        f"The file is damaged ({what}): open it in its own program, save it again and read that.",
    )


def unsafe(what: str) -> Refusal:
    """The refusal of a file that no word processor writes; ``what`` says what it holds."""
    return Refusal(
        Reason.UNSAFE,
        f"The file {what}, which is not safe to read: save it again in a word processor and read that.",
    )


class Archive:
    """A zip package and its parts, each parsed when it is asked for.

    Raises Refusal: DAMAGED where the zip or a part's XML cannot be made out, ENCRYPTED where a part needs a
    password, UNSAFE where a part declares a document type or is nested beyond reason.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _BROKEN as error:
            raise damaged("it is not a whole zip package") from error
        self._parts = {name.lstrip("/").lower(): name for name in self._zip.namelist()}

    def __contains__(self, path: str) -> bool:
        return path.lower() in self._parts

    def data(self, path: str) -> bytes | None:
        """A part's bytes, or None where the package has no such part. Part names know no capitals."""
        name = self._parts.get(path.lower())
        if name is None:
            return None
        try:
            return self._zip.read(name)
        except RuntimeError as error:
            raise _locked_or_damaged(path, error) from error
        except _BROKEN as error:
            raise damaged(f"its part {path} cannot be unpacked") from error

    def xml(self, path: str, blanks: str | None = None) -> etree._Element | None:
        """A part's root element (see `parsed`), or None where the package has no such part."""
        data = self.data(path)
        return None if data is None else parsed(data, path, blanks)


def _locked_or_damaged(path: str, error: RuntimeError) -> Refusal:
    """Zip gives the same error class for a password and for a method it does not know."""
    if "password" not in str(error):
        return damaged(f"its part {path} cannot be unpacked")
    return Refusal(Reason.ENCRYPTED, "The file is locked with a password: save it without one and read that.")


def parsed(data: bytes, what: str, blanks: str | None = None) -> etree._Element:
    """Parse XML without entities, document types or network.

    Elements named ``blanks`` that hold nothing at all are dropped on the way, so that millions of empty
    paragraphs never stand in memory. The strict variant's namespaces become the transitional ones.
    """
    if b"purl.oclc.org/ooxml" in data:
        data = _STRICT.sub(
            lambda found: found[1] + _TRANSITIONAL.get(found[2], found[0][len(found[1]) :]), data
        )
    try:
        root = _without_blanks(data, blanks) if blanks else etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise _unparsed(what, error) from error
    docinfo = root.getroottree().docinfo
    if docinfo.internalDTD is not None or docinfo.externalDTD is not None:
        raise unsafe("declares a document type in its XML")
    return root


def _transitional(declared: re.Match[bytes]) -> bytes:
    """A namespace declaration of the strict variant, as the transitional one; any other as it is."""
    name = _TRANSITIONAL.get(declared[2])
    return declared[0] if name is None else declared[1] + name


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _without_blanks(data: bytes, blanks: str) -> etree._Element:
    walk = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag=blanks,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for blank in _finished_blanks(walk):
        parent = blank.getparent()
        if parent is not None:
            parent.remove(blank)
    root: etree._Element | None = walk.root
    if root is None:
        raise damaged("a part is empty")
    return root


def _finished_blanks(walk: Iterator[tuple[str, etree._Element]]) -> Iterator[etree._Element]:
    """Each empty element, given once the next one is complete: the parser still holds the newest."""
    last: etree._Element | None = None
    for _, element in walk:
        if last is not None:
            yield last
        last = element if len(element) == 0 and not element.text else None


def _unparsed(what: str, error: etree.XMLSyntaxError) -> Refusal:
    message = str(error)
    if "XML_PARSE_HUGE" in message or "depth" in message.lower():
        return unsafe("nests its parts or swells one text beyond any real document")
    return damaged(f"its part {what} is not whole XML")
