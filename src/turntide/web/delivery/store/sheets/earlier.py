"""What was said of actions before: in rounds gone by, and in this one when a sheet was made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Saying, Update
from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.vocabularies import words_of_vocabularies
from turntide.web.design.days import day


def earlier_words(actions: Collection[UUID], requests: Collection[UUID]) -> Mapping[UUID, str]:
    """What was last said of each action other than in answer to these requests, in words; two queries."""
    said = Update.objects.filter(action__in=actions).said().exclude(request__in=requests)
    latest: dict[UUID, Update] = {}
    for update in said.order_by("-on", "-said_at", "-made_at"):
        latest.setdefault(update.action_id, update)
    used = {update.vocabulary_id for update in latest.values() if update.vocabulary_id}
    words = words_of_vocabularies(used)
    return {
        action: in_words(update, words.get(update.vocabulary_id or 0, Words()))
        for action, update in latest.items()
    }


def in_words(update: Update, words: Words) -> str:
    """An update as lines: its day and status, then what was said."""
    return "\n".join(_lines(update, words))


def _lines(update: Update, words: Words) -> Iterator[str]:
    status = [
        words.label("lifecycle", update.lifecycle) if update.lifecycle else "",
        words.label("confidence", update.confidence) if update.confidence else "",
        _("no change") if update.no_change else "",
    ]
    head = [day(update.on) if update.on else update.dated_as, *status]
    yield ", ".join(part for part in head if part)
    if update.wording:
        yield update.wording
        return
    told = (
        (_("Why"), update.reason),
        (_("Done"), update.done),
        (_("Next"), update.next),
        (_("In the way"), update.in_the_way),
        (_("Asked of the board"), update.ask),
    )
    yield from (f"{name}: {text}" for name, text in told if text)


def said_when(versions: Mapping[UUID, int]) -> Mapping[UUID, Said]:
    """What each of these requests' updates said at a version; one that was not there yet said nothing."""
    wanted = Q()
    for request, version in versions.items():
        wanted |= Q(update__request=request, number=version)
    if not versions:
        return {}
    rows = Saying.objects.filter(wanted).values_list("update__request_id", "said")
    return {request: said_from_data(data) for request, data in rows if request is not None}


def said_from_data(data: Mapping[str, Any]) -> Said:
    """What was said, as history keeps it (`store.sayings.said_as_data`)."""
    plain = {name: value for name, value in data.items() if name not in ("steps", "readings", "reached")}
    plain["recovers_on"] = _date(data.get("recovers_on"))
    return Said(
        **plain,
        steps=tuple(StepSaid(**_dated(each, "due", "met_on", "moved_to")) for each in data.get("steps", ())),
        readings=tuple(ReadingSaid(**_dated(each, "on")) for each in data.get("readings", ())),
        reached=tuple(ReachSaid(**each) for each in data.get("reached", ())),
    )


def _dated(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {**data, **{name: _date(data.get(name)) for name in names}}


def _date(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None
