"""The plan itself: its headings with their level's name, and a table of actions under each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from turntide.exchange.arrangement import Arrangement, arranged
from turntide.exchange.word.columns import word_columns
from turntide.exchange.word.legal import legal, on_one_line
from turntide.exchange.word.styles import DEEPEST, LEVEL_NAME, RATIONALE
from turntide.exchange.word.tables import add_table, widths_of
from turntide.plan.model import Heading, Plan

if TYPE_CHECKING:
    from docx.document import Document


def add_body(document: Document, plan: Plan, *, only_with_actions: bool) -> None:
    """Set the headings in their order, each with its actions; those without any are left out where asked."""
    order, columns = arranged(plan), word_columns(plan)
    widths = widths_of(columns, plan.actions)
    shown = _with_actions(order) if only_with_actions else set(order.headings)

    def add_actions(places: tuple[int, ...]) -> None:
        if places and columns:
            add_table(document, columns, widths, [plan.actions[at] for at in places])

    add_actions(order.loose)
    for at, depth, actions in order.branches:
        if at in shown:
            add_heading(document, plan.headings[at], depth, _because(plan))
            add_actions(actions)


def _with_actions(order: Arrangement) -> set[int]:
    """The headings that have actions, and all those above them."""
    shown: set[int] = set()
    above: list[int] = []
    for at, depth, actions in order.branches:
        above[depth:] = [at]
        if actions:
            shown.update(above)
    return shown


def _because(plan: Plan) -> str:
    own = (column.heading for column in plan.columns if column.meaning == "rationale" and column.heading)
    return on_one_line(next(own, "")) or "Why"


def add_heading(document: Document, heading: Heading, depth: int, because: str) -> None:
    """'WE WILL: 1. Influence the environment', with the reason for it beneath."""
    paragraph = document.add_paragraph(style=f"Heading {min(depth + 1, DEEPEST)}")
    level, words = heading_words(heading)
    if level:
        paragraph.add_run(f"{level}: ", style=LEVEL_NAME)
    paragraph.add_run(words)
    if heading.rationale:
        reason = document.add_paragraph(style=RATIONALE)
        reason.add_run(f"{because.rstrip(' :')}:").bold = True
        reason.add_run(f" {legal(heading.rationale)}")


def heading_words(heading: Heading) -> tuple[str, str]:
    """The level's name, unless the heading's own reference says it ('Priority 1: Homes'); and the words."""
    level = on_one_line(heading.level)
    words = " ".join(_words(heading))
    names_itself = bool(level) and on_one_line(heading.ref or "").casefold().startswith(level.casefold())
    return "" if names_itself else level, words


def _words(heading: Heading) -> Iterator[str]:
    ref = on_one_line(heading.ref or "")
    if ref:
        yield ref + (":" if " " in ref else ".")
    yield on_one_line(heading.text)
