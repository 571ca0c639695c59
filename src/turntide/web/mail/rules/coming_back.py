"""Mail that came back, read: a report that a letter was not delivered (RFC 3464), or a machine's answer (RFC 3834)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from enum import Enum
from uuid import UUID

from turntide.web.mail.rules.absences import away_until

MOST_BYTES = 10_000_000
_OURS = re.compile(rb"turntide\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@", re.I)
_ANSWER_HEADERS = ("x-autoreply", "x-autorespond", "x-autoreply-from")


class What(Enum):
    """What came."""

    FAILED = "failed"
    DELAYED = "delayed"
    AWAY = "away"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CameBack:
    """What came, about which of our letters, why it failed, and until when somebody is away."""

    what: What
    letter: UUID | None = None
    fault: str = ""
    until: date | None = None


def message_id(letter: object, host: str) -> str:
    """What a letter is called in mail systems. The same letter is always called the same."""
    return f"<turntide.{letter}@{host}>"


def read_returned(body: bytes, today: date) -> CameBack:
    """What a mail that came in tells of a letter of ours. It never raises: the mail may be anything."""
    body = body[:MOST_BYTES]
    letter = _letter(body)
    try:
        came = message_from_bytes(body, policy=policy.default)
        what, fault = _what(came)
        until = away_until(_words(came), today) if what is What.AWAY else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        # The email package stumbles over headers that no standard allows.
        return CameBack(What.OTHER, letter)
    return CameBack(what, letter, fault, until)


def _letter(body: bytes) -> UUID | None:
    """Our letter's own name stands in the returned headers, or in what an answer says it answers."""
    found = _OURS.search(body)
    return UUID(found[1].decode()) if found else None


def _what(came: Message) -> tuple[What, str]:
    report = next(
        (part for part in came.walk() if part.get_content_type() == "message/delivery-status"), None
    )
    if report is not None:
        return _reported(report)
    return (What.AWAY, "") if _is_machines(came) else (What.OTHER, "")


def _reported(report: Message) -> tuple[What, str]:
    """One block of fields tells of the report, and one of each recipient."""
    about = [block for block in _blocks(report) if block.get("Action")]
    for block in about:
        if str(block["Action"]).strip().lower() == "failed":
            return What.FAILED, _fault(block)
    return (What.DELAYED if about else What.OTHER), ""


def _blocks(report: Message) -> Iterator[Message]:
    payload = report.get_payload()
    if isinstance(payload, list):
        yield from (block for block in payload if isinstance(block, Message))


def _fault(block: Message) -> str:
    status = str(block.get("Status", "")).strip()
    said = str(block.get("Diagnostic-Code", "")).partition(";")[2]
    return " ".join(f"{status} {said}".split())[:500]


def _is_machines(came: Message) -> bool:
    automatic = str(came.get("Auto-Submitted", "")).strip().lower()
    precedence = str(came.get("Precedence", "")).strip().lower()
    return (
        automatic.startswith("auto-replied")
        or precedence == "auto_reply"
        or any(header in came for header in _ANSWER_HEADERS)
    )


def _words(came: Message) -> str:
    """Its subject and its own text; what it quotes of ours would name our dates, so quoted lines are left out."""
    part = came.get_body(preferencelist=("plain", "html")) if isinstance(came, EmailMessage) else None
    text = str(part.get_content()) if part is not None else ""
    if part is not None and part.get_content_subtype() == "html":
        text = re.sub(r"<[^>]*>", " ", text)
    own = (line for line in text.splitlines() if not line.lstrip().startswith(">"))
    return "\n".join((str(came.get("Subject", "")), *own))
