"""The actions that a round would not ask for: why, and the way to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Round
from turntide.web.delivery.store.asking import Preview, Why
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action

MOST_LISTED = 20
_TITLES: Mapping[Why, str | Promise] = {
    Why.NOBODY: gettext_lazy("Nobody answers for them"),
    Why.NO_ADDRESS: gettext_lazy("No address is known"),
    Why.ELSEWHERE: gettext_lazy("Asked in another open round"),
    Why.NOT_YET: gettext_lazy("Not their turn"),
    Why.ENDED: gettext_lazy("Over"),
}
"""In the order in which an officer can do something about them."""
_REASONS: Mapping[Why, str | Promise] = {
    Why.NOBODY: gettext_lazy("Say who answers for these actions, and they are asked as well."),
    Why.NO_ADDRESS: gettext_lazy("Somebody answers for these actions, but no e-mail address is known."),
    Why.ELSEWHERE: gettext_lazy(
        "Nobody is asked for the same action twice. Close the other round first, or leave it."
    ),
    Why.NOT_YET: gettext_lazy("They are asked less often than this, and were asked not long ago."),
    Why.ENDED: gettext_lazy("They are complete, stopped or merged."),
}


@dataclass(frozen=True, slots=True)
class Missed:
    """An action that would not be asked for, and what can be done about it."""

    text: str
    plan: str
    url: str
    mend: str = ""
    mend_url: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The actions left out for one reason; ``mend_url`` puts it right for all."""

    title: str
    reason: str
    number: int
    missed: tuple[Missed, ...]
    mend: str = ""
    mend_url: str = ""

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.number - len(self.missed)


@dataclass(frozen=True, slots=True)
class Ways:
    """What is known of ways to mend: who answers for an action, and the round that asks for it already."""

    contacts: Mapping[UUID, Contact]
    elsewhere: Mapping[UUID, Round]


def listed(preview: Preview) -> list[UUID]:
    """The actions that are listed one by one."""
    return [action.pk for actions in preview.left_out.values() for action in actions[:MOST_LISTED]]


def left_out(place: Place, preview: Preview, ways: Ways) -> Iterator[LeftOut]:
    """Why actions are left out, each reason with its actions."""
    for why, title in _TITLES.items():
        actions = preview.left_out.get(why, ())
        if not actions:
            continue
        missed = tuple(_missed(place, why, action, ways) for action in actions[:MOST_LISTED])
        nobody = why is Why.NOBODY
        yield LeftOut(
            str(title),
            str(_REASONS[why]),
            len(actions),
            missed,
            mend=_("Say who answers") if nobody else "",
            mend_url=reverse("who_answers", args=[place.slug]) if nobody else "",
        )


def _missed(place: Place, why: Why, action: Action, ways: Ways) -> Missed:
    mend, url = "", ""
    if why is Why.NO_ADDRESS and (contact := ways.contacts.get(action.pk)):
        mend = _("Add an address for %(name)s") % {"name": contact.name}
        url = reverse("contact_edit", args=[place.slug, contact.organisation_id, contact.pk])
    elif why is Why.ELSEWHERE and (round_ := ways.elsewhere.get(action.pk)):
        mend, url = round_.title, reverse("round", args=[place.slug, round_.pk])
    here = reverse("action", args=[place.slug, action.pk])
    return Missed(str(action), action.plan.title, here, mend, url)
