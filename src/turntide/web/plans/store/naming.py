"""What headings and actions are called, for those who read their ids in history."""

from __future__ import annotations

from collections.abc import Collection

from turntide.web.plans.models import Action, Heading
from turntide.web.plans.store.states import hex_id


def names_of(ids: Collection[str]) -> dict[str, str]:
    """Names by id, in two queries at most. An id nobody holds has none."""
    if not ids:
        return {}
    headings = {hex_id(row.pk): str(row) for row in Heading.objects.filter(pk__in=ids)}
    left = [id_ for id_ in ids if id_ not in headings]
    actions = Action.objects.filter(pk__in=left).only("ref", "text") if left else ()
    return headings | {hex_id(row.pk): str(row) for row in actions}
