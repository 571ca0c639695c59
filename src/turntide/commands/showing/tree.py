"""A plan as a tree: its headings in its own words, its actions, and what each says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from turntide.commands.showing.branches import Branch, draw
from turntide.commands.showing.details import Detail, of_action
from turntide.commands.showing.findings import lines as finding_lines
from turntide.commands.showing.plain import visible

if TYPE_CHECKING:
    from rich.console import Console

    from turntide.plan.model import Action, Heading, Note, Plan

UNTOLD = {
    "text": ("paragraph of prose", "paragraphs of prose"),
    "running": ("page header or footer", "page headers and footers"),
}
"""Kinds of note about the whole plan that are only counted here: “turntide explain” shows them all."""
LEVEL, REF, LABEL, QUIET = "yellow", "bold cyan", "cyan", "dim"


def lines(plan: Plan, console: Console) -> Iterator[Text]:
    """The whole plan, then what was found in it."""
    yield from draw(_root(plan), console)
    yield Text()
    yield from finding_lines(plan.findings, console)


def _root(plan: Plan) -> Branch:
    more = [Detail("Vision", plan.vision or ""), Detail("Period", _period(plan))]
    under = (*_Tree(plan).branches(None), *_workshop(plan), *_budget(plan), *_leftovers(plan))
    return Branch(Text(visible(plan.title or "A plan without a title"), "bold"), _more(more), under)


def _period(plan: Plan) -> str:
    return plan.period.wording if plan.period else ""


class _Tree:
    """The branches of a plan, found by what they stand under."""

    def __init__(self, plan: Plan) -> None:
        known = {heading.id for heading in plan.headings}
        self._headings: dict[str | None, list[Heading]] = defaultdict(list)
        self._actions: dict[str | None, list[Action]] = defaultdict(list)
        self._notes: dict[str, list[Note]] = defaultdict(list)
        for heading in plan.headings:
            self._headings[heading.parent if heading.parent in known else None].append(heading)
        for action in plan.actions:
            self._actions[action.under if action.under in known else None].append(action)
        for note in plan.notes:
            self._notes[note.about or ""].append(note)

    def branches(self, under: str | None) -> Iterator[Branch]:
        """The actions, then the headings, that stand under a heading (None: under none)."""
        yield from (self._action(action) for action in self._actions[under])
        yield from (self._heading(heading) for heading in self._headings[under])

    def _heading(self, heading: Heading) -> Branch:
        level = _level(heading)
        text = Text.assemble((f"{level}  " if level else "", LEVEL), (visible(heading.text), "bold"))
        more = [Detail("Because", heading.rationale or ""), *self._said(heading.id)]
        return Branch(text, _more(more), tuple(self.branches(heading.id)))

    def _action(self, action: Action) -> Branch:
        ref = f"{visible(action.ref)}  " if action.ref else ""
        return Branch(
            Text.assemble((ref, REF), visible(action.text)),
            _more([*of_action(action), *self._said(action.id)]),
        )

    def _said(self, about: str) -> Iterator[Detail]:
        return (Detail(f"Note ({note.kind})", note.text) for note in self._notes[about])


def _level(heading: Heading) -> str:
    """'Aim 2'; a reference that holds its level's name already ('Priority 1') stands alone."""
    ref = visible(heading.ref or "")
    level = visible(heading.level)
    return ref if level and ref.casefold().startswith(level.casefold()) else f"{level} {ref}".strip()


def _workshop(plan: Plan) -> Iterator[Branch]:
    for group in plan.actors:
        actors = ", ".join(visible(phrase.text) for phrase in group.actors)
        under = _leaves(phrase.text for phrase in group.behaviours)
        yield Branch(Text.assemble(("Actors  ", LEVEL), (actors, "bold")), (), under)
    if plan.takeaways:
        under = _leaves(takeaway.text for takeaway in plan.takeaways)
        yield Branch(Text("Takeaways", LEVEL), (), under)


def _budget(plan: Plan) -> Iterator[Branch]:
    if plan.budget:
        yield Branch(Text("Budget", LEVEL), (), _leaves(line.text for line in plan.budget))


def _leftovers(plan: Plan) -> Iterator[Branch]:
    beside = [note for note in plan.notes if not note.about]
    told = [f"{note.text} ({note.kind})" for note in beside if note.kind not in UNTOLD]
    told += [f"{count} {plural if count > 1 else one}" for count, one, plural in _untold(beside)]
    if told:
        yield Branch(Text("Beside the actions", LEVEL), (), _leaves(told))
    if plan.unplaced:
        yield Branch(Text("Found no place", LEVEL), (), _leaves(words.text for words in plan.unplaced))


def _untold(beside: list[Note]) -> Iterator[tuple[int, str, str]]:
    for kind, (one, plural) in UNTOLD.items():
        count = sum(note.kind == kind for note in beside)
        if count:
            yield count, one, plural


def _leaves(texts: Iterable[str]) -> tuple[Branch, ...]:
    return tuple(Branch(Text(visible(text))) for text in texts)


def _more(details: Iterable[Detail]) -> tuple[Text, ...]:
    return tuple(
        Text.assemble((f"{detail.label}: ", LABEL), visible(detail.text), (_aside(detail), QUIET))
        for detail in details
        if detail.text
    )


def _aside(detail: Detail) -> str:
    return f" ({visible(detail.aside)})" if detail.aside else ""
