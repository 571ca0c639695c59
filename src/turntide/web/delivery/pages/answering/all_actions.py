"""All that a person is asked for in a round, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.delivery.models import Recipient, Request, Round, Update
from turntide.web.delivery.pages.answering.card import Card
from turntide.web.design.days import day


@dataclass(frozen=True, slots=True)
class OfPlan:
    """A plan, and what is asked of it."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PassedOn:
    """An action that went to a colleague."""

    request: Request

    @property
    def to(self) -> str:
        """Who has it now."""
        return self.request.recipient.contact.name

    @property
    def is_answered(self) -> bool:
        """Whether the colleague has answered."""
        return self.request.state in (Request.State.ANSWERED, Request.State.APPROVED)

    @property
    def back(self) -> str:
        """Where it is taken back."""
        return reverse("answer_passed_back", args=[self.request.pk])


@dataclass(frozen=True, slots=True)
class WordsLine:
    """Words that are to be published, and where somebody agrees or puts them right."""

    update: Update

    @property
    def agree(self) -> str:
        """Where they are agreed to."""
        return reverse("answer_words_agree", args=[self.update.pk])

    @property
    def correct(self) -> str:
        """Where they are put right."""
        return reverse("answer_words_correct", args=[self.update.pk])


@dataclass(frozen=True)
class ActionsPage:
    """A person's actions of a round."""

    template: ClassVar[str] = "delivery/answering/all.html"
    recipient: Recipient
    round: Round
    cards: Sequence[Card]
    passed: Sequence[PassedOn]
    words: Sequence[WordsLine]

    @property
    def title(self) -> str:
        """What the page asks."""
        return ngettext("How is your action going?", "How are your actions going?", len(self.cards) or 2)

    @property
    def caption(self) -> str:
        """Who asks, and about when."""
        return f"{self.round.place.name}: {self.round.title}"

    @property
    def plans(self) -> tuple[OfPlan, ...]:
        """The actions that wait by plan, and then those that are answered: what is left to do stands first."""
        answered = _("%(plan)s: answered")
        waiting = _by_plan([card for card in self.cards if card.waits], "%(plan)s")
        return (*waiting, *_by_plan([card for card in self.cards if not card.waits], answered))

    @cached_property
    def answered(self) -> int:
        """How many are answered."""
        return sum(not card.waits for card in self.cards)

    @property
    def all_answered(self) -> bool:
        """Whether nothing is left to do."""
        return bool(self.cards) and self.answered == len(self.cards)

    @property
    def how_far(self) -> str:
        """How much is done, in words."""
        number = len(self.cards)
        words = ngettext(
            "%(answered)d of %(number)d action answered",
            "%(answered)d of %(number)d actions answered",
            number,
        )
        return words % {"answered": self.answered, "number": number}

    @property
    def is_open(self) -> bool:
        """Whether answers are taken."""
        return self.round.is_open

    @property
    def due(self) -> str:
        """By when an answer is wanted."""
        return day(self.round.due_on)

    @property
    def note(self) -> str:
        """What the officer says to all."""
        return self.round.note

    @property
    def officer(self) -> str:
        """Who looks at what is said."""
        opener = self.round.opened_by or self.round.made_by
        return str(opener) if opener else _("The officer who asked you")

    @property
    def sheet(self) -> str:
        """Where the sheet for answering by Excel is got, where there is one."""
        return _address("answer_sheet")

    @property
    def sheet_back(self) -> str:
        """Where it is sent back."""
        return _address("answer_sheet_back")

    @property
    def calendar(self) -> str:
        """Where the milestones are got for a calendar program."""
        return reverse("answer_calendar")

    @property
    def not_for_me(self) -> str:
        """Where one says that it came to the wrong person."""
        return reverse("answer_not_for_me")


def _by_plan(cards: Sequence[Card], title: str) -> tuple[OfPlan, ...]:
    grouped = groupby(cards, key=lambda card: (card.asked.action.plan_id, card.heading))
    return tuple(OfPlan(title % {"plan": plan}, tuple(theirs)) for (_id, plan), theirs in grouped)


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
