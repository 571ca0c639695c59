"""What our own papers stand on: A4, our styles, the paper's title and state above each page, its number beneath."""

from __future__ import annotations

from typing import Any

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml

from turntide.web.reporting.printing.word import handwritten, runs
from turntide.web.reporting.printing.word.binding import NAMESPACES, Bound, turned
from turntide.web.reporting.printing.word.close import set_closely
from turntide.web.reporting.printing.word.numbering import Numbering
from turntide.web.reporting.printing.word.styling import our_styles
from turntide.web.reporting.rules.paper import Paper

_KEPT = {RT.STYLES, RT.SETTINGS, RT.NUMBERING, RT.FONT_TABLE, RT.THEME}
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134"'
    ' w:header="624" w:footer="567" w:gutter="0"/>'
)
_ONE_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="567" w:right="794" w:bottom="624" w:left="794"'
    ' w:header="340" w:footer="284" w:gutter="0"/>'
)
_TABS = '<w:tabs><w:tab w:val="clear" w:pos="9638"/><w:tab w:val="right" w:pos="{}"/></w:tabs>'


def bound(paper: Paper) -> Bound:
    """A new document for this paper."""
    document = docx.Document()
    _strip(document)
    for part, name in ((document.styles, "styles"), (document.settings, "settings")):
        _fill(part.element, name)
    if paper.one_page:
        set_closely(document.styles.element)
    _fill(document.part.numbering_part.element, "numbering")
    upright = _section(document, paper, "<w:titlePg/>")
    sideways = turned(_section(document, paper, "", tab=14570))
    styles = {style: style for style in our_styles()}
    return Bound(document, styles, upright, sideways, Numbering(document, 2).new_list)


def _strip(document: Document) -> None:
    """Without what the empty document of python-docx brings along."""
    for owner, kept in (
        (document.part, _KEPT),
        (document.part.package, {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES}),
    ):
        for name in [name for name, relation in owner.rels.items() if relation.reltype not in kept]:
            owner.rels.pop(name)


def _fill(element: Any, name: str) -> None:
    element[:] = list(handwritten.part(name))


def _section(document: Document, paper: Paper, more: str, tab: int = 0) -> Any:
    tabs = f"<w:pPr>{{}}{_TABS.format(tab)}</w:pPr>" if tab else "<w:pPr>{}</w:pPr>"
    head = runs.run(f"{paper.title}\t{paper.state}")
    foot = runs.run(f"\t{_('Page')} ") + runs.page_number()
    whole: Any = document.part
    header, above = whole.add_header_part()
    footer, below = whole.add_footer_part()
    for part, style, inner in ((header, "Header", head), (footer, "Footer", foot)):
        styled = tabs.format(f'<w:pStyle w:val="{style}"/>')
        part.element[:] = [parse_xml(f"<w:p {NAMESPACES}>{styled}{inner}</w:p>")]
    first = f'<w:footerReference w:type="first" r:id="{below}"/>' if more else ""
    usual = f'<w:headerReference w:type="default" r:id="{above}"/><w:footerReference w:type="default" r:id="{below}"/>'
    page = _ONE_PAGE if paper.one_page else _PAGE
    return parse_xml(f"<w:sectPr {NAMESPACES}>{usual}{first}{page}{more}</w:sectPr>")
