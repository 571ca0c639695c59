"""From what a program sends to what the doors of plans and delivery take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from turntide.web.api.pages.written import ActionIn, UpdateIn
from turntide.web.api.rules.problems import Wrong
from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid
from turntide.web.delivery.store.asked_for import AskedOf

_LISTS = ("leads", "partners", "milestones", "measures", "programmes")
_PLAIN = ("reason", "recovers_on", "done", "next", "in_the_way", "ask", "worth_a_story", "no_change")
_BOXES = tuple(ActionIn.model_fields)


def boxes_of(given: ActionIn) -> dict[str, str]:
    """What was sent of an action, as it would stand in the boxes of its form."""
    return {name: _box(name, getattr(given, name)) for name in _BOXES if name in given.model_fields_set}


def said_of(given: UpdateIn, asked: AskedOf) -> Said:
    """What was sent, as it is handed in. `unknown_parts` must have found nothing."""
    milestones = {each.id: each for each in asked.milestones}
    measures = {each.pk: each for each in asked.measures}
    return Said(
        **{name: getattr(given, name) for name in _PLAIN},
        lifecycle=given.lifecycle or "",
        confidence=given.confidence or "",
        steps=tuple(
            StepSaid(
                each.milestone,
                milestones[each.milestone].text,
                milestones[each.milestone].due,
                each.met_on,
                each.moved_to,
                each.reason,
            )
            for each in given.steps
        ),
        readings=tuple(
            ReadingSaid(each.measure, measures[each.measure].text, each.value, each.on, each.origin)
            for each in given.readings
        ),
        reached=tuple(ReachSaid(each.group, each.number) for each in given.reached),
    )


def unknown_parts(given: UpdateIn, asked: AskedOf) -> Iterator[Wrong]:
    """Milestones and measures that are not the action's."""
    milestones = {each.id for each in asked.milestones}
    measures = {each.pk for each in asked.measures}
    for at, step in enumerate(given.steps):
        if step.milestone not in milestones:
            yield Wrong(
                f"body.steps.{at}.milestone", _("This is no milestone that the action still has to meet.")
            )
    for at, reading in enumerate(given.readings):
        if reading.measure not in measures:
            yield Wrong(f"body.readings.{at}.measure", _("This is no measure of the action."))


def _box(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name in _LISTS:
        return "\n".join(" ".join(each.split()) for each in value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
