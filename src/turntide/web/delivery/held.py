"""What delivery holds about a person (`accounts.holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.delivery.models import Link, Member, Request, Responsibility, Update
from turntide.web.delivery.services.forgetting import strike_from_delivery
from turntide.web.design.days import day, moment


class DeliveryHolds:
    """What somebody answers for, was asked and said."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """The names their updates bear."""
        said = Update.objects.filter(_of(email, "author"), action__plan__place=place)
        return list(said.order_by().values_list("author_name", flat=True).distinct())

    def held(self, subject: Subject) -> Sequence[Held]:
        """Everything, by what it is."""
        place, email = subject.place, subject.email
        answers = Responsibility.objects.filter(_of(email, "contact"), action__plan__place=place)
        asked = Request.objects.filter(round__place=place, recipient__email__iexact=email)
        said = Update.objects.filter(_of(email, "author"), action__plan__place=place)
        seats = Member.objects.filter(_of(email, "contact"), group__place=place)
        links = Link.objects.filter(_of(email, "contact") | _of(email, "person"), place=place)
        return (
            Held(_("Answers for"), [_answer(each) for each in answers.select_related("action")]),
            Held(_("Was asked"), [_asked(each) for each in asked.select_related("action", "round")]),
            Held(_("Said"), [_said(each) for each in said.select_related("action")]),
            Held(_("Sits on"), [{_("group"): str(each.group)} for each in seats.select_related("group")]),
            Held(_("Links"), [_link(each) for each in links]),
        )

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """What was said stays, without the name; links open nothing; nobody writes to them again."""
        return strike_from_delivery(subject, by=by)


def _of(email: str, field: str) -> Q:
    return Q(**{f"{field}__email__iexact": email})


def _answer(row: Responsibility) -> dict[str, str]:
    return {
        _("action"): str(row.action),
        _("state"): str(row.get_state_display()),
        _("since"): moment(row.since),
        _("reason"): row.reason,
    }


def _asked(row: Request) -> dict[str, str]:
    return {
        _("round"): str(row.round),
        _("action"): str(row.action),
        _("state"): str(row.get_state_display()),
        _("question"): row.question,
    }


def _said(row: Update) -> dict[str, str]:
    words = {
        _("what was done"): row.done,
        _("next"): row.next,
        _("in the way"): row.in_the_way,
        _("ask"): row.ask,
    }
    return {_("action"): str(row.action), _("on"): day(row.on), **words}


def _link(row: Link) -> dict[str, str]:
    return {_("for"): str(row.get_purpose_display()), _("made"): moment(row.made_at)}
