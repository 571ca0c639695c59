"""A plan's words for statuses, now and before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Term, Vocabulary
from turntide.web.delivery.pages.arranging.wording import crumbs_to_words
from turntide.web.delivery.rules.vocabulary import MEANINGS, Words, our_label
from turntide.web.delivery.store.vocabularies import Read, words_of
from turntide.web.plans.models import Plan
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short


@dataclass(frozen=True, slots=True)
class TermLine:
    """A status as the plan calls it. ``ours`` is empty where it is called as everywhere."""

    meaning: str
    label: str
    ours: str
    definition: str


@dataclass(frozen=True, slots=True)
class AxisShown:
    """An axis with its statuses."""

    title: str
    terms: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A vocabulary in the plan's history; only its own words are told."""

    number: int
    who: str
    at: datetime
    stands: bool
    terms: tuple[TermLine, ...]
    bring_back: str


@dataclass(frozen=True, slots=True)
class WordsPage:
    """What a plan calls its statuses and means by them."""

    template: ClassVar[str] = "delivery/arranging/words.html"
    place: Place
    plan: Plan
    words: Words
    history: tuple[Earlier, ...]
    may_edit: bool

    @property
    def title(self) -> str:
        """What the page tells."""
        return _("Words for statuses")

    @property
    def caption(self) -> str:
        """The plan."""
        return short(self.plan.title)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)

    @property
    def axes(self) -> tuple[AxisShown, ...]:
        """The three axes."""
        return tuple(
            AxisShown(str(Term.Axis(axis).label), tuple(_line(self.words, axis, each) for each in meanings))
            for axis, meanings in MEANINGS.items()
        )

    @property
    def edit(self) -> str:
        """Where they are changed."""
        return reverse("vocabulary_edit", args=[self.place.slug, self.plan.pk])

    @property
    def back_to_ours(self) -> str:
        """Where the site's own words are taken back; empty where the plan has no other."""
        return _again(self.place, self.plan, 0) if self.words.own else ""


class _Rows(Protocol):
    def rows(self, axis: str) -> Iterator[Any]: ...


@dataclass(frozen=True, slots=True)
class RowShown:
    """A meaning in the form, with what the plan's document calls it."""

    row: Any
    read: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordsFormPage:
    """The same, to change."""

    template: ClassVar[str] = "delivery/arranging/words_form.html"
    place: Place
    plan: Plan
    form: Any
    read: tuple[Read, ...]
    filled: bool
    changed_meanwhile: bool = False

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Change the words for statuses")

    @property
    def caption(self) -> str:
        """The plan."""
        return short(self.plan.title)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_words(self.place, self.plan)

    @property
    def back(self) -> str:
        """Where to go without saving."""
        return self.crumbs[-1][1]

    @property
    def axes(self) -> tuple[tuple[str, tuple[RowShown, ...]], ...]:
        """The three axes, each with its boxes."""
        form: _Rows = self.form
        return tuple(
            (str(Term.Axis(axis).label), tuple(self._shown(row) for row in form.rows(axis)))
            for axis in MEANINGS
        )

    def _shown(self, row: Any) -> RowShown:
        said = [one for one in self.read if (one.axis, one.meaning) == (row.axis, row.meaning)]
        return RowShown(row, tuple(map(_counted, said)))


def history_of(place: Place, plan: Plan, vocabularies: Sequence[Vocabulary]) -> tuple[Earlier, ...]:
    """A plan's words through time, the latest first."""
    return tuple(
        Earlier(
            number=each.number,
            who=str(each.by) if each.by else _("somebody"),
            at=each.at,
            stands=at == 0,
            terms=tuple(_own(words_of(each))),
            bring_back="" if at == 0 else _again(place, plan, each.number),
        )
        for at, each in enumerate(vocabularies)
    )


def _line(words: Words, axis: str, meaning: str) -> TermLine:
    label, ours = words.label(axis, meaning), our_label(meaning)
    return TermLine(meaning, label, "" if label == ours else ours, words.definition(axis, meaning))


def _own(words: Words) -> Iterator[TermLine]:
    for axis, meanings in MEANINGS.items():
        for meaning in meanings:
            if words.wording(axis, meaning):
                yield _line(words, axis, meaning)


def _counted(read: Read) -> str:
    said = ngettext("“%(wording)s”, %(times)d time", "“%(wording)s”, %(times)d times", read.times)
    return said % {"wording": read.wording, "times": read.times}


def _again(place: Place, plan: Plan, number: int) -> str:
    return reverse("vocabulary_again", args=[place.slug, plan.pk, number])
