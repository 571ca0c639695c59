"""Web pages: headings, paragraphs, lists and tables as a browser shows them."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from turntide.documents.charsets import decoded
from turntide.documents.document import Document, Layout, Role
from turntide.documents.refusals import Reason, Refusal
from turntide.documents.webpages.page import Page
from turntide.documents.webpages.parts import HEADINGS
from turntide.documents.webpages.setting import Setting
from turntide.documents.webpages.style import Styles

DEEPEST = 200
"""Elements within elements beyond this depth are refused; hand-made pages stay under 50."""
TOO_DEEP = "The page nests its parts more than {deepest} deep: save it again from a browser and read that."

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def lay_out(content: bytes, name: str) -> Document:
    """Lay out a web page. Raises Refusal UNSAFE where its elements are nested beyond reason."""
    layout = Layout(name, "html", content)
    declared = _DECLARED.search(content[:4096])
    text, doubt = decoded(content, declared[1].decode("ascii") if declared else None)
    if doubt:
        layout.doubt(doubt)
    lay_out_page(text, layout)
    return layout.document()


def lay_out_page(text: str, layout: Layout, label_attribute: str | None = None) -> None:
    """Add a page's blocks to a layout. A list item that has the label attribute takes its label from it."""
    root = _root(text)
    if root is None:
        return
    _refuse_depth(root)
    _lay_out_title(root, layout)
    page = Page(layout, Styles(root), label_attribute)
    page.walk(root, Setting())
    page.flush()


def _root(text: str) -> etree._Element | None:
    """The parsed page; None where there is nothing in it but comments."""
    if not text.strip():
        return None
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def _refuse_depth(root: etree._Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise Refusal(Reason.UNSAFE, TOO_DEEP.format(deepest=DEEPEST))


def _lay_out_title(root: etree._Element, layout: Layout) -> None:
    """The window's title says something of its own only where no heading says it."""
    titles = [_plain(title) for title in root.iter("title") if next(title.iterancestors("svg"), None) is None]
    headings = [_plain(heading).casefold() for heading in root.iter(*HEADINGS)]
    for title in titles:
        if not any(title.casefold() in heading for heading in headings):
            layout.paragraph(title, role=Role.RUNNING)


def _plain(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
