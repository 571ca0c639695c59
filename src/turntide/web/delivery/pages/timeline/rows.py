"""The rows of a timeline, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Decision, Step, Update
from turntide.web.delivery.pages.timeline.said import Line, lines_of, state_of, status_said, who_said
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.timeline import Found, Key, Kind
from turntide.web.design.days import day
from turntide.web.plans.models import Change, Comment, Milestone
from turntide.web.plans.pages.history import entry_of

KINDS = {
    Kind.UPDATE: gettext_lazy("Update"),
    Kind.MILESTONE: gettext_lazy("Milestone"),
    Kind.DECISION: gettext_lazy("Decision"),
    Kind.EDIT: gettext_lazy("Change of the plan"),
    Kind.COMMENT: gettext_lazy("Comment"),
    Kind.EDITION: gettext_lazy("Edition"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happened: when, of what kind, who, and what. ``note`` is what came of it."""

    on: date | None
    kind: str
    who: str
    lines: tuple[Line, ...]
    status: SafeString | str = ""
    note: str = ""
    url: str = ""
    take_back: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells rows of a place to somebody."""

    place: Place
    may_edit: bool
    found: Found
    words: Mapping[int, Words]

    def rows(self) -> tuple[Row, ...]:
        """The rows, newest first."""
        return tuple(self._row(key) for key in self.found.keys if (key.of, key.key) in self.found.things)

    def _row(self, key: Key) -> Row:
        thing = self.found.things[key.of, key.key]
        for kind, tell in _TELLERS:
            if isinstance(thing, kind):
                told: Row = tell(self, key, thing)
                return told
        raise TypeError(type(thing))

    def update(self, key: Key, update: Update) -> Row:
        """An update."""
        return self.said(update)

    def said(self, update: Update) -> Row:
        """An update, in the words that the plan had for statuses when it was said."""
        return said_row(update, self.words.get(update.vocabulary_id or 0, Words()))

    def milestone(self, key: Key, milestone: Milestone) -> Row:
        """A milestone, on the day it is due."""
        step = self.found.steps.get(milestone.pk)
        note = _step_words(step) if step else ""
        return Row(key.falls, _("Milestone due"), "", (("", milestone.text),), note=note)

    def step(self, key: Key, step: Step) -> Row:
        """A milestone met or moved."""
        kind = _("Milestone met") if step.met_on else _("Milestone moved")
        lines = (("", step.text), (_("Why"), step.reason))
        said = tuple(line for line in lines if line[1])
        note = _step_words(step) if step.moved_to else ""
        return Row(key.falls, kind, who_said(step.update), said, note=note)

    def decision(self, key: Key, decision: Decision) -> Row:
        """What was decided."""
        who = str(decision.group) if decision.group else _("No group was named")
        recorded = _("Recorded by %(who)s, %(day)s") % {
            "who": decision.by or _("somebody who has left"),
            "day": day(decision.at),
        }
        whole = "" if decision.action_id else _("Decided of the whole plan") + ". "
        back = reverse("decision_take_back", args=[self.place.slug, decision.pk]) if self.may_edit else ""
        lines = (("", decision.text),)
        return Row(decision.on, str(KINDS[Kind.DECISION]), who, lines, note=whole + recorded, take_back=back)

    def change(self, key: Key, change: Change) -> Row:
        """An edit of the plan, or an edition of its document."""
        entry = entry_of(self.place, change, self.found.recounts.get(change.pk, ()), None)
        fields = [field.name for each in entry.touched for field in each.differences]
        kind = KINDS[Kind.EDITION if change.edition_id else Kind.EDIT]
        what = _edition(change) if change.edition else entry.what
        lines = (("", what), (_("Changed"), ", ".join(fields)))
        said = tuple(line for line in lines if line[1])
        return Row(key.falls, str(kind), entry.who, said, url=entry.url)

    def comment(self, key: Key, comment: Comment) -> Row:
        """What somebody of the place said."""
        draft = _("draft note, seen by editors only") if comment.kind == Comment.Kind.DRAFT else ""
        who = str(comment.by) if comment.by else _("Somebody who has left")
        return Row(key.falls, str(KINDS[Kind.COMMENT]), who, (("", comment.text),), note=draft)


def said_row(update: Update, words: Words) -> Row:
    """An update as a row, under the plan's words of that time."""
    return Row(
        on=update.on,
        kind=str(KINDS[Kind.UPDATE]),
        who=who_said(update),
        lines=lines_of(update),
        status=status_said(update, words),
        note=state_of(update),
    )


def vocabularies_in(things: Iterable[object]) -> set[int]:
    """The vocabularies that those of them were said in that are updates."""
    updates = (thing for thing in things if isinstance(thing, Update))
    return {update.vocabulary_id for update in updates if update.vocabulary_id}


_TELLERS: Sequence[tuple[type, Any]] = (
    (Update, Telling.update),
    (Milestone, Telling.milestone),
    (Step, Telling.step),
    (Decision, Telling.decision),
    (Change, Telling.change),
    (Comment, Telling.comment),
)


def _step_words(step: Step) -> str:
    if step.met_on:
        return _("Met on %s") % day(step.met_on)
    return _("Moved to %s") % day(step.moved_to) if step.moved_to else ""


def _edition(change: Change) -> str:
    edition = change.edition
    return _("Edition %d was brought in") % edition.number if edition else ""
