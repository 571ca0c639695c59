"""Words as runs of a Word paragraph: text with its weight, its links, its footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from turntide.web.reporting.printing.looks import sign, tone
from turntide.web.reporting.printing.word.desk import Desk
from turntide.web.reporting.printing.wording import may_be_opened, printable
from turntide.web.reporting.rules.paper import Cell, Piece

_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def text(words: str) -> str:
    """Words as a run holds them; lines and tabs as Word's own."""
    said = escape(printable(words), quote=False)
    for sign_, element in _BREAKS.items():
        said = said.replace(sign_, f'</w:t>{element}<w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{said}</w:t>'


def attribute(words: str) -> str:
    """Words as an attribute holds them."""
    return escape(printable(words).replace("\n", " "))


def run(words: str, look: str = "") -> str:
    """One run. ``look`` is what stands in its w:rPr."""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{text(words)}</w:r>" if words else ""


def pieces(desk: Desk, words: Iterable[Piece], look: str = "") -> str:
    """Words with all they carry."""
    return "".join(_piece(desk, piece, look) for piece in words)


def status(desk: Desk, cell: Cell) -> str:
    """A status: the sign of its shape and its words, on the ground of its tone."""
    ink, ground = tone(cell.tone)
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground.upper()}"/>'
    look = f'<w:b/><w:bCs/><w:color w:val="{ink.upper()}"/>{shaded}'
    before = f"\u00a0{sign(cell.shape)}\u00a0" if sign(cell.shape) else "\u00a0"
    return run(before, look) + pieces(desk, cell.words, look) + run("\u00a0", look)


def to_place(desk: Desk, anchor: str, inner: str) -> str:
    """Runs that lead to a place of the paper; as they are where the paper has no such place."""
    mark = desk.bookmark(anchor)
    return f'<w:hyperlink w:anchor="{mark}" w:history="1">{inner}</w:hyperlink>' if mark and inner else inner


def found_at(desk: Desk, anchor: str, inner: str) -> str:
    """Runs that can be led to."""
    mark = desk.bookmark(anchor)
    return bookmarked(desk, mark, inner) if mark and desk.is_first(mark) else inner


def bookmarked(desk: Desk, name: str, inner: str) -> str:
    """Runs within a bookmark."""
    number = desk.count("bookmark")
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def _piece(desk: Desk, piece: Piece, look: str) -> str:
    weight = "<w:b/><w:bCs/>" if piece.strong and "<w:b/>" not in look else ""
    if piece.url and may_be_opened(piece.url) and not desk.bookmark(piece.anchor):
        style = f'<w:rStyle w:val="{desk.styles["Hyperlink"]}"/>'
        inner = run(piece.words, style + weight + look)
        said = f'<w:hyperlink r:id="{desk.address(piece.url)}" w:history="1">{inner}</w:hyperlink>'
    else:
        said = to_place(desk, piece.anchor, run(piece.words, weight + look))
    return said + _note(desk, piece.note)


def _note(desk: Desk, number: int) -> str:
    """The mark of a footnote: the footnote itself where it is first cited, afterwards a reference to it.

    On a paper of one page it leads to the notes at the end, which stand closer than Word's footnotes.
    """
    if number not in desk.layout.notes:
        return ""
    style = f'<w:rStyle w:val="{desk.styles["FootnoteReference"]}"/>'
    if desk.layout.paper.one_page:
        return f'<w:hyperlink w:anchor="list_{number}" w:history="1">{run(str(number), style)}</w:hyperlink>'
    look, name = f"<w:rPr>{style}</w:rPr>", f"note_{number}"
    if not desk.is_first(name):
        return _field(f" NOTEREF {name} \\h ", str(number), look)
    own = "" if desk.layout.numbered_as_met else ' w:customMarkFollows="1"'
    mark = f"<w:t>{number}</w:t>" if own else ""
    return bookmarked(desk, name, f'<w:r>{look}<w:footnoteReference{own} w:id="{number}"/>{mark}</w:r>')


def _field(instruction: str, shown: str, look: str = "") -> str:
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve">{instruction}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{look}{part}</w:r>" for part in parts)


def page_number() -> str:
    """The number of the page."""
    return _field(" PAGE ", "1")
