"""How a letter is worded, and words that would do harm."""

from __future__ import annotations

from django.core import mail
from mail_fixtures import LINK, NOON, PostOne, Way, now_of
from site_cast import Cast

from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Message, PostingRules, Wording
from turntide.web.mail.services.sending import send_due


def test_only_what_may_be_stopped_says_how(post: PostOne, telling: LetterKind, way: Way) -> None:
    message = post(kind="telling")
    send_due(NOON)
    (letter,) = way.sent
    assert (
        letter.stop_url.startswith("http://localhost:8000/letters/stop/") and letter.stop_url in letter.text
    )
    assert f'href="{letter.stop_url}"' in letter.html and "ada" not in letter.stop_url
    assert letter.stop_url not in now_of(message).text


def test_the_places_wording_and_signature_are_used(cast: Cast, post: PostOne, way: Way) -> None:
    Wording.objects.create(place=cast.tarrow, kind="asking", subject="For {{name}}", body="Go to\n{{ link }}")
    Wording.objects.create(place=cast.elsewhere, kind="asking", subject="Not here", body="{{ link }}")
    PostingRules.objects.create(
        place=cast.tarrow, signature="The Tarrow team", reply_to="team@tarrow.example"
    )
    post()
    send_due(NOON)
    (letter,) = way.sent
    assert (letter.subject, letter.reply_to) == ("For Ada Alder", "team@tarrow.example")
    assert letter.text == f"Go to\n{LINK}\n\nThe Tarrow team\n"


def test_a_wording_that_no_longer_fits_gives_way_to_the_letters_own(
    cast: Cast, post: PostOne, way: Way
) -> None:
    Wording.objects.create(place=cast.tarrow, kind="asking", subject="{{ gone }}", body="{{ link }}")
    post()
    assert send_due(NOON) == 1 and way.sent[0].subject == "Your actions, Ada Alder"


HOSTILE = '<img src=x onerror="alert(1)"> & <b>bold</b>'


def test_words_of_a_plan_stay_words_in_the_html(post: PostOne, way: Way) -> None:
    post(values={"name": HOSTILE, "actions": "https://evil.example/login\n* {{ link }} {% now %}"})
    send_due(NOON)
    (letter,) = way.sent
    assert "<img" not in letter.html and "<b>" not in letter.html and "&lt;img" in letter.html
    assert 'href="https://evil.example' not in letter.html, "only the site and the wording make links"
    assert "{{ link }} {% now %}" in letter.text, "what stands in a value is never filled"


def test_no_line_break_comes_into_a_header(post: PostOne) -> None:
    mail.outbox.clear()
    post(values={"name": "Ada\r\nBcc: all@evil.example\u2028x\x07y"})
    Message.objects.update(to_name='Ada"\r\nBcc: them@evil.example')
    assert send_due(NOON) == 1
    (sent,) = mail.outbox
    raw = sent.message()
    assert raw["Subject"] == "Your actions, Ada Bcc: all@evil.example x y"
    assert raw["Bcc"] is None and sent.recipients() == ['"Ada\' Bcc: them@evil.example" <ada@alder.example>']
