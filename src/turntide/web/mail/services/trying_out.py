"""A letter to try the way out with. Nothing of it is kept."""

from __future__ import annotations

from uuid import uuid4

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from turntide.web.mail.letters import Letter
from turntide.web.mail.rules.blocks import blocks
from turntide.web.mail.transports.choosing import open_transport


def send_trial(address: str) -> str:
    """Send it; what the way out calls it. Raises NotSentError, AddressRefusedError."""
    subject = _("A letter to try the mail of Turntide")
    text = _("If you read this, letters of this site arrive.") + "\n"
    html = render_to_string(
        "mail/letter.html", {"subject": subject, "blocks": blocks(text, lambda line: False)}
    )
    letter = Letter(id=str(uuid4()), to_email=address, to_name="", subject=subject, text=text, html=html)
    with open_transport() as way:
        return way.send(letter)
