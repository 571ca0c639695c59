"""One small plan told in many outlines, and how each must be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from made_plans import Block, Bullet, Cell, Grid, Heading, Text, measures, owners, paths, texts, when

from turntide.plan.model import Plan


@dataclass(frozen=True)
class Told:
    """One action of the small plan."""

    theme: str
    ref: str
    text: str
    lead: str
    date: str
    measure: str


TOLD = (
    Told(
        "Streets", "S1", "Widen the footway by the market", "Highways", "2026/27", "Two prams can pass there"
    ),
    Told(
        "Streets", "S2", "Light the steps to the harbour", "Harbour Office", "June 2027", "Nobody has a fall"
    ),
    Told(
        "Gardens", "G1", "Open the walled garden at weekends", "Parks", "2027/28", "A hundred people a week"
    ),
    Told(
        "Gardens", "G2", "Lend tools to new gardeners", "Seed Library", "2026/27", "Forty people borrow one"
    ),
)
TITLE = Heading("Out of doors in Saltby", 0)
Blocks = tuple[Block, ...]
Shape = Callable[[Told], Blocks]


def set_out(shape: Shape) -> Blocks:
    """The plan with each action set in one shape, beneath the heading of its theme."""
    blocks: list[Block] = [TITLE]
    for theme in dict.fromkeys(one.theme for one in TOLD):
        blocks.append(Heading(theme))
        blocks += [block for one in TOLD if one.theme == theme for block in shape(one)]
    return tuple(blocks)


def said(plan: Plan) -> list[tuple[object, ...]]:
    """What was read of each action, in the order of `wanted`; a reference without the word before it."""
    refs = [(action.ref or "").removeprefix("Action ") for action in plan.actions]
    return list(zip(paths(plan), refs, texts(plan), owners(plan), when(plan), measures(plan), strict=True))


def wanted(*, numbered: bool = True) -> list[tuple[object, ...]]:
    """What must be read of each action."""
    return [
        ((one.theme,), one.ref if numbered else "", one.text, [one.lead], one.date, one.measure)
        for one in TOLD
    ]


def labelled(one: Told, by: str = ": ") -> tuple[str, str, str]:
    """What is said of an action, a line each."""
    return f"Lead{by}{one.lead}", f"By when{by}{one.date}", f"Measure of success{by}{one.measure}"


def lines_of(one: Told, by: str = ": ") -> Blocks:
    """The same, a paragraph each."""
    return tuple(Text(line) for line in labelled(one, by))


def name(one: Told) -> str:
    """The action with its reference before it."""
    return f"{one.ref} {one.text}"


PROSE = Text("Residents asked for this at each of the meetings that we held in spring.")
OUTLINES: dict[str, Shape] = {
    "a list with brackets": lambda one: (Bullet(f"{name(one)} ({'; '.join(labelled(one))})"),),
    "a list with fields one below": lambda one: (
        Bullet(name(one)),
        *(Bullet(line, 2) for line in labelled(one)),
    ),
    "headings over lines": lambda one: (Heading(name(one), 2), *lines_of(one)),
    "headings over prose and bullets": lambda one: (
        Heading(name(one), 2),
        PROSE,
        *(Bullet(line) for line in labelled(one)),
    ),
    "headings over one line": lambda one: (Heading(name(one), 2), Text(" | ".join(labelled(one)))),
    "numbered lines with dashes": lambda one: (Text(name(one)), *lines_of(one, " – ")),
    "named lines": lambda one: (Text(f"Action {one.ref}: {one.text}"), *lines_of(one)),
    "labels over values": lambda one: (
        Text("Action"),
        Text(name(one)),
        *(Text(part) for line in labelled(one) for part in line.split(": ")),
    ),
}
FORMS: dict[str, Shape] = {
    "two pairs in a row": lambda one: (
        Grid(
            (
                ("Ref", one.ref, "Action", one.text),
                ("Lead", one.lead, "By when", one.date),
                ("Measure of success", one.measure, "Status", "On track"),
            ),
            (1.4, 2, 1.2, 3),
        ),
    ),
    "a title over pairs": lambda one: (Grid(((Cell(name(one), columns=2),), *pairs(one)), (1, 3)),),
    "a title over labels over values": lambda one: (
        Grid(((Cell(name(one), columns=3),), *zip(*pairs(one), strict=True)), (1, 1, 2)),
    ),
    "one column": lambda one: (
        Grid((("Action",), (name(one),), *((part,) for pair in pairs(one) for part in pair))),
    ),
    "a heading over pairs": lambda one: (Heading(name(one), 2), Grid(pairs(one), (1, 3))),
    "a heading over labels over values": lambda one: (
        Heading(name(one), 2),
        Grid(tuple(zip(*pairs(one), strict=True)), (1, 1, 3)),
    ),
}


def pairs(one: Told) -> tuple[tuple[str, str], ...]:
    """The labels beside what they say."""
    return ("Lead", one.lead), ("By when", one.date), ("Measure of success", one.measure)
