"""Letters of two invented kinds, and a way out that does as it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from site_cast import Cast

from turntide.web.mail import kinds
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import Contents, Enclosure, Letter
from turntide.web.mail.models import Message
from turntide.web.mail.services import sending
from turntide.web.mail.services.queueing import Posting, queue

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
"""A Tuesday."""
KEY = "a-key-that-opens-a-door"
LINK = f"http://localhost:8000/a/{KEY}/"


@dataclass
class Heard:
    """What the kinds were told."""

    returned: list[str] = field(default_factory=list)
    away: list[tuple[str, date | None]] = field(default_factory=list)


def contents_of(message: Message) -> Contents | None:
    """As the letter's ``about`` says: nothing to say, or its words."""
    if message.about.get("silent"):
        return None
    if message.about.get("breaks"):
        raise ValueError(f"a word of {message.to_email}")
    values = {"name": message.to_name, "actions": "* Open the path\n* Light the park", "link": LINK}
    enclosed = (
        (Enclosure("sheet.xlsx", "application/vnd.ms-excel", b"cells"),) if message.about.get("file") else ()
    )
    return Contents(values | message.about.get("values", {}), frozenset({"link"}), enclosed)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def asking(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> LetterKind:
    """A letter that asks, and may not be stopped; it is the only kind there is, beside the ``telling`` one."""
    monkeypatch.setattr(kinds, "_KINDS", {})
    kind = LetterKind(
        name="asking",
        label="Ask for an update",
        purpose="Goes to whoever answers for an action.",
        fields={
            "name": ("Their name", "Ada Alder"),
            "actions": ("Their actions", "* Open the path"),
            "link": ("The way to their page", "https://turntide.example/a/example/"),
        },
        subject="Your actions, {{ name }}",
        body="Dear {{ name }},\n\nplease tell us of these:\n\n{{ actions }}\n\n{{ link }}\n\nThank you.",
        compose=contents_of,
        returned=lambda message: heard.returned.append(str(message.pk)),
        away=lambda message, until: heard.away.append((str(message.pk), until)),
    )
    kinds.tell(kind)
    return kind


@pytest.fixture
def telling(asking: LetterKind) -> LetterKind:
    """A letter that tells, which may be stopped."""
    kind = LetterKind(
        name="telling",
        label="News of the plan",
        purpose="Tells what became of the plan.",
        fields={"name": ("Their name", "Ada Alder")},
        subject="News",
        body="Dear {{ name }},\n\nall is well.",
        compose=lambda message: Contents({"name": message.to_name}),
        may_be_stopped=True,
    )
    kinds.tell(kind)
    return kind


def now_of(message: Message) -> Message:
    """The letter as it is kept now."""
    message.refresh_from_db()
    return message


PostOne = Callable[..., Message]


@pytest.fixture
def post(cast: Cast, asking: LetterKind) -> PostOne:
    """Have a letter sent; each call is another reason."""
    made = iter(range(10_000))

    def posted(to: str = "ada@alder.example", *, kind: str = "asking", **given: Any) -> Message:
        reason = f"because {next(made)}"
        due_at = given.pop("due_at", NOON)
        queue(cast.tarrow, [Posting(kind, reason, to, "Ada Alder", given, due_at)])
        return Message.objects.get(place=cast.tarrow, reason=reason)

    return posted


class Way:
    """A way out of the test: ``faults`` are raised in turn instead of sending; None sends."""

    def __init__(self) -> None:
        self.sent: list[Letter] = []
        self.faults: list[BaseException | None] = []
        self.asked: list[str] = []
        self.knows: dict[str, str] = {}

    def send(self, letter: Letter) -> str:
        fault = self.faults.pop(0) if self.faults else None
        if fault is not None:
            raise fault
        self.sent.append(letter)
        return f"ref {letter.id}"

    def went(self, letter_id: str) -> str:
        self.asked.append(letter_id)
        return self.knows.get(letter_id, "")

    def close(self) -> None:
        pass


@pytest.fixture
def way(monkeypatch: pytest.MonkeyPatch) -> Way:
    """Letters go out by this."""
    made = Way()

    @contextmanager
    def opened() -> Iterator[Way]:
        yield made

    monkeypatch.setattr(sending, "open_transport", opened)
    return made
