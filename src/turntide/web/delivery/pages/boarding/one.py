"""One request: what was said, and what an officer may do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Request, Update
from turntide.web.delivery.pages.boarding.compared import Line, lines
from turntide.web.delivery.pages.boarding.evidence import EvidenceShown, shown
from turntide.web.delivery.pages.boarding.form import Crumbs, crumbs_to_round
from turntide.web.delivery.pages.boarding.history import Happened
from turntide.web.delivery.pages.boarding.wording import name_of, reached, state_tag
from turntide.web.delivery.rules.approving import Doubt
from turntide.web.delivery.services.approving import doubts_about
from turntide.web.delivery.store.asked_for import AskedOf
from turntide.web.design.days import day
from turntide.web.design.summaries import Row

_DONE = (Update.State.SUBMITTED, Update.State.APPROVED, Update.State.SENT_BACK)


@dataclass(frozen=True, slots=True)
class RequestPage:
    """An action asked for in a round. ``next`` is the address of another one that waits for the officer."""

    template: ClassVar[str] = "delivery/boarding/request.html"
    place: Place
    asked: AskedOf
    history: tuple[Happened, ...]
    next: str
    today: date
    may_edit: bool
    last_day: date | None = None

    @property
    def request(self) -> Request:
        """What was asked."""
        return self.asked.request

    @property
    def update(self) -> Update | None:
        """What was said, once it was handed in."""
        update = self.asked.update
        return update if update is not None and update.state in _DONE else None

    @property
    def title(self) -> str:
        """The action."""
        return name_of(self.request)

    @property
    def caption(self) -> str:
        """Its plan."""
        return self.request.action.plan.title

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_round(self.request.round)

    @property
    def state(self) -> SafeString:
        """Where it stands."""
        return state_tag(self.request, late=self.request.round.is_late(self.today))

    @property
    def rows(self) -> tuple[Row, ...]:
        """Who was asked, and what is known of that."""
        return tuple(Row(name, value) for name, value in self._facts() if value)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is said now beside what was said last time."""
        return lines(self.asked)

    @property
    def said_then(self) -> str:
        """When it was last said."""
        before = self.asked.before
        return day(before.on or before.said_at) if before else ""

    @property
    def said_now(self) -> str:
        """When it is said."""
        return day(self.update.said_at) if self.update else ""

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What an officer should see before they approve."""
        if self.update is None or self.update.state != Update.State.SUBMITTED:
            return ()
        standing = getattr(self.request.action, "standing", None)
        return doubts_about(self.update, standing.unchanged if standing else 0)

    @property
    def grave(self) -> bool:
        """Whether the officer has to say that they saw what is doubtful."""
        return any(doubt.grave for doubt in self.doubts)

    @property
    def evidence(self) -> tuple[EvidenceShown, ...]:
        """What shows what was done."""
        return tuple(shown(self.place, each) for each in self.update.evidence.all()) if self.update else ()

    @property
    def action_url(self) -> str:
        """The action's page."""
        return reverse("action", args=[self.place.slug, self.request.action_id])

    @property
    def urls(self) -> dict[str, str]:
        """Where acts are done, of those that can be done now."""
        found = {name: reverse(name, args=[self.place.slug, self.request.pk]) for name in self._acts()}
        if self.waits and self.request.round.is_open:
            person = [self.place.slug, self.request.recipient_id]
            found |= {name: reverse(name, args=person) for name in ("resend", "note_absence")}
            change = reverse("change_contact", args=[self.place.slug, self.request.round_id])
            found["change_contact"] = f"{change}?{urlencode({'request': str(self.request.pk)})}"
        return found

    @property
    def waits(self) -> bool:
        """Whether an answer is wanted still."""
        return self.request.state in (Request.State.ASKED, Request.State.SENT_BACK)

    @property
    def words_stand(self) -> str:
        """Where its words for residents stand, in a sentence."""
        update = self.update
        if update is None or update.state != Update.State.APPROVED:
            return ""
        if update.words_settled_at and update.public:
            return _("Settled %(day)s: they are public.") % {"day": day(update.words_settled_at)}
        if not update.words_wait:
            return _("Nothing of this update is public.")
        if self.last_day is None:
            return _("They wait for the letter to go out; nothing is public yet.")
        return _("They can be put right until %(day)s; nothing is public before.") % {
            "day": day(self.last_day)
        }

    def _facts(self) -> Iterator[tuple[str, str]]:
        recipient, update = self.request.recipient, self.update
        body = recipient.contact.organisation.name
        yield _("Who answers"), f"{recipient.contact.name}, {body}"
        if self.request.passed_by:
            yield _("Passed on by"), self.request.passed_by.name
        yield _("Letters"), reached(recipient)
        if update is not None:
            yield _("Answered"), self._answered(update)
        if update is not None and update.state == Update.State.APPROVED:
            who = str(update.approved_by or _("somebody who has left"))
            yield _("Approved"), _("%(day)s by %(who)s") % {"day": day(update.approved_at), "who": who}
        if update is not None and update.state == Update.State.SENT_BACK:
            yield _("Sent back with"), update.sent_back_with
        yield _("You asked"), self.request.question

    def _answered(self, update: Update) -> str:
        said = f"{day(update.said_at)}, {update.get_via_display().lower()}"
        if update.via != Update.Via.OFFICER:
            return said
        who = str(update.entered_by or _("somebody who has left"))
        return _("%(said)s: %(who)s") % {"said": said, "who": who}

    def _acts(self) -> Iterator[str]:
        update, is_open = self.update, self.request.round.is_open
        state = update.state if update else None
        if state == Update.State.APPROVED:
            yield from ("unapprove", "propose_words")
            return
        if state == Update.State.SUBMITTED:
            yield "approve"
            if is_open:
                yield "send_back"
        if state == Update.State.SENT_BACK:
            yield "take_sending_back"
        if self.request.question:
            yield "take_question_back"
        elif is_open:
            yield "ask_back"
        yield "answer_for"
