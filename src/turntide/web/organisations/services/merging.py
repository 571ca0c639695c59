"""Two bodies become one, and are taken apart again. Nothing is moved (docs/decisions/0009)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from turntide.web.audit.by import By
from turntide.web.organisations.models import Different, Edit, Organisation
from turntide.web.organisations.rules import Merging, may_merge, may_unmerge
from turntide.web.organisations.services.recording import locked, record
from turntide.web.organisations.services.refusing import require


@transaction.atomic
def merge(*, kept: Organisation, merged: Organisation, by: By) -> Edit:
    """Let one body be known as another, with all that were merged into it before. Raises RefusedError."""
    locked([kept.pk, merged.pk])
    require(may_merge(_merging(kept), _merging(merged)))
    pointing = Organisation.objects.filter(merged_into=merged).values_list("pk", flat=True)
    wanted = {pk: {"merged_into": str(kept.pk)} for pk in (merged.pk, *pointing)}
    edit = record("merge", merged, wanted, by=by)
    assert edit is not None, "a body that stands always changes when it is merged"
    return edit


@transaction.atomic
def unmerge(*, merged: Organisation, by: By) -> Edit:
    """Let a merged body stand on its own again, and give it back what it brought with it. Raises RefusedError."""
    now = locked([merged.pk])[merged.pk]
    require(may_unmerge(now.name, now.merged_into.name if now.merged_into else ""))
    wanted: dict[UUID, dict[str, str | None]] = {now.pk: {"merged_into": None}}
    wanted |= {pk: {"merged_into": str(now.pk)} for pk in _brought_along(now)}
    edit = record("take apart", now, wanted, by=by)
    assert edit is not None, "a merged body always changes when it stands again"
    return edit


@transaction.atomic
def tell_apart(*, one: Organisation, other: Organisation, by: By) -> Different:
    """Remember that two bodies are not one, so that nobody is asked again. Raises RefusedError."""
    require(may_merge(_merging(one), _merging(other)))
    first, second = sorted((one, other), key=lambda body: body.pk)
    said, _made = Different.objects.get_or_create(
        one=first, other=second, defaults={"place_id": one.place_id, "by_id": by.person_id}
    )
    return said


@transaction.atomic
def forget_apart(*, said: Different) -> None:
    """Take back that two bodies are not one."""
    said.delete()


def _merging(body: Organisation) -> Merging:
    row = Organisation.objects.select_related("merged_into").get(pk=body.pk)
    return Merging(row.pk, row.place_id, row.name, row.merged_into.name if row.merged_into else "")


def _brought_along(merged: Organisation) -> Iterable[UUID]:
    """Those that led to it before it was merged, and were neither merged nor taken apart by themselves since."""
    edits = Edit.objects.filter(organisation=merged, verb="merge", undone_by=None)
    edit = next((each for each in edits if each.after.get(str(merged.pk), {}).get("merged_into")), None)
    if edit is None:
        return ()
    came = [UUID(pk) for pk, fields in edit.before.items() if fields.get("merged_into") == str(merged.pk)]
    still = Organisation.objects.filter(pk__in=came, merged_into=merged.merged_into_id)
    since = _moved_since(came, edit.at)
    return [pk for pk in still.values_list("pk", flat=True) if pk not in since]


def _moved_since(bodies: Iterable[UUID], moment: datetime) -> set[UUID]:
    later = Edit.objects.filter(organisation__in=list(bodies), at__gt=moment)
    return {
        each.organisation_id
        for each in later
        if "merged_into" in each.after.get(str(each.organisation_id), {})
    }
