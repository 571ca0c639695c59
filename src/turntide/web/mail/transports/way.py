"""What a way out is, and how it says that a letter did not go."""

from __future__ import annotations

from typing import Protocol

from turntide.web.mail.letters import Letter


class NotSentError(Exception):
    """A letter did not go out this time; another try may help. The text says why, for the letter's page."""


class UnreachableError(NotSentError):
    """The way out itself is closed: the server does not answer, or lets nobody in. No other letter would go either."""


class AddressRefusedError(Exception):
    """There is nobody at this address. No other try helps."""


class Transport(Protocol):
    """A way by which letters go out. One process uses it at a time."""

    def send(self, letter: Letter) -> str:
        """Hand a letter over; gives what it is called there.

        Raises NotSentError, UnreachableError, AddressRefusedError.
        """

    def went(self, letter_id: str) -> str:
        """What a letter is called there that was handed over before; empty where it was not, or nobody can tell.

        Raises NotSentError.
        """

    def close(self) -> None:
        """Let go of what was opened."""
