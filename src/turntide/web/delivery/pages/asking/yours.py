"""The page of somebody who is asked whether actions are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Responsibility
from turntide.web.delivery.pages.asking.lines import STATE_WORDS
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action
from turntide.web.plans.pages.wording import level_and_ref, short

PASSED_ON, ACCEPTED = Responsibility.State.PASSED_ON, Responsibility.State.ACCEPTED


@dataclass(frozen=True, slots=True)
class Part:
    """An action in plain words: where it stands, what, when, and who asks why."""

    id: UUID
    text: str
    short: str
    detail: str
    plan: str
    heading: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """An action of which is asked whether it is theirs, with the forms of the longer answers."""

    part: Part
    pass_on: Form
    decline: Form
    urls: dict[str, str]

    @property
    def passing(self) -> bool:
        """Whether passing on was begun and something is missing."""
        return self.pass_on.is_bound

    @property
    def declining(self) -> bool:
        """Whether declining was begun and something is missing."""
        return self.decline.is_bound


@dataclass(frozen=True, slots=True)
class Answered:
    """What the person said of an action, and the way to take it back while nobody has acted on it."""

    part: Part
    state: str | Promise
    accepted: bool
    beside: str
    at: datetime | None
    take_back: str


@dataclass(frozen=True, slots=True)
class YoursPage:
    """All that a person is asked, and all they said."""

    template: ClassVar[str] = "delivery/asking/yours.html"
    place: Place
    contact: Contact
    questions: tuple[Question, ...]
    answered: tuple[Answered, ...]
    seen: datetime | None
    until: date | None
    form: Form | None = None

    @property
    def title(self) -> str:
        """The question; thanks when all is answered."""
        if self.questions:
            return ngettext("Is this yours?", "Are these yours?", len(self.questions))
        return _("Thank you") if self.answered else _("Nothing is asked of you")

    @property
    def caption(self) -> str:
        """Whose plans they are."""
        return self.place.name

    @property
    def body(self) -> str:
        """The organisation for which the person is asked."""
        return self.contact.organisation.known_as.name

    @property
    def accept_all(self) -> str:
        """Where all are accepted."""
        return reverse("yours_accept_all")

    @property
    def has_accepted(self) -> bool:
        """Whether anything is theirs."""
        return any(each.accepted for each in self.answered)


def question(row: Responsibility, why: str, pass_on: Form, decline: Form) -> Question:
    """A question, with the forms of the longer answers."""
    urls = {name: reverse(f"yours_{name}", args=[row.pk]) for name in ("accept", "pass_on", "decline")}
    return Question(_part(row, why), pass_on, decline, urls)


def answered(rows: Iterable[Responsibility], may_take_back: Iterable[UUID]) -> tuple[Answered, ...]:
    """What a person said, each with the way back where there is one."""
    open_ = set(may_take_back)
    return tuple(
        Answered(
            _part(row, ""),
            STATE_WORDS[row.state],
            row.state == ACCEPTED,
            _beside(row),
            row.answered_at,
            reverse("yours_take_back", args=[row.pk]) if row.pk in open_ else "",
        )
        for row in rows
    )


def _beside(row: Responsibility) -> str:
    if row.state == PASSED_ON:
        to: Sequence[str] = [each.contact.name for each in row.passed_to.all()]
        return _("to %(name)s") % {"name": to[0]} if to else ""
    return row.reason


def _part(row: Responsibility, why: str) -> Part:
    action = row.action
    return Part(
        id=row.pk,
        text=str(action),
        short=short(str(action), 60),
        detail=action.detail,
        plan=action.plan.title,
        heading=_heading(action),
        when=action.when_wording,
        why=why,
    )


def _heading(action: Action) -> str:
    placed = list(action.placements.all())
    if not placed:
        return ""
    heading = placed[0].heading
    named = level_and_ref(heading)
    return f"{named}: {heading.text}" if named else heading.text


def why_asked(row: Responsibility, asker: str) -> str:
    """Who asks, and why this person."""
    body, leads = row.contact.organisation.known_as, row.action.involvements.all()
    if row.passed_from is not None and row.passed_from.state == PASSED_ON:
        return _("%(asker)s passed it on to you.") % {"asker": asker}
    if any(each.organisation.known_as.pk == body.pk for each in leads):
        words = _("%(asker)s asks you, because the plan names %(body)s as its lead.")
        return words % {"asker": asker, "body": body.name}
    return _("%(asker)s asks you, and named you for it.") % {"asker": asker}
