"""A file made to do harm is refused in one sentence, or kept and then refused; nothing breaks and nothing is lost."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse
from furnished_place import EXAMPLES
from sound_answers import Answer
from two_places import TwoPlaces

from turntide.documents.guarding.limits import Limits
from turntide.web.accounts.roles import Role
from turntide.web.files.services import body_of
from turntide.web.intake import forms
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.services.reading import read_now

TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zipped(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name.replace("__", "/"), body)
    return held.getvalue()


def bomb() -> bytes:
    return zipped(**{"[Content_Types].xml": TYPES, "word__document.xml": b"<w>" + b" " * 300_000_000})


def many_parts() -> bytes:
    return zipped(**{f"word__part{number}.xml": b"" for number in range(12_000)})


def entity_bomb() -> bytes:
    layers = "".join(f'<!ENTITY a{at + 1} "{f"&a{at};" * 10}">' for at in range(12))
    body = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "tide">{layers}]><w>&a12;</w>'
    return zipped(**{"[Content_Types].xml": TYPES, "word__document.xml": body.encode()})


def outside_entity() -> bytes:
    body = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
    return zipped(**{"[Content_Types].xml": TYPES, "word__document.xml": body})


def encrypted() -> bytes:
    """The head of an Office file with a password, which is a compound file and no zip."""
    names = "".join(f"{name}\0" for name in ("EncryptedPackage", "EncryptionInfo")).encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(4096)


HARMFUL: dict[str, Callable[[], bytes]] = {
    "a bomb.docx": bomb,
    "many parts.docx": many_parts,
    "entities.docx": entity_bomb,
    "outside.docx": outside_entity,
    "locked.docx": encrypted,
    "locked.xlsx": encrypted,
    "a program.docx": lambda: b"MZ" + bytes(range(256)) * 40,
    "a picture.pdf": lambda: b"\x89PNG\r\n\x1a\n" + bytes(2000),
    "half a.pdf": lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "half a.xlsx": lambda: (EXAMPLES / "wexcombe-year-plan.xlsx").read_bytes()[:3000],
    "deep.json": lambda: b"[" * 200_000,
    "a cell.csv": lambda: b'"' + b"x" * 3_000_000,
    "nested.html": lambda: b"<div>" * 200_000,
}


def send(client: Client, *files: SimpleUploadedFile) -> Answer:
    return client.post(reverse("intakes", args=["tarrow"]), {"uploads": files, "text": "", "becomes": "ask"})


def one_sentence(words: str) -> bool:
    return 10 < len(words) < 400 and words.rstrip().endswith(".") and "Traceback" not in words


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_file_is_kept_and_refused_in_a_sentence(name: str, two_places: TwoPlaces) -> None:
    body, client = HARMFUL[name](), two_places.client(Role.EDITOR)
    assert send(client, SimpleUploadedFile(name, body)).status_code == 302
    intake = Intake.objects.get(original__name=name)
    assert body_of(intake.original) == body
    intake = read_now(intake)
    page = client.get(intake.get_absolute_url())
    assert page.status_code == 200
    if intake.stage == Stage.REFUSED:
        assert one_sentence(intake.refusal) and "on our side" not in intake.refusal
        assert "root:" not in page.content.decode()
    else:
        assert intake.stage == Stage.REVIEW and "root:" not in str(intake.reading)


def test_a_macro_is_never_run_and_the_words_are_read(two_places: TwoPlaces) -> None:
    held = io.BytesIO((EXAMPLES / "tarrow-active-plan.docx").read_bytes())
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Attribute VB_Name = AutoOpen")
    send(two_places.client(Role.EDITOR), SimpleUploadedFile("macro.docm", held.getvalue()))
    intake = read_now(Intake.objects.get(original__name="macro.docm"))
    assert intake.stage == Stage.REFUSED or "AutoOpen" not in str(intake.reading)


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd.txt", "..\\..\\boot.txt", "a\r\nb: c.txt", "\u202etxt.exe.txt"]
)
def test_a_name_leads_to_no_folder(name: str, two_places: TwoPlaces) -> None:
    """As a program sends it, which need not strip anything from a name."""
    escaped = name.replace("\r", "%0D").replace("\n", "%0A")
    lines = (
        b"--edge",
        f'Content-Disposition: form-data; name="uploads"; filename="{escaped}"'.encode(),
        b"Content-Type: text/plain",
        b"",
        b"Theme one\nPlant trees. Lead: Parks",
        b"--edge--",
        b"",
    )
    client = two_places.client(Role.EDITOR)
    path, kind = reverse("intakes", args=["tarrow"]), "multipart/form-data; boundary=edge"
    response = client.generic("POST", path, b"\r\n".join(lines), content_type=kind)
    assert response.status_code in (302, 422)
    kept = [intake.original.name for intake in Intake.objects.filter(place__slug="tarrow")]
    assert all(re.fullmatch(r"[^/\\\x00-\x1f\u202e]+", one) for one in kept)


def test_a_file_over_the_limit_is_refused_before_its_bytes_are_asked_for(
    two_places: TwoPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(forms, "LIMITS", Limits(file_bytes=1024 * 1024))
    monkeypatch.setattr(forms, "bytes_of", asked.append)
    response = send(two_places.client(Role.EDITOR), SimpleUploadedFile("large.txt", b"x" * 1_100_000))
    assert response.status_code == 422
    assert "large.txt” is larger than 1 MB" in response.content.decode()
    assert asked == []


@override_settings(MOST_SENT_AT_ONCE=30_000_000, DATA_UPLOAD_MAX_MEMORY_SIZE=20_000)
@pytest.mark.parametrize(("signed_in", "length"), [(True, 30_000_001), (False, 20_001)])
def test_too_much_at_once_is_refused_by_its_declared_length_alone(
    signed_in: bool, length: int, two_places: TwoPlaces
) -> None:
    class Unread(io.BytesIO):
        def read(self, *_size: int | None) -> bytes:
            raise AssertionError("The body was read.")

    client = two_places.client(Role.EDITOR) if signed_in else Client()
    request: Any = {
        "CONTENT_LENGTH": str(length),
        "wsgi.input": Unread(),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
    }
    response = client.post(reverse("intakes", args=["tarrow"]), **request)
    assert response.status_code == 413
    assert "too large" in response.content.decode()


def test_more_files_than_are_taken_are_refused_in_a_sentence(two_places: TwoPlaces) -> None:
    files = [SimpleUploadedFile(f"plan-{number}.txt", b"x") for number in range(25)]
    response = send(two_places.client(Role.EDITOR), *files)
    assert response.status_code == 422
    assert "up to 20 files" in response.content.decode()
    assert not Intake.objects.filter(original__name="plan-0.txt").exists()


def test_nothing_that_is_brought_in_lies_where_a_web_server_could_hand_it_out(two_places: TwoPlaces) -> None:
    from django.conf import settings

    send(two_places.client(Role.EDITOR), SimpleUploadedFile("evil.html", b"<script>alert(1)</script>"))
    folders = (Path(settings.STATIC_ROOT), Path(settings.MEDIA_ROOT or settings.DATA / "media"))
    assert [path for folder in folders for path in folder.rglob("evil*")] == []
