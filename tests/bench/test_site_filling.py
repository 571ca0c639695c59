"""The benchmark's plans are held as the site's own writer would hold them, so that what is measured is the site."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "bench" / "site"))

from filling import addresses_to_ask, fill
from inventing import Invented, Size, plans

from turntide.exchange.interchange import from_json
from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Change, Heading, Plan, Version, Words
from turntide.web.plans.services.undoing import undo
from turntide.web.plans.store.searching import search
from turntide.web.plans.store.states import State, state_from
from turntide.web.plans.store.taking_out import action_state, heading_state, plan_state, whole

SMALL = Size(actions=36, history=108, plans=2)


def test_the_same_size_gives_the_same_plans() -> None:
    assert list(plans(SMALL)) == list(plans(SMALL))


@pytest.fixture
def filled(transactional_db: None) -> None:
    fill(SMALL)


@pytest.mark.usefixtures("filled")
class TestFilled:
    def test_it_holds_what_was_asked_for(self) -> None:
        assert (Plan.objects.count(), Action.objects.count()) == (2, 36)
        assert Version.objects.filter(thing="action").count() == 108
        assert max(len(path) for path in _paths()) == 3

    def test_everything_stands_as_its_last_version_says(self) -> None:
        things: list[State] = [
            *map(plan_state, Plan.objects.all()),
            *map(action_state, whole(Action.objects.all())),
        ]
        for plan in Plan.objects.all():
            things += map(heading_state, plan.headings.all())
        for state in things:
            last = Version.objects.filter(thing=state.thing, thing_id=state.id).order_by("number").last()
            assert last is not None
            assert state_from(last.thing, last.after) == state

    def test_an_edition_keeps_the_plan_as_it_was_adopted(self) -> None:
        for plan, invented in zip(Plan.objects.order_by("pk"), sorted(plans(SMALL), key=_id), strict=True):
            held = from_json(json.dumps(plan.editions.get().reading))
            assert held.actions == tuple(action.read for action in invented.adopted)
            assert held.headings == tuple(heading.read for heading in invented.headings)

    def test_versions_follow_each_other(self) -> None:
        for action in Action.objects.all():
            life = list(Version.objects.filter(thing_id=action.pk).order_by("number"))
            assert [each.number for each in life] == list(range(1, action.version + 1))
            assert [each.before for each in life] == [None, *(each.after for each in life[:-1])]

    def test_the_latest_change_can_be_undone(self) -> None:
        change = Change.objects.filter(verb="edit").order_by("-at", "-id")[0]
        undo(change, by=By.work("test"))
        version = change.versions.all()[0]
        now = action_state(whole(Action.objects.filter(pk=version.thing_id)).get())
        assert version.before is not None
        assert now == state_from(version.thing, version.before)

    def test_search_finds_every_action_by_its_words(self) -> None:
        assert Words.objects.exclude(action=None).count() == 36
        action = Action.objects.all()[0]
        found = search(action.plan.place, f'"{action.text}"')
        assert action.pk in {each.row.action_id for each in found.found}

    def test_every_page_that_people_ask_for_is_there(self, client) -> None:  # type: ignore[no-untyped-def]
        client.force_login(Plan.objects.all()[0].place.memberships.all()[0].person)
        for addresses in addresses_to_ask().values():
            for address in list(addresses)[:3]:
                assert client.get(address, HTTP_HOST="localhost").status_code == 200, address


def _id(invented: Invented) -> str:
    return invented.plan.id


def _paths() -> list[list[str]]:
    return [_path(heading) for heading in Heading.objects.all()]


def _path(heading: Heading) -> list[str]:
    return [*(_path(heading.parent) if heading.parent else []), heading.level]
