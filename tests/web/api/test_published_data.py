"""What anybody's program reads of what a place published."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from api_fixtures import Program, publish_record
from django.test import Client
from made_record import PLAN, action_id, made_record, record_before
from site_cast import Cast

from turntide.web.periods.rules.figures import figures
from turntide.web.publishing.models import Publication, PublicSite
from turntide.web.publishing.rules.public import public_part

ANYBODY = Program()
ACTIONS = made_record().actions


def test_places_that_publish_are_listed_and_no_others(published: Publication, cast: Cast) -> None:
    listed = ANYBODY.get("/places").json()["items"]
    assert [(each["slug"], each["publication"]) for each in listed] == [("tarrow", 1)]
    assert ANYBODY.get(listed[0]["url"]).json()["name"] == "Tarrow"
    assert ANYBODY.get("/places/wexcombe").status_code == 404


def test_a_place_that_closed_is_gone_at_once(published: Publication) -> None:
    PublicSite.objects.update(open=False)
    assert ANYBODY.get("/places/tarrow/actions").status_code == 404


def test_actions_come_in_the_plans_order_page_by_page(published: Publication) -> None:
    seen, address = [], "/places/tarrow/actions?limit=4"
    while address:
        answer = ANYBODY.get(address)
        page = answer.json()
        seen += [each["id"] for each in page["items"]]
        assert ("Link" in answer) == bool(page["next"])
        address = page["next"]
    assert seen == [each.id for each in ACTIONS]


def test_a_list_that_was_published_anew_meanwhile_says_so(published: Publication, cast: Cast) -> None:
    next_ = ANYBODY.get("/places/tarrow/actions?limit=4").json()["next"]
    publish_record(cast.tarrow, replace(made_record(), actions=ACTIONS[1:]), number=2)
    answer = ANYBODY.get(next_)
    assert answer.status_code == 410 and answer.json()["type"] == "urn:turntide:problem:published-anew"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (f"plan={PLAN}", [1, 2, 3, 4, 5, 6, 7]),
        ("theme=3d4f5a10-0000-4000-8000-0000000000a3", [1, 2]),
        ("theme=3d4f5a10-0000-4000-8000-0000000000a1", [1, 2, 3]),
        ("body=harbour trust", [1, 6, 7, 8]),
        ("lifecycle=not reported", [5]),
        ("confidence=blue", [4]),
        ("confidence=amber", [6]),
        ("freshness=silent", [3]),
        ("words=begin quay", [1]),
        ("words=groups began", [1, 3]),
        ("body=Parks&lifecycle=complete", []),
    ],
)
def test_actions_are_narrowed(asked: str, found: list[int], published: Publication) -> None:
    page = ANYBODY.get(f"/places/tarrow/actions?{asked.replace(' ', '%20')}").json()
    assert [int(each["id"][-12:]) for each in page["items"]] == found


def test_all_actions_are_streamed_as_the_list_tells_them(published: Publication) -> None:
    answer = ANYBODY.get("/places/tarrow/actions.ndjson")
    assert answer["Content-Type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]
    assert lines == ANYBODY.get("/places/tarrow/actions").json()["items"]
    assert ANYBODY.get(f"/places/tarrow/actions/{ACTIONS[0].id}").json() == lines[0]


def test_nothing_that_is_not_public_is_told(published: Publication) -> None:
    told = b"".join(ANYBODY.get("/places/tarrow/actions.ndjson").streaming_content).decode()
    for inner in (
        "Ray Okoro",
        "Mina Farrow",
        "Objections must be heard",
        "The hearing has no date",
        "fell ill",
    ):
        assert inner not in told


def test_figures_are_those_of_the_record(published: Publication) -> None:
    told = ANYBODY.get("/places/tarrow/figures").json()
    known = figures(public_part(made_record()).actions)
    assert told["all"]["number"] == known.all.number == 9
    for axis in ("lifecycle", "confidence", "freshness"):
        ours = {(key or "not reported"): list(each.actions) for key, each in getattr(known, axis).items()}
        assert {each["status"]: each["actions"] for each in told[axis]} == ours
    of_plan = ANYBODY.get(f"/places/tarrow/figures?plan={PLAN}").json()
    assert of_plan["all"]["number"] == 7


def test_bodies_involved_are_told_with_their_actions(published: Publication) -> None:
    listed = {each["name"]: each for each in ANYBODY.get("/places/tarrow/organisations").json()["items"]}
    assert len(listed["Quay Runners"]["leads"]) == 2 and len(listed["Quay Runners"]["partners"]) == 1
    assert listed["Parks"]["id"] == ""


@pytest.mark.parametrize(
    "path",
    ["", "/plans", "/headings", "/actions", "/actions.ndjson", "/organisations", "/stories", "/figures"],
)
def test_what_did_not_change_is_not_sent_again(path: str, published: Publication, cast: Cast) -> None:
    first = ANYBODY.get(f"/places/tarrow{path}")
    assert first.status_code == 200 and "max-age" in first["Cache-Control"] and first["Last-Modified"]
    again = ANYBODY.get(f"/places/tarrow{path}", If_None_Match=first["ETag"])
    assert (again.status_code, again["ETag"]) == (304, first["ETag"])
    assert ANYBODY.get(f"/places/tarrow{path}?limit=1", If_None_Match=first["ETag"]).status_code == 200
    publish_record(cast.tarrow, replace(made_record(), actions=ACTIONS[1:]), number=2)
    assert ANYBODY.get(f"/places/tarrow{path}", If_None_Match=first["ETag"]).status_code == 200


def test_pages_of_other_sites_may_read_what_is_published_and_nothing_else(published: Publication) -> None:
    answer = ANYBODY.get("/places/tarrow/actions", Origin="https://elsewhere.example")
    assert (
        answer["Access-Control-Allow-Origin"] == "*"
        and not answer.cookies
        and "Cookie" not in answer.get("Vary", "")
    )
    asked = ANYBODY.ask("OPTIONS", "/places/tarrow", Origin="https://elsewhere.example")
    assert asked.status_code == 204 and asked["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    for closed in (ANYBODY.get("/held/plans"), ANYBODY.ask("OPTIONS", "/held/plans")):
        assert "Access-Control-Allow-Origin" not in closed


def test_head_is_answered_as_get_without_what_it_tells(published: Publication) -> None:
    whole, head = ANYBODY.get("/places/tarrow"), ANYBODY.ask("HEAD", "/places/tarrow")
    assert head.status_code == 200 and head.content == b"" and head["ETag"] == whole["ETag"]
    assert int(head["Content-Length"]) == len(whole.content)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/places/tarrow/actions?limit=0", 422),
        ("GET", "/places/tarrow/actions?limit=201", 422),
        ("GET", "/places/tarrow/actions?cursor=nonsense", 422),
        ("GET", "/places/tarrow/actions?lifecycle=well", 422),
        ("GET", "/places/tarrow/actions?plan=none", 422),
        ("DELETE", "/places/tarrow", 405),
        ("GET", "/held/plans", 401),
    ],
)
def test_every_refusal_is_a_problem_that_says_what_to_do(
    method: str, path: str, status: int, published: Publication
) -> None:
    answer = ANYBODY.ask(method, path)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    told = answer.json()
    assert told["status"] == status and told["title"] and told["detail"].endswith(".")
    assert all(each["where"] and each["detail"] for each in told.get("errors", []))


def test_a_fault_of_ours_is_a_problem_too(published: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("turntide.web.api.views.published.all_current", lambda: 1 / 0)
    answer = Client(raise_request_exception=False).get("/api/v1/places")
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert "division" not in answer.content.decode()


def test_the_description_names_every_address_and_loads_nothing(db: None) -> None:
    told = ANYBODY.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1") and len(told["paths"]) > 20
    assert "://" not in json.dumps(told)


def test_what_changed_is_told_of_the_period_and_since_the_publication_before(cast: Cast) -> None:
    publish_record(cast.tarrow, record_before())
    publish_record(cast.tarrow, made_record(), number=2)
    told = ANYBODY.get("/places/tarrow/changes").json()
    assert [each["id"] for each in told["came"]] == [action_id(7)]
    assert [(each["ref"], each["into"]) for each in told["went"]] == [("2.5", action_id(4))]
    assert (action_id(2), "confidence", "green", "red") in [
        (each["id"], each["what"], each["was"], each["now"]) for each in told["slipped"]
    ]


def test_plans_of_several_places_are_searched_and_compared(published: Publication, cast: Cast) -> None:
    other = replace(made_record(), slug="wexcombe", place="Wexcombe", plans=made_record().plans[:1])
    publish_record(cast.elsewhere, other)
    found = ANYBODY.get("/across/search?words=begin%20walking").json()["items"]
    assert [each["place"] for each in found] == ["tarrow", "wexcombe"]
    assert len(ANYBODY.get("/across/search?words=walking&place=wexcombe&limit=1").json()["items"]) == 1
    bodies = {each["name"]: each for each in ANYBODY.get("/across/organisations").json()["items"]}
    assert bodies["Harbour Trust"]["places"] == 2
    paged = ANYBODY.get("/across/organisations?limit=1").json()
    assert ANYBODY.get(paged["next"]).json()["items"][0] != paged["items"][0]
    compared = ANYBODY.get(f"/across/compare?plan={PLAN}&plan=none").json()
    assert compared["missing"] == ["none"] and compared["sides"][0]["figures"]["all"]["number"] == 7
