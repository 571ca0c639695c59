"""Word files (.docx, .docm): everything that stands in them, in reading order, as a `Document`."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.documents.document import Document, Layout
from turntide.documents.packages import damaged, unsafe
from turntide.documents.typesetting.flow import Pour
from turntide.documents.word.margins import Margins
from turntide.documents.word.names import W
from turntide.documents.word.numbering import Numbering
from turntide.documents.word.package import Package
from turntide.documents.word.story import Story
from turntide.documents.word.styles import Styles

_UNREAD = {
    "vbaProject": "The document holds macros; they were not run.",
    "chart": "The document holds a chart, whose words were not read.",
    "diagramData": "The document holds a diagram, whose words were not read.",
    "oleObject": "The document holds an embedded object, whose words were not read.",
    "package": "The document holds an embedded file, whose words were not read.",
    "subDocument": "The document is made of other files, whose words were not read.",
}


def lay_out(content: bytes, name: str) -> Document:
    """Read a Word file's bytes. Raises Refusal: DAMAGED, ENCRYPTED or UNSAFE, each with what to do."""
    try:
        return _laid_out(Package(content), Layout(name, "docx", content))
    except RecursionError as error:
        raise unsafe("nests its parts deeper than any real document") from error


def _laid_out(package: Package, layout: Layout) -> Document:
    styles = Styles(package.part("styles"))
    margins = Margins(package, styles)
    pour = Pour(layout)
    pour.asides(dict.fromkeys(margins.running("header")))
    body = package.document().find(W + "body")
    if body is None:
        raise damaged("its main text is missing")
    story = Story(styles, Numbering(package.part("numbering")), margins.anchored)
    pour.flow(story.flow(body))
    pour.asides(margins.left())
    pour.asides(dict.fromkeys(margins.running("footer")))
    for doubt in _doubts(package, story):
        layout.doubt(doubt)
    return pour.document()


def _doubts(package: Package, story: Story) -> Iterator[str]:
    """What a person should know of how the file was read."""
    yield from (sentence for kind, sentence in _UNREAD.items() if kind in package.kinds)
    if story.foreign:
        yield "The document has another file set into it, whose words were not read."
    if story.tracked:
        yield "Tracked changes are not settled: insertions were read as text, deletions as deleted."
    if story.hidden:
        yield "The document has hidden text, which was read with the rest."
