"""What a place's own programs read and write: by keys with scopes, in their own place alone, once, and by its doors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from api_fixtures import Program
from delivery_fixtures import Asked
from django.utils import timezone
from site_cast import Cast

from turntide.web.api.models import Scope, Token
from turntide.web.api.services.tokens import make_token, revoke_token
from turntide.web.audit.by import By
from turntide.web.audit.models import Entry
from turntide.web.delivery.models import Update
from turntide.web.delivery.services.approving import approve_update
from turntide.web.delivery.services.opening import close_round
from turntide.web.plans.models import Action, Plan

ProgramOf = Callable[..., Program]
WELL = {"version": 0, "lifecycle": "delivering", "confidence": "green", "done": "Two groups walk."}


def first_request(program: Program) -> dict[str, Any]:
    found: dict[str, Any] = program.get("/held/requests?open=true").json()["items"][0]
    return found


def test_a_key_is_kept_as_a_hash_alone(cast: Cast) -> None:
    made = make_token(place=cast.tarrow, name="Website", scopes=["read"], by=cast.by)
    kept = Token.objects.values().get()
    assert made.key.startswith("tt_") and made.key not in str(kept) and kept["hint"] == made.key[:9]
    assert made.key not in str(list(Entry.objects.values()))


def test_a_key_works_until_it_is_revoked_or_expires(cast: Cast, program_of: ProgramOf) -> None:
    today = timezone.localdate()
    program = program_of(expires_on=today)
    assert program.get("/held/plans").status_code == 200
    Token.objects.update(expires_on=today - timedelta(days=1))
    expired = program.get("/held/plans")
    assert expired.status_code == 401 and "expired" in expired.json()["detail"]
    Token.objects.update(expires_on=None)
    assert program.token is not None
    revoke_token(token=program.token, by=By.person(cast.owner))
    revoked = program.get("/held/plans")
    assert revoked.status_code == 401 and revoked["WWW-Authenticate"].startswith("Bearer")


def test_last_use_is_kept(program_of: ProgramOf) -> None:
    program_of().get("/held/plans")
    assert Token.objects.get().used_at is not None


def test_what_the_place_holds_is_listed_page_by_page(program_of: ProgramOf, tarrow_plan: Plan) -> None:
    program, seen, address = program_of(), [], "/held/actions?limit=5"
    while address:
        page = program.get(address).json()
        seen += page["items"]
        address = page["next"]
    assert [each["id"] for each in seen] == [str(each.pk) for each in tarrow_plan.actions.standing()]
    assert all(each["version"] == 1 and each["under"] for each in seen)
    one = program.get(f"/held/actions/{seen[0]['id']}").json()
    assert one == seen[0]


@pytest.mark.parametrize("path", ["/held/plans", "/held/headings", "/held/organisations", "/held/rounds"])
def test_every_list_goes_on_where_it_ended(path: str, program_of: ProgramOf, asked: Asked) -> None:
    program = program_of()
    whole = program.get(f"{path}?limit=200").json()["items"]
    seen, address = [], f"{path}?limit=3"
    while address:
        page = program.get(address).json()
        seen += page["items"]
        address = page["next"]
    assert seen == whole and seen


def test_held_actions_are_narrowed_as_lists_of_the_site_are(program_of: ProgramOf, asked: Asked) -> None:
    program = program_of()
    assert len(program.get("/held/actions?freshness=due").json()["items"]) == 4
    everything = program.get("/held/actions?limit=200").json()["items"]
    word = everything[0]["text"].split()[0]
    found = program.get(f"/held/actions?words={word}").json()["items"]
    assert everything[0] in found
    assert program.get("/held/actions?plan=3d4f5a10-0000-4000-8000-000000000001").status_code == 422


def test_a_program_hands_in_and_an_officer_approves(program_of: ProgramOf, asked: Asked, cast: Cast) -> None:
    program = program_of()
    request = first_request(program)
    answer = program.ask("PUT", f"/held/requests/{request['id']}/update", WELL)
    told = answer.json()
    assert answer.status_code == 200, told
    assert (told["state"], told["via"], told["done"]) == ("submitted", "program", "Two groups walk.")
    update = Update.objects.get()
    process = update.sayings.get().process
    assert process.startswith("program: Council website (tt_") and update.entered_by is None
    assert Entry.objects.filter(verb="hand in update", process=process).exists()
    approve_update(update=update, by=cast.by)
    assert program.get(f"/held/updates/{told['id']}").json()["state"] == "approved"
    later = program.ask("PUT", f"/held/requests/{request['id']}/update", WELL | {"version": 2})
    assert later.status_code == 409 and later.json()["type"].endswith(":refused")


def test_no_change_is_one_word(program_of: ProgramOf, asked: Asked) -> None:
    program = program_of()
    address = f"/held/requests/{first_request(program)['id']}/update"
    assert program.ask("PUT", address, {"version": 0, "no_change": True}).json()["no_change"] is True


def test_a_closed_round_takes_nothing(program_of: ProgramOf, asked: Asked, cast: Cast) -> None:
    program = program_of()
    address = f"/held/requests/{first_request(program)['id']}/update"
    close_round(round_=asked.round, by=cast.by)
    assert program.ask("PUT", address, WELL).status_code == 409
    assert not Update.objects.exists()


def test_a_program_adds_and_changes_an_action(program_of: ProgramOf, tarrow_plan: Plan) -> None:
    program = program_of()
    heading = tarrow_plan.headings.standing()[0]
    words = {
        "plan": str(tarrow_plan.pk),
        "under": str(heading.pk),
        "text": "Open a pool",
        "when": "March 2027",
    }
    added = program.ask("POST", "/held/actions", words | {"leads": ["Harbour Trust", "Tarrow Council"]})
    told = added.json()
    assert added.status_code == 201, told
    assert (told["text"], told["ends"], told["under"]) == ("Open a pool", "2027-03-31", str(heading.pk))
    assert [each["name"] for each in told["leads"]] == ["Harbour Trust", "Tarrow Council"]
    assert program.get(added["Location"]).json() == told
    changed = program.ask("PATCH", added["Location"], {"text": "Open two pools"}, If_Match=added["ETag"])
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert changed.json()["leads"] == told["leads"]
    stale = program.ask("PATCH", added["Location"], {"version": 1, "text": "Open none"})
    assert stale.status_code == 409 and stale.json()["stands"]["text"] == "Open two pools"
    for nothing in (None, "", " "):
        refused = program.ask("PATCH", added["Location"], {"version": 2, "text": nothing})
        assert refused.status_code == 422 and Action.objects.get(pk=told["id"]).text == "Open two pools"
    broken = program.ask("PATCH", added["Location"], {"version": 2, "leads": ["Harbour\u2028Trust"]})
    assert [each["name"] for each in broken.json()["leads"]] == ["Harbour Trust"]
    history = Action.objects.get(pk=told["id"]).plan.changes.values_list("process", flat=True)
    assert any(each.startswith("program: Council website") for each in history)


def test_days_want_words(program_of: ProgramOf, tarrow_plan: Plan) -> None:
    given = {"plan": str(tarrow_plan.pk), "text": "Open a pool", "ends": date(2027, 3, 31).isoformat()}
    answer = program_of().ask("POST", "/held/actions", given)
    assert answer.status_code == 422 and answer.json()["errors"][0]["where"] == "body.when"


def test_requests_are_counted_by_key_and_by_address(program_of: ProgramOf, settings: Any) -> None:
    settings.API_MOST_BY_TOKEN, settings.API_MOST_BY_ADDRESS = 2, 1
    program, other = program_of(), program_of()
    answers = [program.get("/held/plans") for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert [each["X-RateLimit-Remaining"] for each in answers] == ["1", "0", "0"]
    refused = answers[-1]
    assert 1 <= int(refused["Retry-After"]) <= 60 and refused["RateLimit"].startswith('"minute";r=0;t=')
    assert refused["Content-Type"] == "application/problem+json"
    assert other.get("/held/plans").status_code == 200
    anybody = [Program().get("/places").status_code for _ in range(2)]
    assert anybody == [200, 429]


def test_a_key_opens_its_own_place_alone(
    program_of: ProgramOf, asked: Asked, tarrow_plan: Plan, cast: Cast
) -> None:
    ours, theirs = program_of(), program_of(cast.elsewhere)
    for path in ("plans", "headings", "actions", "organisations", "rounds", "requests", "updates"):
        assert theirs.get(f"/held/{path}").json()["items"] == [], path
    request = first_request(ours)
    action = f"/held/actions/{tarrow_plan.actions.standing()[0].pk}"
    for method, path, body in (
        ("GET", action, None),
        ("PATCH", action, {"version": 1, "text": "Ours now"}),
        ("GET", f"/held/rounds/{asked.round.pk}", None),
        ("GET", f"/held/requests/{request['id']}", None),
        ("PUT", f"/held/requests/{request['id']}/update", WELL),
    ):
        assert theirs.ask(method, path, body).status_code == 404, path
    stolen = {"plan": str(tarrow_plan.pk), "text": "Ours now"}
    assert theirs.ask("POST", "/held/actions", stolen).status_code == 422
    assert not Update.objects.exists() and tarrow_plan.actions.filter(text="Ours now").count() == 0


def test_a_scope_lets_in_to_what_it_names_alone(program_of: ProgramOf, tarrow_plan: Plan, cast: Cast) -> None:
    reader: Program = program_of(cast.tarrow, Scope.READ)
    assert reader.get("/held/actions").status_code == 200
    for method, path, body in (("GET", "/held/updates", None), ("POST", "/held/actions", {})):
        refused = reader.ask(method, path, body)
        assert refused.status_code == 403 and "Ask an owner" in refused.json()["detail"]
