"""What is held about a person, asked of every app: each tells its own part when the site starts (`tell`).

A person is meant by their address: whoever is asked for an update has no account. Their names are those that any app
knows them by, so that they are found in the words of plans as well.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.functional import Promise

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By

FORGOTTEN = "[name removed]"
"""What stands where a forgotten person's name or address stood."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A person about whom things are held in a place."""

    place: Place
    email: str
    names: tuple[str, ...] = ()

    @property
    def searched(self) -> tuple[str, ...]:
        """What is looked for in texts: the address and full names. A single word may be no name."""
        full = (name for name in self.names if len(name.split()) > 1)
        return tuple(sorted({self.email, *full}, key=lambda words: (-len(words), words)))

    def is_named_in(self, text: str) -> bool:
        """Whether a text names the person."""
        return bool(self._pattern().search(text))

    def struck_from(self, value: Any) -> Any:
        """The same text, list or mapping with every mention of the person struck out."""
        if isinstance(value, str):
            return self._pattern().sub(FORGOTTEN, value)
        if isinstance(value, Mapping):
            return {key: self.struck_from(each) for key, each in value.items()}
        return [self.struck_from(each) for each in value] if isinstance(value, list | tuple) else value

    def _pattern(self) -> re.Pattern[str]:
        words = "|".join(r"\s+".join(map(re.escape, each.split())) for each in self.searched)
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """Rows of one kind that are held about somebody: 'Letters', and each as names and words."""

    what: str | Promise
    rows: Sequence[Mapping[str, str]]


class Holder(Protocol):
    """An app that holds something about people."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """What the app calls the person with this address."""

    def held(self, subject: Subject) -> Sequence[Held]:
        """All it holds about the person; kinds of which there is nothing may be left out."""

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """Remove it, history and search included; what was said about actions stays, without the name.

        Within the caller's transaction. Gives sentences on what could not be removed and must be seen to by hand.
        """


_HOLDERS: dict[str, Holder] = {}


def tell(name: str, holder: Holder) -> None:
    """Say what an app holds. Called once, when the app is ready."""
    _HOLDERS[name] = holder


def holders() -> tuple[Holder, ...]:
    """Every app that holds something, from the roof down: what points to people comes before them."""
    return tuple(_HOLDERS.values())
