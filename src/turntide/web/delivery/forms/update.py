"""An update as somebody writes it: on the partner's page, or entered by an officer on their behalf."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.delivery.forms.update_parts import (
    a_day,
    longer_words,
    measure_fields,
    milestone_fields,
    parts_now,
    reached_fields,
    reached_in,
    reached_rows,
    readings_in,
    steps_in,
)
from turntide.web.delivery.models import Request
from turntide.web.delivery.rules.said import MOST_WORDS, Fault, Said
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.asked_for import AskedOf
from turntide.web.delivery.store.sayings import said_of

_PLAIN = ("lifecycle", "confidence", "reason", "recovers_on", "done", "next", "in_the_way", "ask")


class UpdateForm(forms.Form):
    """What is said of one action. Several stand on one page: each has a prefix of its own.

    A draft may be as unfinished as it is: `is_valid` asks only whether each box can be understood, and ``said`` is
    what could be. Whether an update can be handed in is asked by the service; `tell` puts its faults at the boxes.
    ``saw`` is the version that the writer saw.
    """

    says_optional = False
    saw = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    worth_a_story = forms.BooleanField(
        label=gettext_lazy("This is worth a story: please talk to me about it"), required=False
    )

    def __init__(self, asked: AskedOf, data: Any = None, *, said: Said | None = None) -> None:
        prefix, start = prefix_of(asked.request), said or said_so_far(asked)
        initial = {**_now(start), "saw": asked.saw}
        super().__init__(data, prefix=prefix, initial=initial)
        self.asked = asked
        self.rows = reached_rows(data, prefix, start)
        story = self.fields.pop("worth_a_story")
        self.fields |= _status_fields(asked, start) | _word_fields()
        self.fields |= milestone_fields(asked) | measure_fields(asked) | reached_fields(self.rows)
        self.fields["worth_a_story"] = story

    @property
    def said(self) -> Said:
        """What was typed, as far as it can be understood; asked for once `is_valid` was."""
        given = self.cleaned_data
        plain = {name: given[name] for name in _PLAIN if given.get(name) is not None}
        return Said(
            **plain,
            worth_a_story=bool(given.get("worth_a_story")),
            steps=tuple(steps_in(given, self.asked)),
            readings=tuple(readings_in(given, self.asked)),
            reached=tuple(reached_in(given, self.rows)),
        )

    @property
    def seen(self) -> int:
        """The version the writer saw; 0 where there was none."""
        return self.cleaned_data.get("saw") or 0

    def tell(self, faults: Iterable[Fault]) -> None:
        """Put what keeps the update from being handed in at the boxes it is about."""
        unexplained = (f"m{step.milestone}_reason" for step in self.said.steps if _unexplained(step))
        for fault in faults:
            name = next(unexplained, None) if fault.field == "steps" else fault.field
            self.add_error(name if name in self.fields else None, fault.sentence)

    @property
    def status_fields(self) -> list[BoundField]:
        """How far it is, and how sure."""
        return self._named("lifecycle", "confidence", "reason", "recovers_on")

    @property
    def word_fields(self) -> list[BoundField]:
        """What was done, what is next, what is in the way, and what is asked of the board."""
        return self._named("done", "next", "in_the_way", "ask")

    @property
    def milestone_rows(self) -> Iterator[tuple[Any, list[BoundField]]]:
        """Each milestone with its boxes."""
        for each in self.asked.milestones:
            yield each, self._named(f"m{each.id}_met", f"m{each.id}_moved", f"m{each.id}_reason")

    @property
    def measure_rows(self) -> Iterator[tuple[Any, list[BoundField]]]:
        """Each measure with its boxes."""
        for each in self.asked.measures:
            yield each, self._named(f"v{each.pk}_value", f"v{each.pk}_on", f"v{each.pk}_origin")

    @property
    def reached_rows(self) -> Iterator[list[BoundField]]:
        """A group and a number, row by row."""
        return (self._named(f"g{at}_group", f"g{at}_number") for at in range(self.rows))

    def _named(self, *names: str) -> list[BoundField]:
        return [self[name] for name in names if name in self.fields]


def prefix_of(request: Request) -> str:
    """What the boxes of a request's form begin with."""
    return f"u{request.pk.hex}"


def said_so_far(asked: AskedOf) -> Said:
    """What stands in the boxes at first: this round's draft or answer, or how it stood when last told of."""
    so_far = said_of(asked.update) if asked.update else Said()
    if so_far != Said():
        return so_far
    if asked.before is None or not asked.before.lifecycle:
        return Said(lifecycle=asked.action.lifecycle, confidence=asked.action.confidence)
    then = asked.before
    return Said(
        lifecycle=then.lifecycle,
        confidence=then.confidence,
        reason=then.reason,
        recovers_on=then.recovers_on,
    )


def _now(said: Said) -> dict[str, Any]:
    plain = {name: getattr(said, name) for name in (*_PLAIN, "worth_a_story")}
    return plain | dict(parts_now(said))


def _unexplained(step: Any) -> bool:
    return bool(step.moved_to) and not step.reason.strip()


def _status_fields(asked: AskedOf, start: Said) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {"lifecycle": _lifecycle(asked.words, start.lifecycle)}
    if not asked.with_confidence:
        return fields
    return fields | {
        "confidence": _choice(_("How sure it is to be done in time"), asked.words, "confidence", always=True),
        "reason": longer_words(_("Why it is red or amber"), rows=2),
        "recovers_on": a_day(
            _("By when it will be back on course"), _("Only for red or amber. For example, 31 3 2027.")
        ),
    }


def _lifecycle(words: Words, now: str) -> forms.ChoiceField:
    """An action that was merged into another is said to be so by an editor, not by whoever answers for it."""
    return _choice(_("How far it is"), words, "lifecycle", without=() if now == "merged" else ("merged",))


def _choice(
    label: str, words: Words, axis: str, *, without: Sequence[str] = (), always: bool = False
) -> forms.ChoiceField:
    """Radios of an axis; a plan's own definition stands with each, ours only where ``always``."""
    choices = [
        (meaning, _explained(words, axis, meaning, shown, always))
        for meaning, shown in words.choices(axis)
        if meaning not in without
    ]
    return forms.ChoiceField(label=label, required=False, choices=choices, widget=forms.RadioSelect)


def _explained(words: Words, axis: str, meaning: str, label: str, always: bool) -> str:
    own = words.wording(axis, meaning).definition
    definition = own or (words.definition(axis, meaning) if always else "")
    if not definition:
        return label
    return format_html('{}<br><span class="tt-quiet">{}</span>', label, definition)


def _word_fields() -> dict[str, forms.Field]:
    return {
        "done": longer_words(_("What was done"), words=MOST_WORDS, rows=4),
        "next": longer_words(_("What is next")),
        "in_the_way": longer_words(_("What is in the way")),
        "ask": longer_words(_("What you ask of the board"), hint=_("Leave this empty if you need nothing.")),
    }
