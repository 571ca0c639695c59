"""Forms of the board: about one request, or about somebody asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Recipient, Request, Round, Update
from turntide.web.delivery.pages.boarding.board import crumbs_to_rounds
from turntide.web.delivery.pages.boarding.wording import name_of, short

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ActPage:
    """A form about a request, with what was said beside it. ``meanwhile``: somebody else wrote while this was typed."""

    template: ClassVar[str] = "delivery/boarding/form.html"
    round: Round
    title: str
    caption: str
    form: BaseForm
    button: str
    back: str
    crumbs: Crumbs
    said: tuple[tuple[str, str], ...] = ()
    meanwhile: bool = False
    about: Sequence[str] = ()

    @classmethod
    def of(cls, request: Request, form: BaseForm, title: str, button: str) -> ActPage:
        """The page of a form about a request."""
        round_ = request.round
        back = reverse("request", args=[round_.place.slug, request.pk])
        crumbs = (*crumbs_to_round(round_), (short(name_of(request), 60), back))
        said = tuple(_said(getattr(request, "update", None)))
        return cls(round_, title, name_of(request), form, button, back, crumbs, said)

    def over(self, form: BaseForm) -> ActPage:
        """The same with what was typed, and word that somebody else wrote meanwhile."""
        return replace(self, form=form, meanwhile=True)


def person_form(recipient: Recipient, form: BaseForm, title: str, button: str) -> ActPage:
    """The page of a form about somebody asked."""
    round_ = recipient.round
    name = f"{recipient.contact.name}, {recipient.contact.organisation.name}"
    back = f"{round_.get_absolute_url()}?person={recipient.pk}"
    return ActPage(round_, title, name, form, button, back, crumbs_to_round(round_))


def several_form(round_: Round, asked: Sequence[Request], form: BaseForm) -> ActPage:
    """The page of a form about several requests of a round."""
    return ActPage(
        round_,
        _("Change who answers"),
        round_.title,
        form,
        _("Change who answers"),
        round_.get_absolute_url(),
        crumbs_to_round(round_),
        about=tuple(f"{name_of(each)} ({each.recipient.contact.name})" for each in asked),
    )


def crumbs_to_round(round_: Round) -> Crumbs:
    """The way to a round."""
    return (*crumbs_to_rounds(round_.place), (short(round_.title, 60), round_.get_absolute_url()))


def _said(update: Update | None) -> list[tuple[str, str]]:
    if update is None or update.state == Update.State.DRAFT:
        return []
    found = (
        (_("What was done"), update.done),
        (_("What is next"), update.next),
        (_("What is in the way"), update.in_the_way),
        (_("What is asked of the board"), update.ask),
    )
    return [(name, words) for name, words in found if words.strip()]
