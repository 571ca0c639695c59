"""What one person is asked about in a place, and what they said to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Responsibility
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Involvement, Part, Placement


def asked_of(contact: Contact) -> QuerySet[Responsibility]:
    """All a person was ever asked about in a place, by their address, however many bodies they stand for."""
    person = Q(contact=contact)
    if contact.email:
        same = {"contact__organisation__place": contact.organisation.place_id, "contact__left_at": None}
        person |= Q(contact__email__iexact=contact.email.strip(), **same)
    return Responsibility.objects.filter(person).exclude(asked_at=None)


def waiting(rows: QuerySet[Responsibility]) -> QuerySet[Responsibility]:
    """Those of them that wait for an answer, of actions that stand."""
    actions = {"action__retired_at": None, "action__merged_into": None, "action__plan__retired_at": None}
    return rows.filter(state=Responsibility.State.ASKED, ended_at=None, **actions)


def in_full(rows: QuerySet[Responsibility]) -> QuerySet[Responsibility]:
    """Rows with all that is shown of their actions, in the plans' order."""
    leads = Involvement.objects.filter(part=Part.LEAD)
    main = Placement.objects.filter(main=True).select_related("heading")
    return (
        rows.select_related(
            *("action__plan", "contact__organisation__merged_into", "asked_by", "passed_from__contact")
        )
        .prefetch_related(
            Prefetch("action__involvements", leads.select_related("organisation__merged_into")),
            Prefetch("action__placements", main),
            "passed_to__contact",
        )
        .order_by("action__plan__title", "action__plan_id", "action__position", "action_id", "since")
    )


def asker_of(row: Responsibility) -> str:
    """Who asks: the colleague who passed it on, else the officer."""
    if row.passed_from is not None and row.passed_from.state == Responsibility.State.PASSED_ON:
        return row.passed_from.contact.name
    return str(row.asked_by) if row.asked_by else _("The team")


def said_by(rows: QuerySet[Responsibility], since: datetime) -> list[Responsibility]:
    """What the person said of each action since then, with all that is shown of it; their last word on each."""
    states = Responsibility.State
    mine = rows.filter(answered_at__gte=since, state__in=(states.ACCEPTED, states.DECLINED, states.PASSED_ON))
    held = mine.exclude(state=states.ACCEPTED, ended_at__isnull=False)
    last = {row.action_id: row for row in in_full(held)}
    open_ = set(waiting(rows).values_list("action_id", flat=True))
    return [row for row in last.values() if row.action_id not in open_]


def is_as_said(row: Responsibility, latest: Responsibility) -> bool:
    """Whether nobody has acted on what the person said; ``latest`` is what was last written of the action."""
    states = Responsibility.State
    if latest.passed_from_id == row.pk and latest.pk != row.pk:
        waits = latest.ended_at is None and latest.state == states.ASKED
        return row.state == states.PASSED_ON and waits
    accepted = row.state == states.ACCEPTED and row.ended_at is None
    return latest.pk == row.pk and (accepted or row.state == states.DECLINED)


def latest_rows(actions: Collection[UUID]) -> Mapping[UUID, Responsibility]:
    """What was last written of who answers for each of these."""
    rows = Responsibility.objects.filter(action__in=actions).order_by("since", "pk")
    return {row.action_id: row for row in rows}
