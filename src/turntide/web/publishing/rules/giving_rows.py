"""The rows of each table of open data, given one by one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from turntide.web.periods.rules.record import ActionThen, BodyThen
from turntide.web.publishing.rules.giving import Given, given_confidence, without_colours
from turntide.web.publishing.rules.giving_documents import figures_given

Cell = str | int
Row = tuple[Cell, ...]
SEVERAL = "; "
"""Between the things of a cell that holds several."""


def actions_rows(given: Given, plan: str) -> Iterator[Row]:
    """Each action, as it stands."""
    plans, headings = {each.id: each for each in given.record.plans}, given.headings()
    for action in given.of_plan(plan):
        own, said = plans.get(action.plan), action.statement
        colourless = without_colours(own)
        path = [headings[each].text for each in action.path if each in headings]
        yield (
            action.id,
            given.addresses.action(action.id),
            action.plan,
            own.title if own else "",
            path[0] if path else "",
            " > ".join(path),
            action.ref,
            action.text,
            action.detail,
            given.about.words.get(action.id, ""),
            _names(action.leads),
            _names(action.partners),
            action.when,
            action.starts,
            action.ends,
            action.lifecycle or "not reported",
            action.lifecycle_label,
            "" if colourless else given_confidence(action, own) or "not reported",
            "" if colourless else action.confidence_label,
            action.freshness or "not reported",
            action.freshness_label,
            action.since,
            "yes" if action.reported else "no",
            said.on if said and said.public else "",
            said.public if said else "",
        )


def updates_rows(given: Given, plan: str) -> Iterator[Row]:
    """The latest public words about each action."""
    for action in given.of_plan(plan):
        said = action.statement
        if said is not None and said.public:
            own = (said.id, action.id, action.plan, said.on, said.starts, said.ends)
            yield (*own, said.body, said.by, said.role, said.public, said.approved_at)


def milestones_rows(given: Given, plan: str) -> Iterator[Row]:
    """Each step of each action."""
    for action, step in ((each, step) for each in given.of_plan(plan) for step in each.milestones):
        yield (step.id, action.id, action.plan, step.text, step.due, step.was, step.met_on)


def measures_rows(given: Given, plan: str) -> Iterator[Row]:
    """How success of each action is known."""
    for action, measure in ((each, one) for each in given.of_plan(plan) for one in each.measures):
        yield (action.id, action.plan, measure.text, measure.target, SEVERAL.join(measure.groups))


def involved_rows(given: Given, plan: str) -> Iterator[Row]:
    """Each body's part in each action."""
    for action in given.of_plan(plan):
        yield from _bodies(action, "lead", action.leads)
        yield from _bodies(action, "partner", action.partners)


def _bodies(action: ActionThen, part: str, bodies: Iterable[BodyThen]) -> Iterator[Row]:
    return ((action.id, action.plan, part, each.name, each.id) for each in bodies)


def headings_rows(given: Given, plan: str) -> Iterator[Row]:
    """What actions stand under."""
    for each in given.headings_of(plan):
        plain = given.about.words.get(each.id, "")
        yield (each.id, each.plan, each.level, each.ref, each.text, plain, each.parent)


def figures_rows(given: Given, plan: str) -> Iterator[Row]:
    """Numbers of actions: of a plan, or of all plans together and each."""
    wanted = [each.id for each in given.record.plans if not plan or each.id == plan]
    for id_ in wanted if plan else ["", *wanted]:
        told = figures_given(given, id_)
        yield (id_, "actions", "", told["actions"])
        yield (id_, "reported", "", told["reported"])
        for axis in ("lifecycle", "confidence", "freshness"):
            yield from ((id_, axis, value, number) for value, number in told.get(axis, {}).items())


def _names(bodies: Iterable[BodyThen]) -> str:
    return SEVERAL.join(each.name for each in bodies)
