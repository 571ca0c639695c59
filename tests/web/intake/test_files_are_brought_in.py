"""Bringing in: kept first, refused plainly, sealed by place and role."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_q.models import OrmQ
from site_cast import Cast

from turntide.documents.guarding.limits import LIMITS
from turntide.web.accounts.roles import Role
from turntide.web.files.services import body_of
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.services.reading import read_now

BringIn = Callable[..., Intake]
LIST = "/places/tarrow/bring-in/"


def send(client: Client, *files: tuple[str, bytes], **typed: str) -> Any:
    uploads = [SimpleUploadedFile(name, body) for name, body in files]
    return client.post(LIST, {"uploads": uploads, "text": "", **typed})


def test_the_original_is_kept_and_queued_before_anything_is_read(cast: Cast, as_editor: Client) -> None:
    body = b"# Plan\n\n- Open the pool to all\n"
    answer = send(as_editor, ("our plan.md", body))
    intake = Intake.objects.get()
    assert answer.url == intake.get_absolute_url()
    assert body_of(intake.original) == body
    assert intake.original.fingerprint == sha256(body).hexdigest()
    assert [task.func() for task in OrmQ.objects.all()] == ["turntide.web.intake.work.read_file"]
    assert intake.reading is None


def test_several_files_and_pasted_text_come_in_at_once(cast: Cast, as_editor: Client) -> None:
    send(as_editor, ("one.md", b"- Open the pool"), ("two.md", b"- Light the path"), text="- Walk to school")
    assert sorted(str(intake) for intake in Intake.objects.all()) == ["one.md", "pasted text.txt", "two.md"]
    page = as_editor.get(LIST).content.decode()
    assert "one.md" in page and "Waiting to be read" in page


def test_nothing_chosen_is_asked_for_again(cast: Cast, as_editor: Client) -> None:
    answer = send(as_editor)
    assert answer.status_code == 422
    assert "Choose a file, or paste the text of the plan." in answer.content.decode()


def test_a_file_too_large_is_refused_and_the_text_typed_stays(
    cast: Cast, as_editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("turntide.web.intake.forms.LIMITS", type(LIMITS)(file_bytes=10))
    answer = send(as_editor, ("plan.md", b"- Open the pool to all"), text="- Typed by hand")
    assert answer.status_code == 422
    assert "is larger than" in answer.content.decode()
    assert "- Typed by hand" in answer.content.decode()
    assert not Intake.objects.exists()


def test_the_same_bytes_again_are_said_with_a_link_and_still_come_in(cast: Cast, as_editor: Client) -> None:
    for _each in range(2):
        send(as_editor, ("plan.md", b"- Open the pool to all\n- Light the riverside path"))
    second, first = Intake.objects.all()
    assert "was brought in before" in as_editor.get(LIST).content.decode()
    read_now(second)
    assert first.get_absolute_url() in as_editor.get(second.get_absolute_url()).content.decode()


def bomb() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"0" * 120_000_000)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "body"),
    [("plan.docx", b"\x00\x01\x02 no file at all"), ("empty.docx", b" "), ("bomb.docx", bomb())],
)
def test_a_refusal_of_the_library_is_shown_as_it_is(
    name: str, body: bytes, cast: Cast, as_editor: Client
) -> None:
    send(as_editor, (name, body))
    intake = read_now(Intake.objects.get())
    assert intake.stage == Stage.REFUSED
    page = as_editor.get(intake.get_absolute_url())
    assert intake.refusal and intake.refusal in page.context["page"].intake.refusal
    assert "Traceback" not in page.content.decode()
    as_editor.post(reverse("intake-try-again", args=["tarrow", intake.pk]))
    intake.refresh_from_db()
    assert intake.stage == Stage.WAITING


def test_putting_aside_is_undone(read: BringIn, as_editor: Client) -> None:
    intake = read()
    before = intake.reading
    as_editor.post(reverse("intake-put-aside", args=["tarrow", intake.pk]))
    intake.refresh_from_db()
    assert intake.stage == Stage.PUT_ASIDE
    as_editor.post(reverse("intake-bring-back", args=["tarrow", intake.pk]))
    intake.refresh_from_db()
    assert (intake.stage, intake.reading) == (Stage.REVIEW, before)


def test_the_original_is_saved_and_never_shown(read: BringIn, as_editor: Client) -> None:
    intake = read("<h1>Plan</h1><ul><li>Open the pool</li></ul>", "plän.html")
    answer = as_editor.get(reverse("intake-original", args=["tarrow", intake.pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer.content == body_of(intake.original)


GETS = ("intake", "intake-original", "intake-changes", "intake-adopt")
POSTS = (
    *("intake-mend", "intake-leave", "intake-look-again", "intake-plan", "intake-put-aside"),
    *("intake-bring-back", "intake-try-again", "intake-adopt", "intake-undo-adoption"),
)


@pytest.mark.parametrize("role", Role)
def test_only_editors_and_owners_come_in(role: Role, read: BringIn, cast: Cast, client: Client) -> None:
    intake = read()
    client.force_login(cast.members[role])
    expected = {200, 302, 422} if role.rank >= Role.EDITOR.rank else {403}
    assert client.get(LIST).status_code in expected
    for route in GETS:
        assert client.get(reverse(route, args=["tarrow", intake.pk])).status_code in expected, route
    for route in POSTS:
        assert client.post(reverse(route, args=["tarrow", intake.pk])).status_code in expected, route


def test_a_file_of_another_place_is_not_there(read: BringIn, cast: Cast, client: Client) -> None:
    intake = read()
    client.force_login(cast.outsider)
    for place in ("tarrow", "wexcombe"):
        for route in GETS:
            assert client.get(reverse(route, args=[place, intake.pk])).status_code == 404
        for route in POSTS:
            assert client.post(reverse(route, args=[place, intake.pk])).status_code == 404


def test_a_plan_of_another_place_is_no_choice(read: BringIn, cast: Cast, as_editor: Client) -> None:
    intake = read()
    other = cast.elsewhere.plans.create(title="Wexcombe plan")
    answer = as_editor.post(reverse("intake-plan", args=["tarrow", intake.pk]), {"plan": str(other.pk)})
    assert answer.status_code == 404


@pytest.mark.parametrize("route", ["intake-mend", "intake-put-aside", "intake-undo-adoption"])
def test_looking_never_writes(route: str, read: BringIn, as_editor: Client) -> None:
    intake = read()
    assert as_editor.get(reverse(route, args=["tarrow", intake.pk])).status_code == 405


def test_an_export_of_ours_comes_in_as_it_is(read: BringIn, waiting: BringIn, as_editor: Client) -> None:
    from turntide.exchange.interchange import part_from, to_json
    from turntide.plan.model import Plan

    first = read()
    assert first.reading is not None
    exported = to_json(part_from(first.reading, Plan))
    again = read_now(waiting(exported, "export.json"))
    assert again.reading == first.reading
    assert "taken in as it is" in as_editor.get(again.get_absolute_url()).content.decode()
