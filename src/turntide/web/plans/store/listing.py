"""The rows of one page of a list of actions, with what a table shows of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch

from turntide.web.plans.models import Action, Involvement, Placement
from turntide.web.plans.store.filtering import Chosen, actions_chosen
from turntide.web.plans.store.sorting import in_order

A_PAGE = 50
_SHOWN = (
    *("plan_id", "ref", "text", "when_wording", "starts", "ends"),
    *("status_wording", "lifecycle", "confidence", "version"),
)


def page_of_ids(choice: Chosen, today: date, number: str | None) -> Page[UUID]:
    """One page of the actions that fit, by id: what is sorted is narrow, however much an action holds."""
    ordered = in_order(actions_chosen(choice, today), choice)
    return Paginator(ordered.values_list("pk", flat=True), A_PAGE).get_page(number)


def actions_by_id(ids: Sequence[UUID]) -> list[Action]:
    """These actions, in this order, with owners and main heading."""
    main = Placement.objects.filter(main=True).select_related("heading")
    main = main.only("action_id", "main", "heading__ref", "heading__text", "heading__level")
    owners = Involvement.objects.order_by("part", "position", "id").only("action_id", "part", "name")
    rows = Action.objects.filter(pk__in=ids).only(*_SHOWN).order_by()
    rows = rows.prefetch_related(
        Prefetch("involvements", owners), Prefetch("placements", main, "main_placements")
    )
    found = {row.pk: row for row in rows}
    return [found[pk] for pk in ids if pk in found]
