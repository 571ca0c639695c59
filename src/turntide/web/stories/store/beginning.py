"""What a story begins with."""

from __future__ import annotations

from uuid import UUID

from turntide.web.accounts.models import Place
from turntide.web.delivery.store.latest import latest_of
from turntide.web.plans.models import Action
from turntide.web.stories.rules.telling import Told

_SUGGESTED = 500


def begun_from(action: Action) -> Told:
    """A story of an action, with what was last said of it: who writes it goes on from there."""
    update = latest_of([action.pk]).get(action.pk)
    reached = [each.group for each in update.reached.all()] if update else []
    return Told(
        title="",
        situation=action.rationale,
        did=update.done if update else "",
        groups=tuple(dict.fromkeys(reached)),
        actions=(action.pk,),
    )


def actions_to_link(place: Place) -> list[str]:
    """Actions to choose from, as they are typed."""
    standing = Action.objects.filter(plan__place=place, plan__retired_at=None).standing()
    return [str(action) for action in standing.only("ref", "text")[:_SUGGESTED]]


def action_asked(place: Place, id_: str) -> Action | None:
    """The action of a place that an address names, if it names one."""
    try:
        wanted = UUID(id_)
    except ValueError:
        return None
    return Action.objects.filter(plan__place=place, pk=wanted).select_related("plan").first()
