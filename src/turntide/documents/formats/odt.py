"""OpenDocument text (.odt, flat .fodt): everything that stands in it, in order, as a `Document`."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.documents.document import Document, Layout, Role
from turntide.documents.opendocument.lists import Lists
from turntide.documents.opendocument.names import DRAW, OFFICE, PARAGRAPH, STYLE, TEXT, XML_ID, Element
from turntide.documents.opendocument.story import Deletions, OdtStory
from turntide.documents.opendocument.styles import OdtStyles
from turntide.documents.packages import Archive, damaged, parsed, unsafe
from turntide.documents.refusals import Reason, Refusal
from turntide.documents.typesetting.flow import Aside, Flow, Pour, asides_of, lines_of
from turntide.documents.typesetting.pieces import plain

_ZIP = b"PK"
_HEADERS = tuple(STYLE + name for name in ("header", "header-left", "header-first"))
_FOOTERS = tuple(STYLE + name for name in ("footer", "footer-left", "footer-first"))


def lay_out(content: bytes, name: str) -> Document:
    """Read an OpenDocument text's bytes. Raises Refusal: DAMAGED, ENCRYPTED or UNSAFE."""
    try:
        texts, styles = _parts(content)
        return _laid_out(texts, styles, Layout(name, "odt", content))
    except RecursionError as error:
        raise unsafe("nests its parts deeper than any real document") from error


def _parts(content: bytes) -> tuple[Element, Element | None]:
    """The root with the text and the root with the styles; in a flat file both are the same."""
    if not content.startswith(_ZIP):
        root = parsed(content, "text", blanks=PARAGRAPH)
        return root, root
    archive = Archive(content)
    if b"encryption-data" in (archive.data("META-INF/manifest.xml") or b""):
        advice = "save it without one and read that"
        raise Refusal(Reason.ENCRYPTED, f"The file is locked with a password: {advice}.")
    texts = archive.xml("content.xml", blanks=PARAGRAPH)
    if texts is None:
        raise damaged("its text is missing")
    return texts, archive.xml("styles.xml", blanks=PARAGRAPH)


def _laid_out(texts: Element, styles: Element | None, layout: Layout) -> Document:
    body = texts.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise damaged("it holds no text document")
    margins = _story(styles, styles, {})
    story = _story(styles, texts, _deletions(body))
    pour = Pour(layout)
    pour.asides(dict.fromkeys(_running(styles, margins, _HEADERS)))
    pour.flow(story.flow(body))
    pour.asides(story.left())
    pour.asides(dict.fromkeys(_running(styles, margins, _FOOTERS)))
    for doubt in _doubts(body, story):
        layout.doubt(doubt)
    return pour.document()


def _story(common: Element | None, own: Element | None, deletions: Deletions) -> OdtStory:
    """A story with the named styles of the file and the automatic ones of its own part."""
    named = None if common is None else common.find(OFFICE + "styles")
    automatic = None if own is None else own.find(OFFICE + "automatic-styles")
    containers = [container for container in (named, automatic) if container is not None]
    return OdtStory(OdtStyles(containers), Lists(containers), deletions)


def _deletions(body: Element) -> Deletions:
    regions = body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region")
    found = ((region, region.find(TEXT + "deletion")) for region in regions)
    return {
        region.get(TEXT + "id") or region.get(XML_ID) or "": deletion
        for region, deletion in found
        if deletion is not None
    }


def _running(styles: Element | None, story: OdtStory, kinds: tuple[str, ...]) -> Iterator[Aside]:
    """Each line of the headers or footers of the pages."""
    pages = None if styles is None else styles.find(OFFICE + "master-styles")
    for part in [] if pages is None else pages.iter(*kinds):
        flow: Flow = list(story.flow(part))
        yield from (Aside(Role.RUNNING, plain(line)) for line in lines_of(flow))
        yield from asides_of(flow)


def _doubts(body: Element, story: OdtStory) -> Iterator[str]:
    """What a person should know of how the file was read."""
    if next(body.iter(DRAW + "object", DRAW + "object-ole"), None) is not None:
        yield "The document holds a chart or an embedded object, whose words were not read."
    if body.find(f"{TEXT}tracked-changes/{TEXT}changed-region") is not None:
        yield "Tracked changes are not settled: insertions were read as text, deletions as deleted."
    if story.tables.cut:
        yield "A table repeats its cells many thousand times; only the first copies were read."
