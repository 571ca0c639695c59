"""Plain letters by e-mail, sent once what caused them is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

_STAYING_HERE = ("filebased", "console", "dummy")


def mail_goes_out() -> bool:
    """Whether this installation has a mail server; without one, letters stay in a folder and links are shown."""
    return not any(f".{name}." in settings.EMAIL_BACKEND for name in _STAYING_HERE)


def send_letter(letter: str, to: str, words: Mapping[str, Any]) -> None:
    """Send the letter of this name when the transaction is kept.

    Its template's first line is the subject, the rest is the text.
    """
    subject, _, text = render_to_string(f"accounts/mail/{letter}.txt", dict(words)).strip().partition("\n")
    # A line break in a subject would begin another header.
    one_line = " ".join(subject.split())
    transaction.on_commit(lambda: _send(one_line, text.strip() + "\n", to))


def _send(subject: str, text: str, to: str) -> None:
    send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [to])
