"""One action that somebody is asked for: how it stands, what was said last time, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Evidence, Request, Update
from turntide.web.delivery.pages.answering.said import SaidShown
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.rules.taking_back import said_in_one_tap
from turntide.web.delivery.store.asked_for import AskedOf
from turntide.web.delivery.store.sayings import said_of


@dataclass(frozen=True, slots=True)
class Card:
    """An action as whoever answers for it sees it."""

    asked: AskedOf

    @property
    def anchor(self) -> str:
        """Where on the page it stands."""
        return anchor_of(self.asked.request)

    @property
    def text(self) -> str:
        """The action, in the plan's words."""
        return str(self.asked.action)

    @property
    def heading(self) -> str:
        """The plan it is of."""
        return self.asked.action.plan.title

    @property
    def detail(self) -> str:
        """What else the plan says of it."""
        return self.asked.action.detail

    @property
    def when(self) -> str:
        """By when the plan wants it."""
        return self.asked.action.when_wording

    @property
    def state(self) -> str:
        """How it stands with the answer, in words."""
        return {
            Request.State.ASKED: _("You have begun") if self.has_draft else _("Waiting for you"),
            Request.State.ANSWERED: _("Answered"),
            Request.State.SENT_BACK: _("Sent back to you"),
            Request.State.APPROVED: _("Approved"),
        }[Request.State(self.asked.request.state)]

    @property
    def waits(self) -> bool:
        """Whether an answer is wanted."""
        return not self.asked.is_handed_in

    @property
    def may_answer(self) -> bool:
        """Whether an answer is still taken, or may be changed."""
        approved = self.asked.request.state == Request.State.APPROVED
        return self.asked.request.round.is_open and not approved

    @property
    def may_take_back(self) -> bool:
        """Whether there is an answer to take back."""
        return self.may_answer and self.asked.request.state == Request.State.ANSWERED

    @property
    def has_draft(self) -> bool:
        """Whether something is typed and not yet handed in."""
        return self.waits and self.written

    @property
    def written(self) -> bool:
        """Whether anything was typed by hand; one tap would pass it by."""
        update = self.asked.update
        return update is not None and not said_in_one_tap(said_of(update)) and said_of(update) != Said()

    @property
    def may_say_no_change(self) -> bool:
        """Whether "no change" can be meant: it wants something that it is no change from."""
        return not self.written

    @property
    def question(self) -> str:
        """What the officer asks back."""
        return self.asked.request.question

    @property
    def comment(self) -> str:
        """What is to be put right in what was sent back."""
        sent_back = self.asked.request.state == Request.State.SENT_BACK
        return self.asked.update.sent_back_with if sent_back and self.asked.update else ""

    @property
    def passed_by(self) -> str:
        """The colleague whom this comes from."""
        return self.asked.request.passed_by.name if self.asked.request.passed_by else ""

    @property
    def last_time(self) -> SaidShown | None:
        """What was said last, before this round."""
        before = self.asked.before
        return SaidShown.of(before, self.asked.words_before) if before else None

    @property
    def now(self) -> SaidShown | None:
        """What was handed in this time."""
        update = self.asked.update
        handed_in = update is not None and update.state != Update.State.DRAFT
        return SaidShown.of(update, self.asked.words) if update and handed_in else None

    @property
    def evidence(self) -> tuple[EvidenceLine, ...]:
        """What was given to show it."""
        update = self.asked.update
        return tuple(EvidenceLine(self.asked.request, one) for one in update.evidence.all()) if update else ()

    @property
    def urls(self) -> dict[str, str]:
        """Where each thing is done."""
        names = ("one", "draft", "no_change", "done", "pass_on")
        found = {name: reverse(f"answer_{name}", args=[self.asked.request.pk]) for name in names}
        found["take_back"] = reverse("answer_take_back", args=[self.asked.request.pk, self.asked.saw])
        return found


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence, and where it is got or taken away."""

    request: Request
    evidence: Evidence

    @property
    def address(self) -> str:
        """Where it is: a file of ours, or the link itself."""
        if self.evidence.kind == Evidence.Kind.LINK:
            return self.evidence.url
        return reverse("answer_evidence", args=[self.request.pk, self.evidence.pk])

    @property
    def remove(self) -> str:
        """Where it is taken away."""
        return reverse("answer_evidence_remove", args=[self.request.pk, self.evidence.pk])


def anchor_of(request: Request) -> str:
    """Where on the page of all actions a request stands."""
    return f"a{request.pk.hex}"
