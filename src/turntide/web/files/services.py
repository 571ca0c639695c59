"""The one door by which a file comes in."""

from __future__ import annotations

from hashlib import sha256

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from turntide.web.accounts.models import Person, Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.files.models import Content, Original


@transaction.atomic
def keep_original(*, place: Place, name: str, body: bytes, person: Person | None, by: By) -> Original:
    """Keep a file's bytes and fingerprint, before anything is read."""
    original = Original.objects.create(
        place=place,
        name=shown_name(name),
        fingerprint=sha256(body).hexdigest(),
        size=len(body),
        brought_by=person,
    )
    Content.objects.create(original=original, body=body)
    note_act("keep", original, by=by, place_id=place.pk, fingerprint=original.fingerprint)
    return original


def body_of(original: Original) -> bytes:
    """The original's bytes."""
    return bytes(original.content.body)


def bytes_of(upload: UploadedFile[bytes]) -> bytes:
    """All of an upload's bytes."""
    return b"".join(upload.chunks())


def shown_name(name: str) -> str:
    """The file's name without any folder, control character or excess length; its ending is kept."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(letter for letter in last if letter.isprintable()).strip() or "file"
    stem, dot, ending = plain.rpartition(".")
    return plain if len(plain) <= 200 else f"{stem[: 199 - len(ending)]}{dot}{ending}"
