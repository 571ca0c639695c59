"""Owners: one body in two spellings, and bodies that no longer exist."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.checking.bodies import spellings
from turntide.checking.kinds import Kind
from turntide.checking.register import EndedBody, folded, register
from turntide.checking.wording import counted, day, joined, listed, naming, parsed, several
from turntide.plan.model import Action, Body, Finding, Plan
from turntide.plan.source import Source


def two_spellings(plan: Plan) -> Iterator[Finding]:
    """Names of owners that look like one body."""
    first: dict[str, Body] = {}
    for action in plan.actions:
        for body in action.owners:
            first.setdefault(" ".join(body.name.split()), body)
    for group in spellings(first):
        names = several([f"“{name}”" for name in group], most=8)
        message = f"{names} look like the same body: use one name throughout."
        yield Finding(Kind.SPELLINGS, message, None, joined(first[name].source for name in group))


def ended_bodies(plan: Plan) -> Iterator[Finding]:
    """Bodies of the register that the plan still names; one finding for each, with every place."""
    wording = folded(_wording(plan))
    owners = {" ".join(owner.name.casefold().split()) for action in plan.actions for owner in action.owners}
    for body in register():
        if not (owners.intersection(body.owner_names) or body.may_stand_in(wording)):
            continue
        if _over_before(plan, body):
            continue
        places = [(action, source) for action in plan.actions if (source := _place(action, body))]
        if places:
            yield _ended(body, places)


def _wording(plan: Plan) -> str:
    """All that may name a body, in one text: looked through once a body, before any action is."""
    texts = (
        text
        for action in plan.actions
        for text in (*(owner.name for owner in action.owners), *(text for text, _ in _telling(action)))
    )
    return "\n".join(text for text in texts if text)


def _telling(action: Action) -> Iterator[tuple[str | None, Source | None]]:
    """An action's texts that may name a body, with their places where these are their own."""
    yield from ((action.text, None), (action.detail, None), (action.involving, None))
    yield from ((step.text, step.source) for step in action.milestones)
    yield from ((measure.text, measure.source) for measure in action.measures)


def _over_before(plan: Plan, body: EndedBody) -> bool:
    """Whether the plan's own years were over while the body still existed."""
    ended = parsed(body.ended) or parsed(f"{body.ended}-12-31")
    over = parsed(plan.period.end) if plan.period else None
    return ended is not None and over is not None and over < ended


def _place(action: Action, body: EndedBody) -> Source | None:
    """Where an action names the body; the action's own place where the value's is not known."""
    here = action.source or Source("")
    for owner in action.owners:
        if body.owns(owner.name):
            return owner.source or here
    told = _telling(action)
    return next((source or here for text, source in told if text and body.named_in(text)), None)


def _ended(body: EndedBody, places: list[tuple[Action, Source]]) -> Finding:
    actions = [action for action, _ in places]
    when = day(body.ended) if parsed(body.ended) else body.ended
    link = "in" if when == body.ended else "on"
    what = (
        f"{body.name} {body.what} {link} {when}"
        if "since" not in body.what
        else f"{body.name} {body.what} {when}"
    )
    source = joined(source for _, source in places if source.file)
    if len(actions) == 1:
        message = (
            f"{naming(actions[0])} names a body of the past: {what}; "
            f"name {body.successor} instead, once they agree."
        )
        return Finding(Kind.ENDED, message, actions[0].id, source)
    names = listed(actions)
    message = (
        f"{what}; {counted(len(actions), 'action')} still name them ({names}): "
        f"name {body.successor} instead, once they agree."
    )
    return Finding(Kind.ENDED, message, None, source)
