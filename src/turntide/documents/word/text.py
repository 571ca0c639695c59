"""The words within a Word paragraph: runs, fields, tracked changes, symbols, and what is anchored in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from turntide.documents.typesetting.pieces import PLAIN, Looks, Piece
from turntide.documents.word.forms import form_value
from turntide.documents.word.names import (
    ALTERNATIVES,
    GONE,
    VML,
    Element,
    M,
    W,
    chosen,
    switched,
)
from turntide.documents.word.styles import Styles, setting_of, style_of
from turntide.documents.word.symbols import in_unicode, is_symbol_font

_TEXT = frozenset((W + "t", W + "delText", M + "t"))
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SILENT = frozenset(
    W + name
    for name in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "instrText",
        "delInstrText",
        "softHyphen",
        "rubyPr",
        "fldData",
    )
)
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_COMMENTS = frozenset((W + "commentReference", W + "commentRangeStart"))
_UNSEEN = dict.fromkeys(map(ord, "\n\r\t"), " ") | {0xAD: None}
"""White space within a text element is one space; a soft hyphen is only a place where a word may be cut."""


@dataclass(slots=True)
class Words:
    """What a paragraph's walk found; ``anchored`` are (part, id) of comments and notes, in order.

    ``size`` is the type size, in points, that the first worded run to state one states.
    """

    pieces: list[Piece] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    anchored: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    breaks_before: bool = False
    breaks_after: bool = False
    hidden: bool = False
    size: float | None = None


def words_of(paragraph: Element, styles: Styles) -> Words:
    """Walk a paragraph once, in order."""
    walk = _Walk(styles, style_of(paragraph.find(W + "pPr"), "pStyle"))
    walk.element(paragraph, PLAIN, gone=False)
    return walk.finished()


class _Walk:
    def __init__(self, styles: Styles, style: str | None) -> None:
        self._styles = styles
        self._style = style
        self._font = ""
        self._size: float | None = None
        self._fields: list[bool] = []
        self._code: list[Piece] = []
        self._in_deletion = False
        self._found = Words()

    def element(self, parent: Element, looks: Looks, gone: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag in _TEXT:
                self._say((child.text or "").translate(_UNSEEN), looks, gone)
            elif tag == W + "r":
                self._run(child, gone)
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], looks, gone)
            elif tag in _HANDLERS:
                _HANDLERS[tag](self, child, looks, gone)
            elif tag not in _SILENT:
                self.element(child, looks, gone or tag in GONE)

    def finished(self) -> Words:
        """A field that never ends hides nothing: what was taken for its code is given back."""
        if any(self._fields):
            self._found.pieces += self._code
        return self._found

    def _run(self, run: Element, gone: bool) -> None:
        properties = run.find(W + "rPr")
        direct = setting_of(properties)
        looks = self._styles.looks(self._style, style_of(properties, "rStyle"), direct._replace(size=None))
        self._font = _symbol_font(properties)
        self._size = direct.size
        self._found.hidden |= switched(properties, "vanish") or False
        self.element(run, looks, gone)
        self._font = ""

    def _say(self, text: str, looks: Looks, gone: bool) -> None:
        if not text:
            return
        if self._font:
            text = in_unicode(text, self._font)
        if gone:
            self._delete(text)
        elif any(self._fields):
            self._code.append(Piece(text, looks))
        else:
            self._in_deletion = False
            self._found.size = self._found.size or (self._size if text.strip() else None)
            self._found.pieces.append(Piece(text, looks))

    def _delete(self, text: str) -> None:
        if self._in_deletion:
            self._found.deleted[-1] += text
        else:
            self._found.deleted.append(text)
        self._in_deletion = True

    def _break(self, element: Element, looks: Looks, gone: bool) -> None:
        if element.get(W + "type") == "page":
            self._page_break(element, looks, gone)
        self._say("\n", looks, gone)

    def _page_break(self, _element: Element, _looks: Looks, _gone: bool) -> None:
        if any(piece.text.strip() for piece in self._found.pieces):
            self._found.breaks_after = True
        else:
            self._found.breaks_before = True

    def _symbol(self, element: Element, looks: Looks, gone: bool) -> None:
        code = element.get(W + "char") or ""
        try:
            sign = chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        self._say(in_unicode(sign, element.get(W + "font") or ""), looks, gone)

    def _field(self, element: Element, looks: Looks, gone: bool) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._say(form_value(element), looks, gone)
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()
        if not self._fields:
            self._code.clear()

    def _note(self, element: Element, _looks: Looks, _gone: bool) -> None:
        self._anchor(_NOTES[element.tag], element.get(W + "id"))

    def _comment(self, element: Element, _looks: Looks, _gone: bool) -> None:
        self._anchor("comments", element.get(W + "id"))

    def _anchor(self, part: str, name: str | None) -> None:
        if name is not None:
            self._found.anchored.append((part, name))

    def _alternatives(self, element: Element, looks: Looks, gone: bool) -> None:
        branch = chosen(element)
        if branch is not None:
            self.element(branch, looks, gone)

    def _box(self, element: Element, _looks: Looks, _gone: bool) -> None:
        self._found.boxes.append(element)

    def _word_art(self, element: Element, looks: Looks, gone: bool) -> None:
        self._say(f" {element.get('string') or ''} ", looks, gone)


_HANDLERS: dict[str, Callable[[_Walk, Element, Looks, bool], None]] = {
    W + "br": _Walk._break,
    W + "lastRenderedPageBreak": _Walk._page_break,
    W + "sym": _Walk._symbol,
    W + "fldChar": _Walk._field,
    W + "txbxContent": _Walk._box,
    VML + "textpath": _Walk._word_art,
    ALTERNATIVES: _Walk._alternatives,
    **dict.fromkeys(_NOTES, _Walk._note),
    **dict.fromkeys(_COMMENTS, _Walk._comment),
}


def _symbol_font(properties: Element | None) -> str:
    fonts = None if properties is None else properties.find(W + "rFonts")
    font = "" if fonts is None else fonts.get(W + "ascii") or ""
    return font if is_symbol_font(font) else ""
