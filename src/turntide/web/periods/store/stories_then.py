"""The stories of a place whose consent holds, as they were told at a moment."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.periods.rules.record import StoryThen
from turntide.web.periods.store.asked import Moment
from turntide.web.periods.store.plans_then import stood
from turntide.web.plans.models import Action, Plan
from turntide.web.stories.models import Story, Telling
from turntide.web.stories.rules.telling import Told
from turntide.web.stories.store.tellings import WORDS, told_from_data


def stories_of(
    place: Place, plans: Collection[UUID], actions: Mapping[UUID, int], *, whole: bool, moment: Moment
) -> tuple[StoryThen, ...]:
    """The newest first; of a part of a place (``whole`` off) those that are linked to it. A fixed number of queries.

    ``actions`` gives each its place in the plans' order. Consent that was withdrawn since, or is no longer written
    down, is withdrawn for the past too.
    """
    rows = Story.objects.filter(stood(moment), place=place, made_at__lte=moment.at)
    agreed = rows.filter(state=Story.State.READY, withdrawn_at=None).exclude(agreed_on=None)
    before = _told_before(agreed, moment)
    found = []
    for row in agreed.prefetch_related(
        Prefetch("actions", Action.objects.only("pk")), Prefetch("plans", Plan.objects.only("pk"))
    ):
        told, about = before.get(row.pk) or _told(row), [each.pk for each in row.plans.all()]
        linked = not actions.keys().isdisjoint(told.actions) or not set(plans).isdisjoint(about)
        if told.ready and told.agreed_on and (whole or linked):
            found.append(_story(row.pk, told, about, actions))
    return tuple(found)


def _told_before(stories: QuerySet[Story], moment: Moment) -> Mapping[UUID, Told]:
    """What those said then that were written since; none for now."""
    if moment.is_now:
        return {}
    since = stories.filter(changed_at__gt=moment.at).order_by().values("pk")
    rows = Telling.objects.filter(story__in=since, at__lte=moment.at).order_by("number")
    kept = dict(rows.values_list("story_id", "told"))
    return {story: told_from_data(told) for story, told in kept.items()}


def _told(row: Story) -> Told:
    return Told(
        **{name: getattr(row, name) for name in WORDS},
        groups=tuple(row.groups),
        where=tuple(row.where),
        ready=True,
        actions=tuple(each.pk for each in row.actions.all()),
    )


def _story(id_: UUID, told: Told, plans: list[UUID], order: Mapping[UUID, int]) -> StoryThen:
    """In the plans' order; an action that is not in the record comes last."""
    actions = sorted(told.actions, key=lambda each: (order.get(each, len(order)), each))
    return StoryThen(
        id=str(id_),
        title=told.title,
        situation=told.situation,
        did=told.did,
        changed=told.changed,
        words=told.words,
        whose=told.whose,
        learnt=told.learnt,
        groups=told.groups,
        where=told.where,
        actions=tuple(map(str, actions)),
        plans=tuple(map(str, sorted(plans))),
    )
