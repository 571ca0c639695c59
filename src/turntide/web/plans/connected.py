"""What the register of organisations asks of plans (`organisations.connections`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, QuerySet, Window
from django.db.models.functions import Coalesce, RowNumber
from django.urls import reverse

from turntide.web.accounts.models import Place
from turntide.web.organisations.connections import ActionShown, Counts, Ended, Spelling
from turntide.web.organisations.models import Organisation
from turntide.web.plans.delivery_connection import Fresh, delivery
from turntide.web.plans.models import Action, Actions, Involvement, Part
from turntide.web.plans.pages.statuses import status_tags
from turntide.web.plans.store.filtering import plans_standing

_SHOWN = ("ref", "text", "when_wording", "status_wording", "lifecycle", "confidence", "plan__title")


class PlansOfBodies:
    """What bodies do in the plans of a place: in actions that stand, in plans that are not retired."""

    def counts(self, place: Place, ids: Collection[UUID] | None) -> Mapping[UUID, Counts]:
        """In how many actions each body leads or takes part; in one where it does both, it leads."""
        rows = _involvements(place, ids).order_by().values_list("body", "action_id", "part")
        leads: dict[UUID, set[UUID]] = defaultdict(set)
        partners: dict[UUID, set[UUID]] = defaultdict(set)
        for body, action, part in rows:
            (leads if part == Part.LEAD else partners)[body].add(action)
        return {pk: Counts(len(leads[pk]), len(partners[pk] - leads[pk])) for pk in {*leads, *partners}}

    def actions(self, place: Place, body: UUID) -> BodysActions:
        """All its actions, plan by plan, fetched a page at a time."""
        return BodysActions(place, body)

    def examples(
        self, place: Place, ids: Collection[UUID], each: int
    ) -> Mapping[UUID, Sequence[ActionShown]]:
        """The first few actions of each body."""
        numbered = Window(RowNumber(), partition_by=[F("body")], order_by=["part", "action_id"])
        few = _involvements(place, ids).annotate(number=numbered).filter(number__lte=each)
        found: dict[UUID, list[ActionShown]] = defaultdict(list)
        rows = list(few.select_related("action__plan").order_by("number"))
        fresh = delivery().freshness({row.action_id for row in rows})
        for row in rows:
            found[row.body].append(_shown(place, row.action, row, fresh.get(row.action_id)))
        return found

    def spellings(self, place: Place, body: UUID) -> Sequence[Spelling]:
        """How plans write its name, the commonest first."""
        rows = (
            _involvements(place, [body]).order_by().values_list("name", "action__plan", "action__plan__title")
        )
        counted = rows.annotate(times=Count("pk")).order_by("-times", "name", "action__plan__title")
        return [Spelling(name, title, _plan_url(place, plan), times) for name, plan, title, times in counted]

    def ended(self, names: Iterable[str]) -> Mapping[str, Ended]:
        """Which of these names are of bodies in the register of those that exist no more."""
        # Not above: every process of the site loads this module, and few check a plan.
        from turntide.checking.register import register

        found: dict[str, Ended] = {}
        for name in names:
            body = next((each for each in register() if each.owns(name)), None)
            if body is not None:
                found[name] = Ended(body.what, _day(body.ended), body.successor, body.source, body.url)
        return found

    def table(self, place: Place, body: UUID) -> str:
        """Its actions as a table."""
        return f"{reverse('actions', args=[place.slug])}?owner={body}"


@dataclass(frozen=True, slots=True)
class BodysActions:
    """The actions of a body and of all that were merged into it: counted, and fetched a page at a time."""

    place: Place
    body: UUID

    def count(self) -> int:
        """How many there are."""
        return self._actions().count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> Sequence[ActionShown]:
        own = Involvement.objects.filter(organisation__in=self._names()).order_by("part", "position", "id")
        rows = self._actions().select_related("plan").only(*_SHOWN)
        rows = rows.order_by("plan__title", "plan_id", "position", "id")
        rows = rows.prefetch_related(Prefetch("involvements", own, to_attr="own_parts"))
        few = list(rows[part])
        fresh = delivery().freshness([row.pk for row in few])
        return [
            _shown(self.place, row, row.own_parts[0], fresh.get(row.pk))  # type: ignore[attr-defined]
            for row in few
        ]

    def _actions(self) -> Actions:
        involved = Involvement.objects.filter(organisation__in=self._names()).values("action")
        return Action.objects.standing().filter(plan__in=plans_standing(self.place), pk__in=involved)

    def _names(self) -> QuerySet[Organisation]:
        return Organisation.objects.filter(place=self.place).one_with(self.body)


def _involvements(place: Place, ids: Collection[UUID] | None) -> QuerySet[Any]:
    """Involvements in what stands, each with the body it counts for."""
    rows = Involvement.objects.filter(
        action__plan__place=place,
        action__plan__retired_at=None,
        action__retired_at=None,
        action__merged_into=None,
    )
    rows = rows.annotate(body=Coalesce("organisation__merged_into", "organisation"))
    if ids is None:
        return rows
    return rows.filter(Q(organisation__in=ids) | Q(organisation__merged_into__in=ids)).filter(body__in=ids)


def _shown(place: Place, action: Action, involvement: Involvement, fresh: Fresh | None) -> ActionShown:
    return ActionShown(
        text=str(action),
        url=reverse("action", args=[place.slug, action.pk]),
        plan=action.plan.title,
        plan_url=_plan_url(place, action.plan_id),
        part=Part(involvement.part).label,
        spelled=involvement.name,
        when=action.when_wording,
        status=status_tags(action, fresh, silent=True),
    )


def _plan_url(place: Place, plan: UUID) -> str:
    return reverse("plan", args=[place.slug, plan])


def _day(wording: str) -> date | None:
    """The register gives a year alone where the day differed from place to place."""
    try:
        return date.fromisoformat(wording)
    except ValueError:
        return None
