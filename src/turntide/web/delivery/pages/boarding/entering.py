"""An officer enters what somebody told them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.pages.boarding.compared import Line, lines
from turntide.web.delivery.pages.boarding.form import Crumbs, crumbs_to_round
from turntide.web.delivery.pages.boarding.wording import name_of, short
from turntide.web.delivery.store.asked_for import AskedOf


@dataclass(frozen=True, slots=True)
class EnteringPage:
    """The form of an update (`forms.update`), with what stands beside it.

    ``meanwhile``: somebody else wrote while this was typed.
    """

    template: ClassVar[str] = "delivery/boarding/entering.html"
    place: Place
    asked: AskedOf
    form: BaseForm
    meanwhile: bool = False

    @property
    def title(self) -> str:
        """For whom it is entered."""
        return _("Answer for %(name)s") % {"name": self.asked.request.recipient.contact.name}

    @property
    def caption(self) -> str:
        """The action."""
        return name_of(self.asked.request)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        name = short(name_of(self.asked.request), 60)
        return (*crumbs_to_round(self.asked.request.round), (name, self.back))

    @property
    def back(self) -> str:
        """The request's page."""
        return reverse("request", args=[self.place.slug, self.asked.request.pk])

    @property
    def said(self) -> tuple[Line, ...]:
        """What stands now, and what was said last time."""
        return lines(self.asked)
