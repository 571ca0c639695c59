"""Merging moves nothing, leads one step at most, and can always be taken back."""

from __future__ import annotations

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from site_cast import Cast

from turntide.web.organisations.models import Edit, Organisation
from turntide.web.organisations.register import bodies_named
from turntide.web.organisations.services.merging import merge, unmerge
from turntide.web.organisations.services.refusing import RefusedError
from turntide.web.organisations.services.undoing import undo
from turntide.web.plans.connected import PlansOfBodies
from turntide.web.plans.models import Involvement, Plan

NAMES = ("Alder Trust", "Birch Trust", "Cedar Trust", "Damson Trust", "Elm Trust")
AT = st.integers(0, len(NAMES) - 1)
STEPS = st.lists(st.tuples(st.sampled_from(("merge", "part", "undo")), AT, AT), max_size=12)


def pointers() -> dict[str, str | None]:
    rows = Organisation.objects.values_list("name", "merged_into__name")
    return dict(rows)


def bodies(cast: Cast) -> list[Organisation]:
    named = bodies_named(NAMES, place=cast.tarrow, by=cast.by)
    return [named[name] for name in NAMES]


def take(step: tuple[str, int, int], held: list[Organisation], cast: Cast) -> Edit | None:
    what, one, other = step
    if what == "merge":
        return merge(kept=held[one], merged=held[other], by=cast.by)
    if what == "part":
        return unmerge(merged=held[one], by=cast.by)
    edits = list(Edit.objects.filter(undoes__undoes=None).order_by("at", "pk"))
    return undo(edits[one % len(edits)], by=cast.by) if edits else None


def in_force(edit: Edit) -> bool:
    """Whether it still does what it did: neither taken back, nor a taking back, whose edit is gone with it."""
    takes_back = edit.undoes is not None and edit.undoes.undoes is None
    return not takes_back and not Edit.objects.filter(undoes=edit).exists()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_pointers_are_one_step_long_and_undoing_all_gives_back_the_start(
    steps: list[tuple[str, int, int]], cast: Cast
) -> None:
    with transaction.atomic():
        held = bodies(cast)
        start, done = pointers(), []
        for step in steps:
            with suppress(RefusedError):
                edit = take(step, held, cast)
                done += [edit] if edit else []
            assert not Organisation.objects.filter(merged_into__merged_into__isnull=False).exists()
        for edit in reversed(done):
            if in_force(edit):
                undo(edit, by=cast.by)
        assert pointers() == start
        transaction.set_rollback(True)


def test_those_merged_before_come_along_and_go_back_where_they_were(cast: Cast) -> None:
    alder, birch, cedar, *_ = bodies(cast)
    merge(kept=alder, merged=birch, by=cast.by)
    merge(kept=cedar, merged=alder, by=cast.by)
    assert pointers() == {
        **dict.fromkeys(NAMES),
        "Alder Trust": "Cedar Trust",
        "Birch Trust": "Cedar Trust",
    }
    unmerge(merged=alder, by=cast.by)
    assert pointers() == {**dict.fromkeys(NAMES), "Birch Trust": "Alder Trust"}


def test_one_taken_apart_and_merged_by_itself_stays_where_it_was_put(cast: Cast) -> None:
    alder, birch, cedar, *_ = bodies(cast)
    merge(kept=alder, merged=birch, by=cast.by)
    merge(kept=cedar, merged=alder, by=cast.by)
    unmerge(merged=birch, by=cast.by)
    merge(kept=cedar, merged=birch, by=cast.by)
    unmerge(merged=alder, by=cast.by)
    assert pointers() == {**dict.fromkeys(NAMES), "Birch Trust": "Cedar Trust"}


@pytest.mark.parametrize(("kept", "merged"), [(0, 0), (1, 2), (2, 1)])
def test_what_cannot_be_merged_is_refused_with_a_reason(cast: Cast, kept: int, merged: int) -> None:
    held = bodies(cast)
    merge(kept=held[0], merged=held[1], by=cast.by)
    with pytest.raises(RefusedError, match=r"\w+ \w+"):
        merge(kept=held[kept], merged=held[merged], by=cast.by)


def test_bodies_of_two_places_never_merge(cast: Cast) -> None:
    here = bodies(cast)[0]
    there = bodies_named(["Alder Trust"], place=cast.elsewhere, by=cast.by)["Alder Trust"]
    with pytest.raises(RefusedError, match="different places"):
        merge(kept=here, merged=there, by=cast.by)


def test_all_that_a_merged_body_does_counts_for_the_one_it_is_known_as(cast: Cast, tarrow_plan: Plan) -> None:
    kept, merged = _two_involved(tarrow_plan)
    asked, place = PlansOfBodies(), cast.tarrow
    apart = {row.action_id for row in Involvement.objects.filter(organisation__in=[kept, merged])}
    merge(kept=kept, merged=merged, by=cast.by)
    assert asked.counts(place, [kept.pk])[kept.pk].all == len(apart) == asked.actions(place, kept.pk).count()
    assert set(Organisation.objects.one_with(merged.pk)) == {kept, merged}
    assert {each.name for each in asked.spellings(place, kept.pk)} >= {merged.name}
    assert not Involvement.objects.filter(organisation=merged, name=kept.name).exists()


def test_a_new_plan_with_a_merged_spelling_counts_for_the_kept_body_until_they_part(cast: Cast) -> None:
    alder, birch, *_ = bodies(cast)
    merge(kept=alder, merged=birch, by=cast.by)
    assert bodies_named(["birch trust"], place=cast.tarrow, by=cast.by)["birch trust"].known_as == alder
    unmerge(merged=birch, by=cast.by)
    assert bodies_named(["birch trust"], place=cast.tarrow, by=cast.by)["birch trust"].known_as == birch


def _two_involved(plan: Plan) -> list[Organisation]:
    return list(Organisation.objects.filter(involvements__action__plan=plan).distinct()[:2])
