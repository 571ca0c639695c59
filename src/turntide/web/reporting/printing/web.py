"""A paper as HTML, for the web page and for the PDF: its words with their footnotes and links. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from turntide.web.reporting.printing.columns import fractions
from turntide.web.reporting.printing.layout import MANY, SHORT, Layout
from turntide.web.reporting.printing.wording import language_tag, may_be_opened, printable
from turntide.web.reporting.rules.paper import (
    Block,
    Bullets,
    Footnote,
    Paper,
    Paragraph,
    Picture,
    Piece,
    Quote,
    Subheading,
    Table,
)

_KINDS = {
    Paragraph: "paragraph",
    Bullets: "bullets",
    Table: "table",
    Picture: "picture",
    Quote: "quote",
    Subheading: "subheading",
}


@dataclass
class Marking:
    """A paper that is being marked up. ``met`` are the footnotes whose first mark has been set already."""

    layout: Layout
    met: set[int] = field(default_factory=set)

    @property
    def language(self) -> str:
        """The paper's language, as HTML names it."""
        return language_tag(self.layout.paper.language)

    def words(self, words: Iterable[Piece]) -> SafeString:
        """Words with their weight, their links and the marks of their footnotes."""
        return mark_safe("".join(self._piece(piece) for piece in words))

    def place(self, anchor: str) -> SafeString:
        """The attribute that makes an element findable, nothing without an anchor."""
        return format_html(' id="{}"', anchor) if anchor in self.layout.places else SafeString("")

    def actions(self, note: Footnote) -> SafeString:
        """What a footnote counts: its actions by name, each leading to where it stands unless they are many."""
        led = self.layout.places if len(note.actions) <= MANY else frozenset[str]()
        said = (self._linked(called, f"#{to}" if to in led else "") for called, to in note.actions)
        return mark_safe(", ".join(said))

    def _piece(self, piece: Piece) -> str:
        said = self._linked(piece.words, self._target(piece))
        if piece.strong:
            said = f"<strong>{said}</strong>"
        return said + self._mark(piece.note)

    def _target(self, piece: Piece) -> str:
        if piece.anchor in self.layout.places:
            return f"#{piece.anchor}"
        return piece.url if may_be_opened(piece.url) else ""

    def _linked(self, text: str, target: str) -> str:
        said = escape(printable(text)).replace("\n", "<br>")
        return f'<a class="govuk-link" href="{escape(target)}">{said}</a>' if target else said

    def _mark(self, note: int) -> str:
        if note not in self.layout.notes:
            return ""
        place = "" if note in self.met else f' id="cited-{note}"'
        self.met.add(note)
        name = escape(_("Note %(number)s") % {"number": note})
        link = f'<a{place} class="govuk-link" href="#note-{note}" aria-label="{name}">{note}</a>'
        return f'<sup class="tt-note">{link}</sup>'


def marking(paper: Paper) -> Marking:
    """A paper, ready to be marked up from its beginning to its end, once."""
    return Marking(Layout(paper))


def kind(block: Block) -> str:
    """What a block is, as templates ask."""
    return _KINDS[type(block)]


def widths(table: Table) -> tuple[str, ...]:
    """The part of a table's width that each column takes, in per cent."""
    return tuple(f"{fraction * 100:.2f}%" for fraction in fractions(table))


def is_short(table: Table) -> bool:
    """Whether it stays whole on one page."""
    return len(table.rows) <= SHORT
