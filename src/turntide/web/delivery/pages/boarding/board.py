"""A round as a board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.core.paginator import Page
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Round
from turntide.web.delivery.pages.boarding.filters import PERSON, Chosen
from turntide.web.delivery.pages.boarding.rows import PersonRow, Row
from turntide.web.delivery.pages.boarding.wording import SHOWN_WORDS
from turntide.web.delivery.store.board import Counted, Narrowing, Shown
from turntide.web.design.days import day


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, and the address that shows them alone, or all again."""

    number: int
    words: str
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose, and the name of the person whose requests are shown, where it is one's."""

    plans: Sequence[tuple[UUID, str]]
    bodies: Sequence[tuple[UUID, str]]
    groups: Sequence[tuple[UUID, str]]
    person: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of a list; without options, a box to type in."""

    name: str
    label: str
    value: str
    options: Sequence[tuple[str, str]] | None = None

    @property
    def drawn(self) -> SafeString:
        """The options as markup: a template takes longer over hundreds of them than over the rest of the page."""
        options = ((value, self._chosen(value), words) for value, words in self.options or ())
        return format_html_join("", '<option value="{}"{}>{}</option>', options)

    def _chosen(self, value: str) -> SafeString:
        return SafeString(" selected") if value == self.value else SafeString()


@dataclass(frozen=True, slots=True)
class BoardPage:
    """Who answered what in a round, and what waits for the officer. Rows are of requests, or of people."""

    template: ClassVar[str] = "delivery/boarding/board.html"
    place: Place
    round: Round
    chosen: Chosen
    counted: Counted
    paging: Page[Any]
    rows: tuple[Row, ...]
    people: tuple[PersonRow, ...]
    choices: Choices
    today: date
    may_edit: bool
    may_take_back: bool = False

    @property
    def title(self) -> str:
        """The round's own."""
        return self.round.title

    @property
    def caption(self) -> str:
        """For which time, and by when."""
        days = {"starts": day(self.round.starts), "ends": day(self.round.ends), "due": day(self.round.due_on)}
        return _("%(starts)s to %(ends)s, due %(due)s") % days

    @property
    def crumbs(self) -> tuple[tuple[str, str], ...]:
        """The way here."""
        return crumbs_to_rounds(self.place)

    @property
    def address(self) -> str:
        """The whole board."""
        return self.round.get_absolute_url()

    @property
    def urls(self) -> Mapping[str, str]:
        """Where something is done with many, or with the whole round."""
        names = ("act", "remind", "close", "reopen", "take_back")
        urls = {name: reverse(f"round_{name}", args=[self.place.slug, self.round.pk]) for name in names}
        return urls | {"sheets": reverse("sheet_back", args=[self.place.slug, self.round.pk])}

    @property
    def counts(self) -> tuple[Count, ...]:
        """Each count as a link that shows what it counts; none where there is nothing to count."""
        everything = self._count(None, self.counted.requests, _("asked"))
        found = [
            self._count(shown, number, str(SHOWN_WORDS[shown])) for shown, number in self.counted.of.items()
        ]
        return (everything, *(each for each in found if each.number or each.chosen))

    @property
    def summary(self) -> str:
        """How it goes, in a sentence."""
        answered, asked = self.counted.of[Shown.ANSWERED], self.counted.requests
        words = ngettext(
            "%(answered)d of %(asked)d action answered", "%(answered)d of %(asked)d actions answered", asked
        ) % {"answered": answered, "asked": asked}
        people = ngettext("%(people)d person was asked", "%(people)d people were asked", self.counted.people)
        return f"{words}; {people % {'people': self.counted.people}}."

    @property
    def closed(self) -> str:
        """When it was closed, where it is."""
        return day(self.round.closed_at)

    @property
    def filters(self) -> tuple[Filter, ...]:
        """What the board can be narrowed to."""
        return tuple(self._filters())

    @property
    def chips(self) -> tuple[tuple[str, str], ...]:
        """What it is narrowed to, each with the address without it."""
        return tuple((words, self.chosen.without(name).query) for name, words in self._chips())

    @property
    def turn(self) -> tuple[str, str]:
        """The same board the other way round: its address and what to call it."""
        words = _("See it by action") if self.chosen.by_person else _("See it by person")
        return self.chosen.turned(by_person=not self.chosen.by_person).query, words

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """What is asked for by links alone and stays when filters are sent."""
        now = self.chosen.narrowing
        kept = (("show", now.shown), ("person", now.person), ("by", PERSON if self.chosen.by_person else ""))
        return tuple((name, str(value)) for name, value in kept if value)

    @property
    def narrowed(self) -> bool:
        """Whether it shows less than all."""
        return self.chosen.narrowing != Narrowing()

    def _count(self, shown: Shown | None, number: int, words: str) -> Count:
        return Count(number, words, self.chosen.showing(shown).query, self.chosen.narrowing.shown == shown)

    def _filters(self) -> Iterator[Filter]:
        now, choices = self.chosen.narrowing, self.choices
        yield Filter("words", _("Words"), now.words)
        if len(choices.plans) > 1:
            yield Filter("plan", _("Plan"), str(now.plan or ""), _any(_("All plans"), choices.plans))
        if len(choices.bodies) > 1:
            yield Filter("body", _("Organisation"), str(now.body or ""), _any(_("All"), choices.bodies))
        if choices.groups:
            group = str(now.group.pk) if now.group else ""
            yield Filter("group", _("Group"), group, _any(_("All groups"), choices.groups))

    def _chips(self) -> Iterator[tuple[str, str]]:
        now, choices = self.chosen.narrowing, self.choices
        if now.shown:
            yield "shown", str(SHOWN_WORDS[now.shown]).capitalize()
        if now.plan:
            yield "plan", dict(choices.plans).get(now.plan, _("Another plan"))
        if now.body:
            yield "body", dict(choices.bodies).get(now.body, _("Another organisation"))
        if now.group:
            yield "group", now.group.name
        if now.person:
            yield "person", choices.person or _("Somebody else")
        if now.words:
            yield "words", f"“{now.words}”"


def crumbs_to_rounds(place: Place) -> tuple[tuple[str, str], ...]:
    """The way to the rounds of a place."""
    return ((place.name, place.get_absolute_url()), (_("Rounds"), reverse("rounds", args=[place.slug])))


def _any(words: str, options: Sequence[tuple[UUID, str]]) -> tuple[tuple[str, str], ...]:
    return (("", words), *((str(id_), name) for id_, name in options))
