"""What was last said of actions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from turntide.web.delivery.models import Update


def latest_of(actions: Collection[UUID], *, approved: bool = False) -> Mapping[UUID, Update]:
    """The last update of each action that was handed in, in one query; ``approved``: the last that holds."""
    found = Update.objects.filter(action_id__in=actions)
    found = found.approved() if approved else found.said()
    ranked = found.annotate(
        place_in_line=Window(
            RowNumber(),
            partition_by=F("action_id"),
            order_by=[F("on").desc(nulls_last=True), F("said_at").desc(nulls_last=True), F("made_at").desc()],
        )
    ).filter(place_in_line=1)
    return {update.action_id: update for update in ranked}
