"""The client that comes with the package, and the notebook that uses it, against a site that runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import nbformat
import pytest
from api_fixtures import Program, publish_record
from delivery_fixtures import Asked
from made_record import PLAN, action_id, made_record
from nbclient import NotebookClient
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide import client as turntide
from turntide.client import Turntide
from turntide.web.plans.models import Action, Plan
from turntide.web.publishing.models import Publication
from turntide.web.stories.rules.telling import Told
from turntide.web.stories.services.telling import withdraw_consent, write_story

NOTEBOOK = Path(__file__).parents[3] / "docs" / "reading-with-a-program.ipynb"


OpenSite = Callable[[str], Turntide]


@pytest.fixture
def open_site(in_process: Any) -> OpenSite:
    """The site, in this process, with a key or without."""
    return lambda key: Turntide("http://localhost", key, transport=httpx.WSGITransport(in_process))


@pytest.fixture
def site(open_site: OpenSite) -> Iterator[Turntide]:
    with open_site("") as opened:
        yield opened


def test_what_is_published_is_read_as_data(site: Turntide, published: Publication) -> None:
    [place] = site.places()
    assert (place.slug, place.starts) == ("tarrow", date(2026, 10, 1))
    tarrow = site.place("tarrow")
    actions = list(tarrow.actions())
    assert actions == list(tarrow.every_action()) and len(actions) == 9
    first = actions[0]
    assert first.statement and first.statement.on == date(2027, 1, 14) and first.starts is None
    assert first == tarrow.action(first.id)
    assert [each.id for each in tarrow.actions(freshness="silent")] == [action_id(3)]
    assert tarrow.figures(plan=PLAN).all.number == 7
    assert {each.name for each in tarrow.organisations(theme=first.path[0])} > {"Harbour Trust"}
    assert len(list(tarrow.headings())) == 4 and len(list(tarrow.plans())) == 2


def test_a_story_is_told_as_long_as_its_people_agree(site: Turntide, cast: Cast) -> None:
    words = Told("A walk to the harbour", situation="s", did="d", changed="c", agreed_on=date(2026, 10, 5),
                 agreed_how="On a form", ready=True)  # fmt: skip
    story = write_story(place=cast.tarrow, told=words, by=cast.by)
    told = replace(made_record().stories[0], id=str(story.pk))
    publish_record(cast.tarrow, replace(made_record(), stories=(told,)))
    assert [each.title for each in site.place("tarrow").stories()] == ["A walk to the harbour"]
    withdraw_consent(story=story, by=cast.by)
    assert list(site.place("tarrow").stories()) == []


def test_long_lists_are_read_page_by_page(site: Turntide, cast: Cast) -> None:
    one = made_record().actions[0]
    many = tuple(replace(one, id=action_id(number)) for number in range(450))
    publish_record(cast.tarrow, replace(made_record(), actions=many))
    assert [each.id for each in site.place("tarrow").actions()] == [each.id for each in many]


def test_refusals_are_exceptions_that_say_what_to_do(site: Turntide, published: Publication) -> None:
    with pytest.raises(turntide.NotFoundError):
        site.place("nowhere").place()
    with pytest.raises(turntide.WrongWordsError) as wrong:
        list(site.place("tarrow").actions(plan="none"))
    assert wrong.value.errors[0].where == "query.plan"
    with pytest.raises(turntide.NoKeyError, match="Programs"):
        list(site.held.plans())


def test_a_program_hands_in_and_writes(
    open_site: OpenSite, program_of: Callable[..., Program], asked: Asked, tarrow_plan: Plan
) -> None:
    with open_site(program_of().key) as site:
        request = next(site.held.requests(still_open=True))
        update = site.held.hand_in(request, lifecycle="delivering", confidence="amber", reason="Ice.",
                                   recovers_on=date(2027, 3, 1))  # fmt: skip
        assert update.recovers_on == date(2027, 3, 1) and list(site.held.updates()) == [update]
        with pytest.raises(turntide.ChangedMeanwhileError) as meanwhile:
            site.held.hand_in(request, no_change=True)
        assert meanwhile.value.stands and meanwhile.value.stands["reason"] == "Ice."
        action = site.held.add_action(str(tarrow_plan.pk), "Open a pool", when="By March 2027")
        assert action.ends == date(2027, 3, 31)
        changed = site.held.change_action(action, text="Open two pools")
        assert (changed.text, changed.version) == ("Open two pools", 2)
        assert Action.objects.get(pk=action.id).text == "Open two pools"


def test_the_notebook_runs(
    live_server: LiveServer,
    published: Publication,
    program_of: Callable[..., Program],
    asked: Asked,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = {"ADDRESS": live_server.url, "KEY": program_of().key, "PLACE": ""}
    for name, value in told.items():
        monkeypatch.setenv(f"TURNTIDE_{name}", value)
    notebook: Any = nbformat.reads(NOTEBOOK.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    assert not any(cell.get("outputs") for cell in notebook.cells)
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    said = "".join(output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", ()))
    assert "Tarrow: 2026-10-01 to 2026-12-31" in said and "Tarrow active plan: 7 actions" in said
    assert "1.2 Lend cycles to families (Quay Runners): silent since 3 July 2026" in said
    assert "Ray Okoro" in said
