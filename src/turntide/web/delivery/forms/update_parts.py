"""The boxes of an update that an action brings with it: its milestones, its measures, and who was reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _

from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid
from turntide.web.delivery.store.asked_for import AskedOf
from turntide.web.design.forms import DateInputField

SPARE = 1
"""Empty rows for people reached beyond those there are."""
MOST_ROWS = 20
_LONGEST = 4000

Fields = dict[str, forms.Field]
Given = Mapping[str, Any]


def longer_words(label: str, *, hint: str = "", words: int = 0, rows: int = 3) -> forms.CharField:
    """A box for sentences; ``words`` counts them. No more than anybody would write by hand."""
    attrs: dict[str, Any] = {"rows": rows} | ({"data-maxwords": words} if words else {})
    return forms.CharField(
        label=label,
        required=False,
        help_text=hint,
        widget=forms.Textarea(attrs=attrs),
        validators=[MaxLengthValidator(_LONGEST)],
    )


def a_day(label: str, hint: str = "") -> DateInputField:
    """A day that may be left out."""
    return DateInputField(label=label, required=False, help_text=hint)


def milestone_fields(asked: AskedOf) -> Fields:
    """For each milestone to come: the day it was met, or the day it moved to and why."""
    fields: Fields = {}
    for each in asked.milestones:
        fields[f"m{each.id}_met"] = a_day(_("Met on"))
        fields[f"m{each.id}_moved"] = a_day(_("Or moved to"))
        fields[f"m{each.id}_reason"] = longer_words(_("Why it moved"), rows=2)
    return fields


def measure_fields(asked: AskedOf) -> Fields:
    """For each measure: its value, the day of the figures and where they come from."""
    fields: Fields = {}
    for each in asked.measures:
        fields[f"v{each.pk}_value"] = forms.CharField(label=_("Value now"), required=False, max_length=100)
        fields[f"v{each.pk}_on"] = a_day(_("Date of the figures"))
        fields[f"v{each.pk}_origin"] = forms.CharField(
            label=_("Where they come from"), required=False, max_length=300
        )
    return fields


def reached_fields(rows: int) -> Fields:
    """Rows for groups of people and how many of them."""
    fields: Fields = {}
    for at in range(rows):
        fields[f"g{at}_group"] = forms.CharField(
            label=_("Group of people"),
            required=False,
            max_length=200,
            help_text=_("For example, older residents.") if at == 0 else "",
        )
        fields[f"g{at}_number"] = forms.IntegerField(
            label=_("How many"),
            required=False,
            min_value=0,
            max_value=2_000_000_000,
            widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
        )
    return fields


def reached_rows(data: Any, prefix: str, said: Said) -> int:
    """As many rows as are held or were sent, and one to spare."""
    sent = [at for at in range(MOST_ROWS) if data and f"{prefix}-g{at}_group" in data]
    return min(max(len(sent), len(said.reached) + SPARE), MOST_ROWS)


def parts_now(said: Said) -> Iterator[tuple[str, Any]]:
    """What was said of the parts, as it stands in the boxes."""
    for step in said.steps:
        yield f"m{step.milestone}_met", step.met_on
        yield f"m{step.milestone}_moved", step.moved_to
        yield f"m{step.milestone}_reason", step.reason
    for reading in said.readings:
        yield f"v{reading.measure}_value", reading.value
        yield f"v{reading.measure}_on", reading.on
        yield f"v{reading.measure}_origin", reading.origin
    for at, reach in enumerate(said.reached):
        yield f"g{at}_group", reach.group
        yield f"g{at}_number", reach.number


def steps_in(given: Given, asked: AskedOf) -> Iterator[StepSaid]:
    """The milestones of which something was said."""
    for each in asked.milestones:
        met, moved = given.get(f"m{each.id}_met"), given.get(f"m{each.id}_moved")
        reason = given.get(f"m{each.id}_reason") or ""
        if met or moved or reason:
            yield StepSaid(each.id, each.text, each.due, met, moved, reason)


def readings_in(given: Given, asked: AskedOf) -> Iterator[ReadingSaid]:
    """The measures of which something was said."""
    for each in asked.measures:
        value, on = given.get(f"v{each.pk}_value") or "", given.get(f"v{each.pk}_on")
        origin = given.get(f"v{each.pk}_origin") or ""
        if value or on or origin:
            yield ReadingSaid(each.pk, each.text, value, on, origin)


def reached_in(given: Given, rows: int) -> Iterator[ReachSaid]:
    """Who was reached."""
    for at in range(rows):
        group, number = given.get(f"g{at}_group") or "", given.get(f"g{at}_number")
        if group or number is not None:
            yield ReachSaid(group, number)
