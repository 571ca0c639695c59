"""The one door by which a place says how it shows itself: its own words, its plans, and these in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.plans.models import Plan
from turntide.web.publishing.models import PlainWords, PublicPlan, PublicSite
from turntide.web.publishing.services.refusing import ChangedMeanwhileError, RefusedError
from turntide.web.publishing.store.wording import things_of


@dataclass(frozen=True, slots=True)
class SiteWords:
    """What a place says of itself, and what it allows."""

    summary: str = ""
    contact: str = ""
    accessibility: str = ""
    licence: str = PublicSite.Licence.OGL
    named_roles: tuple[str, ...] = ()
    embeddable: bool = True


@transaction.atomic
def describe_site(*, place: Place, words: SiteWords, saw: int, by: By) -> PublicSite:
    """Say how a place shows itself; what is public changes with the next publication. Raises ChangedMeanwhileError."""
    site = _site(place)
    if site.version != saw:
        raise ChangedMeanwhileError
    _put(site, {**asdict(words), "named_roles": list(words.named_roles)})
    note_act("describe public page", site, by=by, place_id=place.pk)
    return site


@transaction.atomic
def open_site(*, place: Place, by: By) -> PublicSite:
    """Let anybody see what is published. Raises RefusedError: nothing is."""
    if not place.publications.standing().exists():
        raise RefusedError(
            _("Nothing is published yet. Look at the preview and publish it, then open the page.")
        )
    return _turn(place, open_=True, by=by)


@transaction.atomic
def close_site(*, place: Place, by: By) -> PublicSite:
    """Show the public nothing from this moment on. What was published is kept."""
    return _turn(place, open_=False, by=by)


@transaction.atomic
def describe_plan(*, plan: Plan, shown: bool, summary: str, saw: int, by: By) -> PublicPlan:
    """Say whether a plan is to be shown, and what it is in plain words. Raises ChangedMeanwhileError."""
    PublicPlan.objects.get_or_create(plan=plan)
    locked = PublicPlan.objects.select_for_update().get(plan=plan)
    if locked.version != saw:
        raise ChangedMeanwhileError
    _put(locked, {"shown": shown, "summary": summary})
    note_act("describe public plan", locked, by=by, place_id=plan.place_id, shown=shown)
    return locked


@transaction.atomic
def put_in_plain_words(*, plan: Plan, words: Mapping[UUID, str], by: By) -> int:
    """Say headings and actions of a plan in plain words; no words take them away. How many were written.

    What is no heading or action of the plan is left alone.
    """
    ours = things_of(plan, words)
    for thing in ours:
        _say(plan, thing, words[thing].strip(), by)
    if ours:
        note_act(
            "put in plain words", plan, by=by, place_id=plan.place_id, things=[str(each) for each in ours]
        )
    return len(ours)


def _say(plan: Plan, thing: UUID, text: str, by: By) -> None:
    if not text:
        PlainWords.objects.filter(plan=plan, thing=thing).delete()
        return
    said = {"plan": plan, "text": text, "by_id": by.person_id}
    PlainWords.objects.update_or_create(thing=thing, defaults=said)


def _site(place: Place) -> PublicSite:
    PublicSite.objects.get_or_create(place=place)
    return PublicSite.objects.select_for_update().get(place=place)


def _turn(place: Place, *, open_: bool, by: By) -> PublicSite:
    site = _site(place)
    if site.open != open_:
        site.open = open_
        site.save(update_fields=["open"])
        note_act("open public page" if open_ else "close public page", site, by=by, place_id=place.pk)
    return site


def _put(row: PublicSite | PublicPlan, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    changed = ["version"]
    if isinstance(row, PublicSite):
        row.changed_at = timezone.now()
        changed.append("changed_at")
    row.save(update_fields=[*values, *changed])
