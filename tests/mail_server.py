"""A real SMTP server on this machine, which keeps what it is given and refuses whom it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller


@dataclass
class Postbox:
    """What arrived. ``refuses`` names addresses with the answer they get; ``thinks`` seconds over each letter."""

    refuses: dict[str, str] = field(default_factory=dict)
    arrived: list[EmailMessage] = field(default_factory=list)
    port: int = 0
    thinks: float = 0.0

    async def handle_RCPT(  # noqa: N802 - the server's own name
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.arrived.append(message_from_bytes(envelope.content, policy=policy.default))
        await asyncio.sleep(self.thinks)
        return "250 kept"

    @property
    def names(self) -> list[str]:
        """The Message-ID of each, as they came."""
        return [str(mail["Message-ID"]) for mail in self.arrived]


class _AnyPort(Controller):
    """Takes the port that the system gives."""

    def _trigger_server(self) -> None:
        server: Any = self.server
        self.port = server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def listening(postbox: Postbox) -> Iterator[Postbox]:
    server = _AnyPort(postbox, hostname="127.0.0.1", port=0)
    server.start()
    postbox.port = server.port
    try:
        yield postbox
    finally:
        server.stop()
