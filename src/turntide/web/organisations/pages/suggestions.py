"""Which bodies may be one, and which may exist no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from turntide.web.accounts.models import Place
from turntide.web.organisations.connections import ActionShown, Counts, Ended
from turntide.web.organisations.likeness import Likely, Why
from turntide.web.organisations.models import Organisation
from turntide.web.organisations.pages.wording import Crumbs, body_url, crumbs_to_register, kind_of
from turntide.web.organisations.store.suggesting import EndedFound

REASONS: dict[Why, Promise] = {
    Why.SAME_WORDS: gettext_lazy("“%(one)s” and “%(other)s” have the same words."),
    Why.MISSPELT: gettext_lazy("“%(one)s” and “%(other)s” differ in the spelling of one word."),
    Why.KIND_LEFT_OUT: gettext_lazy(
        "“%(one)s” and “%(other)s” differ only in what kind of body they say it is."
    ),
    Why.BODY_LEFT_OUT: gettext_lazy(
        "Of “%(one)s” and “%(other)s”, one also says which organisation it belongs to."
    ),
    Why.INITIALS: gettext_lazy("Of “%(one)s” and “%(other)s”, one may be the initials of the other."),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of two bodies, with what it does."""

    id: str
    name: str
    url: str
    kind: str
    many: str
    examples: Sequence[ActionShown]


@dataclass(frozen=True, slots=True)
class Question:
    """Two bodies that may be one, and why that is asked."""

    reason: str
    one: Side
    other: Side


@dataclass(frozen=True, slots=True)
class EndedLine:
    """A body that may exist no more, and where that is recorded."""

    name: str
    url: str
    ended: Ended
    record: str


@dataclass(frozen=True, slots=True)
class SuggestionsPage:
    """All that the register asks about."""

    template: ClassVar[str] = "organisations/suggestions.html"
    place: Place
    paging: Page[Any]
    questions: tuple[Question, ...]
    ended: tuple[EndedLine, ...]
    may_edit: bool

    @property
    def title(self) -> str:
        """What is asked."""
        return _("Are these the same organisation?")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_register(self.place)

    @property
    def answer(self) -> str:
        """Where answers go."""
        return reverse("organisation_answer", args=[self.place.slug])

    @property
    def register(self) -> str:
        """The register."""
        return reverse("organisations", args=[self.place.slug])


class Asking:
    """Draws questions, with what each body does."""

    def __init__(
        self,
        place: Place,
        bodies: Mapping[UUID, Organisation],
        counts: Mapping[UUID, Counts],
        examples: Mapping[UUID, Sequence[ActionShown]],
    ) -> None:
        self.place, self.bodies, self.counts, self.examples = place, bodies, counts, examples

    def question(self, pair: Likely) -> Question:
        """Two bodies that may be one; the one that does more stands first."""
        sides = [self._side(pair.one), self._side(pair.other)]
        if self._many(pair.one) < self._many(pair.other):
            sides.reverse()
        words = {"one": pair.names[0], "other": pair.names[1]}
        return Question(str(REASONS[pair.why]) % words, *sides)

    def _many(self, body: UUID) -> int:
        return self.counts.get(body, Counts()).all

    def _side(self, id_: UUID) -> Side:
        body, many = self.bodies[id_], self._many(id_)
        words = ngettext("%(many)s action", "%(many)s actions", many) % {"many": many}
        url = body_url(self.place, body)
        return Side(str(id_), body.name, url, kind_of(body), words, self.examples.get(id_, ()))


def ended_line(place: Place, found: EndedFound) -> EndedLine:
    """A body that may exist no more; its form opens with the day it ended and its successor."""
    body, ended = found.body, found.ended
    known = {"ended_on": ended.on.isoformat()} if ended.on else {}
    known |= {"successor": found.successor.known_as.name} if found.successor else {}
    edit = reverse("organisation_edit", args=[place.slug, body.pk])
    record = f"{edit}?{urlencode(known)}" if known else edit
    return EndedLine(body.name, body_url(place, body), ended, record)
