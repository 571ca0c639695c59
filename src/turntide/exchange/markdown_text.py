"""A plan as a Markdown document for people, which `markdown_reading` reads back.

Headings and actions stand as the plan has them; comments that no reader sees give their ids, and say where a
thing belongs only where its place in the document does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from turntide.exchange import records
from turntide.exchange.arrangement import Nesting, arranged, marks_at
from turntide.exchange.escaping import MARKDOWN
from turntide.exchange.markdown_fields import ABOUT, ACTORS, SECTIONS, TAG, Tag, field_lines, names_line
from turntide.plan.model import STANDARD, Action, Heading, Plan

FIRST_LINE = f"<!-- {STANDARD} -->"


def to_markdown(plan: Plan) -> str:
    """The plan as Markdown without sources: ``from_markdown(to_markdown(plan)) == without_sources(plan)``."""
    return "\n\n".join([FIRST_LINE, *_front(plan), *_body(plan), *_sections(plan)]) + "\n"


def _front(plan: Plan) -> Iterator[str]:
    if plan.title is not None:
        yield f"# {MARKDOWN.write(plan.title)}"
    if plan.vision is not None:
        yield _quotation(plan.vision)
    if plan.period is not None:
        yield f"Period: {records.line_of(plan.period, records.PERIOD, MARKDOWN)}"


def _quotation(text: str) -> str:
    return f"> {MARKDOWN.opening(MARKDOWN.write(text))}"


def _body(plan: Plan) -> Iterator[str]:
    order, nesting = arranged(plan), Nesting()
    heading_orders, action_orders = _said_orders(order.headings), _said_orders(order.actions)
    if order.loose:
        yield _list(_action(plan.actions[at], None, action_orders.get(at)) for at in order.loose)
    for at, depth, actions in order.branches:
        heading = plan.headings[at]
        above = nesting.enter(marks_at(depth), heading.id)
        yield _heading(heading, marks_at(depth), above, heading_orders.get(at))
        if heading.rationale is not None:
            yield _quotation(heading.rationale)
        if actions:
            yield _list(_action(plan.actions[one], heading.id, action_orders.get(one)) for one in actions)


def _said_orders(shown: list[int]) -> dict[int, int]:
    """The plan's own number of each thing, from 1, where the document shows them in another order."""
    return {} if shown == sorted(shown) else {at: at + 1 for at in shown}


def _list(items: Iterator[str]) -> str:
    return "\n".join(items)


def _tag(id_: str, under: str | None, shown_under: str | None, order: int | None) -> str:
    tag = Tag(id_, under if under != shown_under else None, order)
    return f" <!-- {records.line_of(tag, TAG, MARKDOWN)} -->"


def _heading(heading: Heading, marks: int, above: str | None, order: int | None) -> str:
    level = MARKDOWN.write(heading.level, ":")
    ref = "" if heading.ref is None else f" **{MARKDOWN.write(heading.ref, ':')}**"
    tag = _tag(heading.id, heading.parent, above, order)
    return f"{'#' * marks} {level}{ref}: {MARKDOWN.write(heading.text)}{tag}"


def _action(action: Action, above: str | None, order: int | None) -> str:
    text = MARKDOWN.opening(MARKDOWN.write(action.text))
    if action.ref is not None:
        text = f"**{MARKDOWN.write(action.ref)}** {MARKDOWN.write(action.text)}"
    first = f"- {text}{_tag(action.id, action.under, above, order)}"
    return "\n".join([first, *(f"  - {line}" for line in field_lines(action))])


def _sections(plan: Plan) -> Iterator[str]:
    if plan.actors:
        yield f"## {ACTORS}"
        yield "\n".join(
            line for group in plan.actors for line in _actor_lines(group.actors, group.behaviours)
        )
    for name, (field, shape) in SECTIONS.items():
        things = getattr(plan, field)
        if things:
            yield f"## {name}"
            yield "\n".join(f"- {MARKDOWN.opening(records.line_of(one, shape, MARKDOWN))}" for one in things)
    yield f"## {ABOUT}"
    yield "\n".join(f"- {line}" for line in _about(plan))


def _actor_lines(actors: tuple[object, ...], behaviours: tuple[object, ...]) -> Iterator[str]:
    yield f"- Actors: {names_line(actors, records.PHRASE)}".rstrip()
    yield from (f"  - Behaviour: {records.line_of(one, records.PHRASE, MARKDOWN)}" for one in behaviours)


def _about(plan: Plan) -> Iterator[str]:
    yield f"Kind: {MARKDOWN.write(plan.kind)}"
    yield from (f"Level: {MARKDOWN.write(level)}" for level in plan.levels)
    yield from (f"Column: {records.line_of(column, records.COLUMN, MARKDOWN)}" for column in plan.columns)
