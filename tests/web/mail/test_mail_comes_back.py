"""Mail that came back is understood: what failed, what is only late, and who is away until when."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mail_fixtures import NOON, Heard, PostOne, Way

from turntide.web.audit.models import Entry
from turntide.web.mail.models import Message
from turntide.web.mail.rules.absences import away_until
from turntide.web.mail.rules.coming_back import What, message_id, read_returned
from turntide.web.mail.services.returning import take_in
from turntide.web.mail.services.sending import send_due

STATE = Message.State
TODAY = date(2026, 11, 24)
REPORT = """From: MAILER-DAEMON@mx.alder.example
To: plans@tarrow.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

I'm sorry to say that this is the mail system. Until 5 January nobody reads this.

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.alder.example

Final-Recipient: rfc822; ada@alder.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <ada@alder.example>:
 no such mailbox

--x
Content-Type: {rest}

Message-ID: {name}
Subject: Your actions
To: ada@alder.example

{body}
--x--
"""


def report(name: str, action: str = "failed", *, whole: bool = True) -> bytes:
    status = "5.1.1" if action == "failed" else "4.4.1"
    rest = "message/rfc822" if whole else "text/rfc822-headers"
    text = REPORT.format(action=action, status=status, rest=rest, name=name, body="Dear Ada" if whole else "")
    return text.replace("\n", "\r\n").encode()


def answer(name: str, words: str, *, subject: str = "Automatic reply", **headers: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "ada@alder.example", "plans@tarrow.example", subject
    mail["In-Reply-To"] = name
    for header, value in headers.items():
        mail[header.replace("_", "-")] = value
    mail.set_content(words)
    return bytes(mail)


@pytest.fixture
def sent(post: PostOne, way: Way) -> Message:
    message = post()
    send_due(NOON)
    return message


def name_of(message: Message) -> str:
    return message_id(message.pk, "tarrow.example")


@pytest.mark.parametrize("whole", [True, False])
def test_a_report_that_a_letter_failed_is_noted_once(sent: Message, heard: Heard, whole: bool) -> None:
    mail = report(name_of(sent), whole=whole)
    assert take_in(mail, TODAY) == f"Letter {sent.pk} could not be delivered."
    assert "as was known" in take_in(mail, TODAY)
    sent.refresh_from_db()
    assert (sent.state, heard.returned) == (STATE.RETURNED, [str(sent.pk)])
    assert (
        sent.returned_at is not None and sent.fault.startswith("5.1.1 550 5.1.1") and "no such" in sent.fault
    )
    assert Entry.objects.filter(verb="letter returned", about_id=str(sent.pk)).count() == 1


def test_a_delay_is_no_failure(sent: Message, heard: Heard) -> None:
    assert "delayed" in take_in(report(name_of(sent), "delayed"), TODAY)
    sent.refresh_from_db()
    assert (sent.state, heard.returned) == (STATE.SENT, [])


@pytest.mark.parametrize(
    "headers", [{"Auto_Submitted": "auto-replied"}, {"X_Autoreply": "yes"}, {"Precedence": "auto_reply"}]
)
def test_an_automatic_answer_says_who_is_away(sent: Message, heard: Heard, headers: dict[str, str]) -> None:
    words = (
        "Hello,\n\nI am on leave until 5 January and back after that.\n\n> please answer by 31 March 2027\n"
    )
    take_in(answer(name_of(sent), words, **headers), TODAY)
    assert heard.away == [(str(sent.pk), date(2027, 1, 5))]
    sent.refresh_from_db()
    assert sent.state == STATE.SENT and "away until 5 January 2027" in sent.fault


def test_what_a_person_answers_is_left_alone(sent: Message, heard: Heard) -> None:
    take_in(answer(name_of(sent), "I am away until 5 January."), TODAY)
    assert (heard.away, heard.returned) == ([], [])


def test_mail_about_no_letter_of_ours_changes_nothing(sent: Message, heard: Heard) -> None:
    for name in ("<somebody@else.example>", message_id(uuid4(), "tarrow.example")):
        assert "no letter of this site" in take_in(report(name), TODAY)
    assert heard.returned == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I return on Monday 4th January 2027.", date(2027, 1, 4)),
        ("Away 24/12/2026 to 03/01/2027", date(2027, 1, 3)),
        ("Back 2026-12-01", date(2026, 12, 1)),
        ("Away from 1 December until the 10th of December", date(2026, 12, 10)),
        ("Back on 3 Nov", date(2027, 11, 3)),
        ("I left in 2019. Write to my colleague.", None),
        ("Away on 30 February", None),
        ("", None),
    ],
)
def test_the_last_day_named_is_when_they_are_back(words: str, day: date | None) -> None:
    assert away_until(words, TODAY) == day


@given(st.binary(max_size=400))
def test_anything_may_come(body: bytes) -> None:
    read_returned(body, TODAY)
    read_returned(b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n" + body, TODAY)
    read_returned(b"Auto-Submitted: auto-replied\r\n" + body, TODAY)


@given(st.text(max_size=200))
def test_any_words_may_stand_in_an_answer(words: str) -> None:
    found = away_until(words, TODAY)
    assert found is None or found >= TODAY


def test_a_mail_of_great_depth_is_only_another_mail() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1000)
    )
    assert read_returned(deep, TODAY).what is What.OTHER
