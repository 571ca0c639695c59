"""What plans ask of delivery (`plans.delivery_connection`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils import timezone

from turntide.web.accounts.models import Place
from turntide.web.delivery.letters import answering, board, rounds, yours
from turntide.web.delivery.models import Standing
from turntide.web.delivery.pages.freshness import fresh_of
from turntide.web.delivery.panels.answerer import answerer_panel
from turntide.web.delivery.panels.rounds import rounds_panel
from turntide.web.delivery.panels.timeline import told_panels
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.services.filing import file_edition, take_back_filed
from turntide.web.delivery.store import freshness
from turntide.web.delivery.store.vocabularies import words_of_plans, words_of_vocabularies
from turntide.web.mail import kinds
from turntide.web.plans.delivery_connection import Fresh, add_panels, add_place_panels, connect_delivery
from turntide.web.plans.models import Actions, Edition


class DeliveryOfPlans:
    """How the actions of plans are delivered."""

    def freshness(self, actions: Collection[UUID]) -> Mapping[UUID, Fresh]:
        """How fresh each is; those never asked for nor told of are left out.

        One query, and two for the plans' own words where anything is known.
        """
        stands = freshness.standings_of(actions)
        if not stands:
            return {}
        today = timezone.localdate()
        plans = words_of_plans({each.plan for each in stands.values()})
        said = {each.last.vocabulary for each in stands.values() if each.last and each.last.vocabulary}
        then = words_of_vocabularies(said) if said else {}
        return {
            id_: fresh_of(each, today, plans[each.plan], _then(each, then)) for id_, each in stands.items()
        }

    def narrowed(self, actions: Actions, freshness: str) -> Actions:
        """Those of them that are this fresh today."""
        return _narrowed(actions, freshness)

    def told(self, axis: str, values: Collection[str]) -> tuple[QuerySet[Any, Any], QuerySet[Any, Any]]:
        """The actions of which a partner said how they stand, and those that stand so."""
        told = Standing.objects.filter(told=True).order_by()
        return told.values("action"), told.filter(**{f"{axis}__in": values}).values("action")

    def shown(self, axis: str) -> Combinable:
        """What a partner said of an action, or else what its document says."""
        told = Standing.objects.filter(action=OuterRef("pk"), told=True)
        return Coalesce(Subquery(told.values(axis)[:1]), F(axis))

    def counts(self, actions: Actions) -> Mapping[str, int]:
        """How many of them are how fresh."""
        return freshness.counts(actions, timezone.localdate())

    def counts_of_plans(self, plans: Collection[UUID]) -> Mapping[UUID, Mapping[str, int]]:
        """How many standing actions of each plan are how fresh, but for those not reported; in one query."""
        return freshness.counts_of_plans(plans, timezone.localdate())

    def reports(self, place: Place) -> bool:
        """Whether anybody was ever asked in a place, or a plan of it came with updates of its own."""
        return freshness.reports(place)

    def adopted(self, edition: Edition) -> None:
        """File the updates that the plan's document came with."""
        file_edition(edition)

    def taken_back(self, edition: Edition) -> None:
        """What was filed with an edition goes with it."""
        take_back_filed(edition)


def connect() -> None:
    """Tell plans who knows how their actions are delivered, and what else the pages of an action and a place show."""
    connect_delivery(DeliveryOfPlans())
    for panel in (answerer_panel, told_panels):
        add_panels(panel)
    add_place_panels(rounds_panel)


def tell_letters() -> None:
    """Tell mail what letters delivery writes."""
    for letters in (rounds, yours, board, answering):
        kinds.tell(*letters.KINDS)


def _narrowed(actions: Actions, wanted: str) -> Actions:
    return freshness.narrowed(actions, wanted, timezone.localdate())


def _then(stands: freshness.Standings, words: Mapping[int, Words]) -> Words:
    number = stands.last.vocabulary if stands.last else None
    return words.get(number, Words()) if number else Words()
