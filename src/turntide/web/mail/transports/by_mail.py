"""By Django's own mail: SMTP, files in a folder, or the console, as EMAIL_URL says."""

from __future__ import annotations

import smtplib
from contextlib import suppress
from email.utils import formataddr, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from turntide.web.mail.letters import Letter
from turntide.web.mail.rules.coming_back import message_id
from turntide.web.mail.rules.filling import on_one_line
from turntide.web.mail.transports.way import AddressRefusedError, NotSentError, UnreachableError

_NOT_THE_ADDRESS = frozenset({530, 534, 535, 538})
"""The server wants us to sign in or encrypt first."""


class ByMail:
    """One connection for many letters; after a failure the next letter opens another."""

    def __init__(self) -> None:
        self._connection: Any = None

    def send(self, letter: Letter) -> str:
        """Hand a letter to the mail server."""
        mail = composed(letter)
        self._open()
        try:
            self._connection.send_messages([mail])
        except smtplib.SMTPRecipientsRefused as refused:
            self.close()
            raise _refusal(refused) from refused
        except (smtplib.SMTPException, OSError) as fault:
            self.close()
            raise NotSentError(_said(fault)) from fault
        return str(mail.extra_headers["Message-ID"])

    def went(self, letter_id: str) -> str:
        """A mail server cannot be asked; it knows a letter that comes twice by its Message-ID."""
        return ""

    def close(self) -> None:
        """End the connection."""
        if self._connection is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._connection.close()
            self._connection = None

    def _open(self) -> None:
        if self._connection is not None:
            return
        self._connection = get_connection()
        try:
            self._connection.open()
        except (smtplib.SMTPException, OSError) as fault:
            self.close()
            raise UnreachableError(_said(fault)) from fault


def composed(letter: Letter) -> EmailMultiAlternatives:
    """The mail of a letter: plain words and HTML that says the same."""
    mail = EmailMultiAlternatives(
        subject=on_one_line(letter.subject),
        body=letter.text,
        to=[formataddr((on_one_line(letter.to_name).replace('"', "'"), on_one_line(letter.to_email)))],
        reply_to=[on_one_line(letter.reply_to)] if letter.reply_to else None,
        headers=_headers(letter),
    )
    mail.attach_alternative(letter.html, "text/html")
    for enclosure in letter.enclosures:
        mail.attach(on_one_line(enclosure.name), enclosure.body, enclosure.media_type)
    return mail


def _headers(letter: Letter) -> dict[str, str]:
    headers = {"Message-ID": message_id(letter.id, _sending_host()), "Auto-Submitted": "auto-generated"}
    if letter.stop_url:
        headers["List-Unsubscribe"] = f"<{letter.stop_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _sending_host() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


def _refusal(refused: smtplib.SMTPRecipientsRefused) -> Exception:
    code, said = next(iter(refused.recipients.values()), (450, b""))
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    # 5.7 is policy: the server does not let us send, whoever the letter is for.
    for_good = code >= 500 and code not in _NOT_THE_ADDRESS and not words.startswith("5.7")
    fault = f"{code} {' '.join(words.split())}"[:500]
    return AddressRefusedError(fault) if for_good else NotSentError(fault)


def _said(fault: Exception) -> str:
    if isinstance(fault, smtplib.SMTPResponseException):
        words = fault.smtp_error
        text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        return f"{fault.smtp_code} {' '.join(text.split())}"[:500]
    return f"{type(fault).__name__}: {fault}"[:500]
