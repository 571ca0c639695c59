"""Evidence: kept as it is given, without where a picture was taken, and only for those who may see it."""

from __future__ import annotations

from io import BytesIO

import pytest
from delivery_fixtures import Asked
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from partner import one, opened_by, shown, typed
from PIL import Image

from turntide.web.delivery.models import Evidence, Request, Update
from turntide.web.delivery.rules.evidence import MOST_BYTES
from turntide.web.delivery.rules.pictures import BrokenPictureError, without_whereabouts
from turntide.web.files.models import Original
from turntide.web.files.services import body_of

PDF = b"%PDF-1.7\nwords"
TOLD = (b"boathouse", b"Pocket camera", b"taken by Ray")


@pytest.fixture
def ray(asked: Asked) -> Client:
    return opened_by(asked.of(asked.ray))


def the_first(asked: Asked) -> Request:
    return asked.requests(asked.ray)[0]


def photograph(body: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("path.jpg", body, "image/jpeg")


def add(client: Client, request: Request, **boxes: object) -> int:
    update = Update.objects.filter(request=request).first()
    words = typed(request, saw=str(update.version) if update else "", done="Opened it.")
    sent = words | shown(request, **boxes) | {"do": "add"}
    return client.post(one("one", request), sent).status_code


def test_a_picture_is_kept_upright_and_without_where_it_was_taken(
    asked: Asked, ray: Client, a_photograph: bytes
) -> None:
    assert all(words in a_photograph for words in TOLD)
    first = the_first(asked)
    assert add(ray, first, photo=photograph(a_photograph), seen="A path.", agreed="on") == 302
    kept = Evidence.objects.get(update__request=first)
    assert kept.original is not None
    body = body_of(kept.original)
    assert not any(words in body for words in TOLD)
    then, now = Image.open(BytesIO(a_photograph)), Image.open(BytesIO(body))
    assert then.tobytes() == now.tobytes()
    assert dict(now.getexif()) == {0x0112: 6}


def test_a_png_loses_its_words(a_photograph: bytes) -> None:
    body, words = BytesIO(), Image.Exif()
    words[0x0110] = "Pocket camera"
    Image.open(BytesIO(a_photograph)).save(body, "PNG", exif=words)
    assert b"Pocket camera" in body.getvalue()
    plain = without_whereabouts(body.getvalue())
    assert b"Pocket camera" not in plain
    assert Image.open(BytesIO(plain)).size == (60, 40)


def test_further_pictures_behind_the_end_are_left_out(a_photograph: bytes) -> None:
    plain = without_whereabouts(a_photograph + a_photograph)
    assert plain == without_whereabouts(a_photograph)


@pytest.mark.parametrize("length", [4, 20, 200])
def test_a_picture_that_ends_too_early_is_refused(a_photograph: bytes, length: int) -> None:
    with pytest.raises(BrokenPictureError):
        without_whereabouts(a_photograph[:length])


def test_a_photograph_wants_words_and_consent(asked: Asked, ray: Client, a_photograph: bytes) -> None:
    first = the_first(asked)
    assert add(ray, first, photo=photograph(a_photograph)) == 422
    assert not Evidence.objects.exists()
    assert Update.objects.get(request=first).done == "Opened it."


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("page.html", b"<script>", "Choose a Word, Excel"),
        ("plan.pdf", b"<script>", "not what its name says"),
        ("plan.docx", PDF, "not what its name says"),
        ("plan.pdf", PDF + b" " * MOST_BYTES, "8 MB at most"),
    ],
)
def test_what_is_no_file_we_take_is_refused_with_the_reason(
    asked: Asked, ray: Client, name: str, body: bytes, words: str
) -> None:
    first = the_first(asked)
    sent = typed(first, done="Opened it.") | shown(first, file=SimpleUploadedFile(name, body)) | {"do": "add"}
    response = ray.post(one("one", first), sent)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Original.objects.exists()


def test_a_file_and_a_link_go_with_handing_in(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    given = shown(
        first, file=SimpleUploadedFile("plan.pdf", PDF), url="news.example/path", url_title="The paper"
    )
    sent = typed(first, lifecycle="delivering", done="Opened it.") | given
    assert ray.post(one("one", first), sent).status_code == 302
    rows = [(each.kind, each.title, each.url) for each in Evidence.objects.all()]
    assert rows == [("file", "plan.pdf", ""), ("link", "The paper", "https://news.example/path")]


def test_a_file_that_came_with_something_missing_need_not_be_sent_again(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    sent = typed(first, confidence="red") | shown(first, file=SimpleUploadedFile("plan.pdf", PDF))
    assert ray.post(one("one", first), sent).status_code == 422
    assert Evidence.objects.get().title == "plan.pdf"


def test_it_comes_back_as_a_file_and_for_nobody_else(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    add(ray, first, file=SimpleUploadedFile("plan.pdf", PDF))
    address = one("evidence", first, Evidence.objects.get().pk)
    response = ray.get(address)
    assert response.content == PDF
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "application/octet-stream"
    assert opened_by(asked.of(asked.mina)).get(address).status_code == 404
    assert Client().get(address).status_code == 404


def test_it_is_removed_for_good(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    add(ray, first, file=SimpleUploadedFile("plan.pdf", PDF))
    ray.post(one("evidence_remove", first, Evidence.objects.get().pk))
    assert not Evidence.objects.exists()
    assert not Original.objects.exists()
