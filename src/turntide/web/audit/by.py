"""Whose act something is: a person's, or a named process's. Nothing is written by nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class SomebodyKnown(Protocol):
    """A person who can answer for an act."""

    pk: UUID

    @property
    def is_authenticated(self) -> bool: ...  # noqa: D102


class AnonymousActError(Exception):
    """Somebody tried to write without saying who they are: a mistake in the program, not of the user."""


@dataclass(frozen=True, slots=True)
class By:
    """Who acts. Exactly one of ``person_id`` and ``process`` is given; ``name`` is shown to people."""

    name: str
    person_id: UUID | None = None
    process: str = ""

    def __post_init__(self) -> None:
        if (self.person_id is None) == (not self.process):
            raise AnonymousActError("An act is either a person's or a named process's.")

    @classmethod
    def person(cls, person: SomebodyKnown) -> By:
        """A signed-in person's act. Raises AnonymousActError for somebody not signed in."""
        if not person.is_authenticated or person.pk is None:
            raise AnonymousActError("Nobody is signed in, so nothing can be written.")
        return cls(name=str(person), person_id=person.pk)

    @classmethod
    def contact(cls, id_: UUID, name: str) -> By:
        """The act of somebody who has no account and opened a link sent to them."""
        return cls(name=name, process=f"contact {id_}")

    @classmethod
    def work(cls, process: str) -> By:
        """The act of a process with a name: 'reading', 'command: restore'."""
        return cls(name=process, process=process)
