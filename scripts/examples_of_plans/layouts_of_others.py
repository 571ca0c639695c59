"""The walking plan as forms, cards and small tables; the report, the proposals, the workshop, the strategies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from examples_of_plans.blocks import Block, Blocks, Bullet, Grid, Heading, Text, grid, header
from examples_of_plans.cards import Card, Section
from examples_of_plans.invented import Invented, Promise
from examples_of_plans.tarrow import proposals, strategies


def sections_of(plan: Invented) -> Iterator[tuple[str, tuple[Promise, ...]]]:
    """The actions under each heading."""
    for heading, promises in groupby(plan.promises, key=lambda promise: promise.path[0]):
        yield heading, tuple(promises)


def opening(plan: Invented) -> Blocks:
    """Title and introduction."""
    return (Heading(plan.title, 0), *(Text(text) for text in plan.introduction))


def forms(plan: Invented) -> Blocks:
    """A form an action: a table of two columns, a label and what it says."""
    blocks: list[Block] = list(opening(plan))
    for heading, promises in sections_of(plan):
        blocks += [Heading(heading, 1), *(form_of(promise) for promise in promises)]
    return tuple(blocks)


def form_of(promise: Promise) -> Grid:
    """One action's form."""
    return grid(
        ("Action number", promise.ref or ""),
        ("Action", promise.text),
        ("Lead organisation", "\n".join(promise.leads)),
        ("Partners", "\n".join(promise.partners)),
        ("Timescale", promise.when or ""),
        ("Measure of success", promise.measure or ""),
        widths=(1, 3),
    )


def cards(plan: Invented) -> tuple[Section, ...]:
    """A card an action, in two columns beneath each heading."""
    return tuple(Section(heading, tuple(map(card_of, promises))) for heading, promises in sections_of(plan))


def card_of(promise: Promise) -> Card:
    """One action's card."""
    lines = (
        f"Lead: {', '.join(promise.leads)}",
        f"Partners: {', '.join(promise.partners)}",
        f"When: {promise.when}",
        f"How we will know: {promise.measure}",
    )
    return Card(f"{promise.ref}. {promise.text}", lines)


def small_tables(plan: Invented) -> Blocks:
    """A heading and a table of its own for each strategy."""
    blocks: list[Block] = list(opening(plan))
    for heading, promises in sections_of(plan):
        rows = (
            (one.ref or "", one.text, ", ".join(one.leads), ", ".join(one.partners), one.when or "")
            for one in promises
        )
        known = (one.measure or "" for one in promises)
        columns = header("Ref", "Action", "Lead", "Partners", "By when", "How we will know")
        body = ((*row, measure) for row, measure in zip(rows, known, strict=True))
        blocks += [Heading(heading, 1), grid(columns, *body)]
    return tuple(blocks)


def report(plan: Invented) -> Blocks:
    """A row an action, its reference glued to its title."""
    columns = header(
        "Action", "Description", "Measure of success", "Who is responsible", "Status", "Latest update"
    )
    rows = (
        (
            f"{one.ref} - {one.text}",
            one.detail or "",
            one.measure or "",
            ", ".join(one.owners),
            one.status or "",
            one.progress or "",
        )
        for one in plan.promises
    )
    return (Heading(plan.title, 0), grid(columns, *rows))


def weighted(plan: Invented) -> Blocks:
    """Proposals with a weighting for each year, and a line on the rest of the budget."""
    names = [name for name, _ in plan.promises[0].weights]
    columns = header(
        "Proposal ID", "Recommendation", "Detail", "Context", *(f"{name} weighting" for name in names)
    )
    rows = (
        (
            one.ref or "",
            one.text,
            one.detail or "",
            one.rationale or "",
            *(f"{share}%" for _, share in one.weights),
        )
        for one in plan.promises
    )
    budget = (Text(proposals.BUDGET_LEAD), Text("; ".join(plan.budget)))
    return (Heading(plan.title, 0), grid(columns, *rows), *budget)


def workshop(plan: Invented) -> Blocks:
    """Actors beside behaviours, then what people took away."""
    rows = (("\n".join(group.actors), "\n".join(group.behaviours)) for group in plan.groups)
    takeaways = (Bullet(text) for text in plan.takeaways)
    table = grid(header("Actors", "Behaviours"), *rows)
    return (Heading(plan.title, 0), table, Heading("Key takeaways", 1), *takeaways)


def directions(plan: Invented) -> Blocks:
    """Strategies in prose, with indicators: not one action."""
    blocks: list[Block] = list(opening(plan))
    for heading, prose in strategies.STRATEGIES:
        blocks += [Heading(heading, 1), Text(prose)]
    return (*blocks, Heading("Indicators", 1), *(Bullet(text) for text in strategies.INDICATORS))
