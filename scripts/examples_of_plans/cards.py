"""Actions set as cards, two beside each other, as on a poster."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from examples_of_plans.pages import BOLD, MARGIN, PLAIN, TYPE, Press, Style

GUTTER, INSET, LEADING = 18.0, 8.0, 11.0


@dataclass(frozen=True)
class Card:
    """One action's card: its title, then a line for each thing it says."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """A heading over the full width, and its cards."""

    heading: str
    cards: tuple[Card, ...]


def pdf_of_cards(title: str, introduction: str, sections: tuple[Section, ...]) -> bytes:
    """The cards as a portrait .pdf."""
    made = BytesIO()
    style = Style(paper=A4, running_footer=title)
    press = Press(Canvas(made, A4, invariant=1, pageCompression=0), style)
    press.turn()
    press.write(title, BOLD, 16)
    press.write(introduction, PLAIN, 10)
    for section in sections:
        set_section(press, section)
    press.canvas.save()
    return made.getvalue()


def set_section(press: Press, section: Section) -> None:
    """Set a heading and its cards in pairs."""
    width = (press.width - GUTTER) / 2
    if press.y - press.bottom < 150:
        press.turn()
    press.write(section.heading, BOLD, 13)
    for first in range(0, len(section.cards), 2):
        pair = [(card, typeset(card, width)) for card in section.cards[first : first + 2]]
        height = max(len(lines) for _, lines in pair) * LEADING + 2 * INSET
        if press.y - height < press.bottom:
            press.turn()
        for place, (_, lines) in enumerate(pair):
            draw_card(press, MARGIN + place * (width + GUTTER), width, height, lines)
        press.y -= height + 12


def typeset(card: Card, width: float) -> list[tuple[str, str]]:
    """The card's lines with their fonts."""
    inner = width - 2 * INSET
    title = [(BOLD, line) for line in simpleSplit(card.title, BOLD, TYPE, inner)]
    return title + [(PLAIN, part) for line in card.lines for part in simpleSplit(line, PLAIN, TYPE, inner)]


def draw_card(press: Press, left: float, width: float, height: float, lines: list[tuple[str, str]]) -> None:
    """Draw the box and its text."""
    press.canvas.setStrokeColor(HexColor("#446688"))
    press.canvas.rect(left, press.y - height, width, height)
    y = press.y - INSET - TYPE
    for font, line in lines:
        press.canvas.setFont(font, TYPE)
        press.canvas.drawString(left + INSET, y, line)
        y -= LEADING
