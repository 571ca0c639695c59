"""Each mend, made by its form; taking it back; findings left as they are; two people at one reading."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from intakes_read import reading_of
from site_cast import Cast

from turntide.mending import as_data
from turntide.mending.mends import (
    ColumnMeans,
    HeadingHolds,
    IsAction,
    IsNote,
    Mend,
    RowBelongsAbove,
    SameBody,
    SplitAt,
)
from turntide.web.intake.models import Intake, Stage

BringIn = Callable[..., Intake]

LEADS = ColumnMeans("Bringer", "lead")
SWIM = "Offer swimming lessons to all and train the teachers who give them"
HEADED = """# Tarrow plan

## Theme: Getting about

- Open the towpath to wheels and walkers
- Light the riverside path until ten o'clock

## Theme: Being well

Every surgery offers a walk to those who ask for one

- Offer swimming lessons to all who want them
"""


def url(route: str, intake: Intake, *more: object) -> str:
    return reverse(route, args=["tarrow", intake.pk, *more])


def said(client: Client, intake: Intake, mend: Mend, version: int | None = None) -> Any:
    seen = intake.version if version is None else version
    answer = client.post(url("intake-mend", intake), {"mend": json.dumps(as_data(mend)), "version": seen})
    intake.refresh_from_db()
    return answer


def texts(intake: Intake) -> list[str]:
    return [action["text"] for action in reading_of(intake)["actions"]]


def leads(intake: Intake) -> list[str]:
    return [body["name"] for action in reading_of(intake)["actions"] for body in action["leads"]]


def test_a_column_means_leads(read: BringIn, as_editor: Client) -> None:
    intake = read()
    assert leads(intake) == []
    said(as_editor, intake, LEADS)
    assert leads(intake)[:2] == ["Tarrow Parks", "Tarow Parks"]
    assert intake.version == 2


def test_a_row_belongs_to_the_one_above(read: BringIn, as_editor: Client) -> None:
    intake = read()
    said(as_editor, intake, RowBelongsAbove("Walks from every surgery"))
    assert len(texts(intake)) == 3
    assert texts(intake)[-1].endswith("Walks from every surgery")


def test_an_action_is_split(read: BringIn, as_editor: Client) -> None:
    intake = read()
    said(as_editor, intake, SplitAt(SWIM, "train the teachers"))
    assert "train the teachers who give them" in texts(intake)
    assert len(texts(intake)) == 5


def test_a_row_is_a_note(read: BringIn, as_editor: Client) -> None:
    intake = read()
    said(as_editor, intake, IsNote("Walks from every surgery"))
    assert "Walks from every surgery" not in texts(intake)
    assert any("Walks from every surgery" in note["text"] for note in reading_of(intake)["notes"])


def test_words_are_an_action_and_stand_under_a_heading(read: BringIn, as_editor: Client) -> None:
    intake = read(HEADED)
    walk = "Every surgery offers a walk to those who ask for one"
    said(as_editor, intake, IsAction(walk))
    assert walk in texts(intake)
    heading = reading_of(intake)["headings"][0]
    said(as_editor, intake, HeadingHolds(heading["text"], (walk,)))
    under = {action["text"]: action["under"] for action in reading_of(intake)["actions"]}
    assert under[walk] == reading_of(intake)["headings"][0]["id"]


def test_two_names_are_one_body_in_the_register_too(read: BringIn, as_editor: Client, cast: Cast) -> None:
    intake = read()
    said(as_editor, intake, LEADS)
    said(as_editor, intake, SameBody("Tarrow Parks", "Tarow Parks"))
    as_editor.post(url("intake-adopt", intake), {"title": "Tarrow plan", "version": intake.version})
    bodies = cast.tarrow.organisations.values_list("name", flat=True)
    assert "Tarrow Parks" in bodies and "Tarow Parks" not in bodies


def test_a_mend_by_hand_says_the_same_as_its_button(read: BringIn, as_editor: Client) -> None:
    intake = read()
    typed = {"kind_of_mend": "column means", "heading": "Bringer", "meaning": "lead", "version": 1}
    as_editor.post(url("intake-mend", intake), typed)
    intake.refresh_from_db()
    assert intake.mends.get().mend == as_data(LEADS)


@pytest.mark.parametrize(
    "typed",
    [
        {"mend": "{"},
        {"mend": '{"kind": "magic"}'},
        {"kind_of_mend": "same body", "other": "Tarrow Parks", "name": ""},
        {"kind_of_mend": "heading holds", "heading": "Theme"},
        {},
    ],
)
def test_what_is_no_mend_is_said_and_changes_nothing(
    typed: dict[str, str], read: BringIn, as_editor: Client
) -> None:
    intake = read()
    answer = as_editor.post(url("intake-mend", intake), {**typed, "version": 1}, follow=True)
    assert "There is a problem" in answer.content.decode()
    intake.refresh_from_db()
    assert (intake.version, intake.mends.count()) == (1, 0)


def test_a_mend_that_finds_nothing_is_not_kept(read: BringIn, as_editor: Client) -> None:
    intake = read()
    answer = as_editor.post(
        url("intake-mend", intake),
        {"mend": json.dumps(as_data(ColumnMeans("Nowhere", "lead"))), "version": 1},
        follow=True,
    )
    assert "the document has nothing that this speaks of" in answer.content.decode()
    assert not intake.mends.exists()


def test_a_mend_is_taken_back_and_made_again(read: BringIn, as_editor: Client) -> None:
    intake = read()
    before = intake.reading
    said(as_editor, intake, LEADS)
    mended = intake.reading
    as_editor.post(url("intake-take-back", intake, 1))
    intake.refresh_from_db()
    assert intake.reading == before
    as_editor.post(url("intake-put-back", intake, 1))
    intake.refresh_from_db()
    assert intake.reading == mended
    assert intake.version == 4


def test_who_mends_an_older_reading_is_shown_what_happened_and_loses_nothing(
    read: BringIn, as_editor: Client, cast: Cast
) -> None:
    intake = read()
    owner = Client()
    owner.force_login(cast.owner)
    said(owner, intake, LEADS)
    note = IsNote("Walks from every surgery")
    answer = said(as_editor, intake, note, version=1)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Owner said: Column “Bringer” means leads." in page
    assert "“Walks from every surgery” is a note." in page
    assert leads(intake) and intake.mends.count() == 1
    context = answer.context["page"]
    as_editor.post(url("intake-mend", intake), {"mend": context.data, "version": context.intake.version})
    intake.refresh_from_db()
    assert intake.mends.count() == 2
    assert leads(intake) and "Walks from every surgery" not in texts(intake)


def test_findings_left_as_they_are_no_longer_count_and_can_be_looked_at_again(
    read: BringIn, as_editor: Client
) -> None:
    intake = read()
    page = as_editor.get(intake.get_absolute_url()).context["page"]
    first = page.findings.current
    as_editor.post(url("intake-leave", intake), {"finding": first.key})
    after = as_editor.get(intake.get_absolute_url()).context["page"]
    assert after.findings.left == page.findings.left - 1
    assert after.findings.current.key != first.key
    as_editor.post(url("intake-look-again", intake), {"finding": first.key})
    assert as_editor.get(intake.get_absolute_url()).context["page"].findings.left == page.findings.left


def test_every_mend_offered_for_a_finding_can_be_made(read: BringIn, as_editor: Client) -> None:
    intake = read()
    keys = [one.key for one in as_editor.get(intake.get_absolute_url()).context["page"].findings.all]
    for key in keys:
        shown = as_editor.get(f"{intake.get_absolute_url()}?finding={key}").context["page"]
        for offer in shown.findings.current.offers:
            sent = {"mend": offer.data, "version": intake.version}
            assert as_editor.post(url("intake-mend", intake), sent).status_code == 302
            intake.refresh_from_db()
            made = intake.mends.latest("position")
            assert made.taken_back_at is None and json.loads(offer.data) == made.mend
            as_editor.post(url("intake-take-back", intake, made.position))
            intake.refresh_from_db()


def test_a_long_document_is_read_again_by_the_worker(
    read: BringIn, as_editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake = read()
    monkeypatch.setattr("turntide.web.intake.services.mending.QUICK", 3)
    said(as_editor, intake, LEADS)
    assert intake.stage == Stage.WAITING
    assert "Reading again with your mends" not in as_editor.get(intake.get_absolute_url()).content.decode()
    from turntide.web.intake.work import read_file

    read_file(str(intake.pk))
    intake.refresh_from_db()
    assert intake.stage == Stage.REVIEW
    assert leads(intake)
