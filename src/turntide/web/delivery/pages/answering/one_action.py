"""One action with its form, and the pages that lead on from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from django.forms import BaseForm, BoundField
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Recipient, Update
from turntide.web.delivery.pages.answering.card import Card
from turntide.web.delivery.pages.answering.said import Differing

Crumbs = tuple[tuple[str, str], ...]


class Boxes(Protocol):
    """The form of an update, as far as its page need know."""

    @property
    def milestone_rows(self) -> Iterator[tuple[Any, list[BoundField]]]:
        """Each milestone with its boxes."""

    @property
    def measure_rows(self) -> Iterator[tuple[Any, list[BoundField]]]:
        """Each measure with its boxes."""

    @property
    def reached_rows(self) -> Iterator[list[BoundField]]:
        """Those reached, row by row."""


def crumbs() -> Crumbs:
    """The way back to all actions."""
    return ((_("All your actions"), reverse("answer")),)


@dataclass(frozen=True, slots=True)
class OneActionPage:
    """An action and the form for its update. ``meanwhile``: where what was typed differs from what stands by now."""

    template: ClassVar[str] = "delivery/answering/one.html"
    card: Card
    form: Boxes
    evidence: BaseForm
    meanwhile: tuple[Differing, ...] | None = None

    @property
    def title(self) -> str:
        """What the page asks."""
        return _("How is this action going?") if self.meanwhile is None else _("This was answered meanwhile")

    @property
    def caption(self) -> str:
        """The plan it is of."""
        return self.card.heading

    @property
    def crumbs(self) -> Crumbs:
        """The way back."""
        return crumbs()

    @property
    def opens_milestones(self) -> bool:
        """Whether the milestones are unfolded: something was said of them, or is wrong there."""
        return any(_is_used(field) for _each, fields in self.form.milestone_rows for field in fields)

    @property
    def opens_measures(self) -> bool:
        """Whether the figures are unfolded."""
        return any(_is_used(field) for _each, fields in self.form.measure_rows for field in fields)

    @property
    def opens_reached(self) -> bool:
        """Whether those reached are unfolded."""
        return any(_is_used(field) for fields in self.form.reached_rows for field in fields)

    @property
    def opens_evidence(self) -> bool:
        """Whether the evidence is unfolded."""
        return bool(self.card.evidence) or any(_is_used(field) for field in self.evidence)

    @property
    def saves_itself(self) -> bool:
        """Whether what is typed is kept as it is typed: what is handed in changes only by handing in."""
        return self.card.waits and self.card.may_answer


@dataclass(frozen=True, slots=True)
class PassOnPage:
    """To whom an action is passed on."""

    template: ClassVar[str] = "delivery/answering/pass_on.html"
    card: Card
    form: BaseForm
    back: str

    @property
    def title(self) -> str:
        """What the page is for."""
        return _("Pass this action on to a colleague")

    @property
    def crumbs(self) -> Crumbs:
        """The way back."""
        return crumbs()


@dataclass(frozen=True, slots=True)
class WordsPage:
    """Words that are to be published, put right."""

    template: ClassVar[str] = "delivery/answering/words.html"
    update: Update
    form: BaseForm
    back: str

    @property
    def title(self) -> str:
        """What the page is for."""
        return _("Put the words right before they are published")

    @property
    def caption(self) -> str:
        """The action they are about."""
        return str(self.update.action)

    @property
    def crumbs(self) -> Crumbs:
        """The way back."""
        return crumbs()


@dataclass(frozen=True, slots=True)
class NotForMePage:
    """Somebody says that the link came to the wrong person; ``told``: they have."""

    template: ClassVar[str] = "delivery/answering/not_for_me.html"
    recipient: Recipient
    told: bool = False

    @property
    def title(self) -> str:
        """What the page is for."""
        return _("Thank you for telling us") if self.told else _("Is this not for you?")

    @property
    def crumbs(self) -> Crumbs:
        """The way back, while there is one."""
        return () if self.told else crumbs()


def _is_used(field: BoundField) -> bool:
    return bool(field.errors) or field.value() not in (None, "", [], False)
