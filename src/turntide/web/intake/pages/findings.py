"""The findings of a reading: how many are left to look at, and the one that is looked at now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.text import capfirst

from turntide.web.intake.models import finding_key
from turntide.web.intake.pages.finding import FindingShown
from turntide.web.plans.pages.finding_words import kind_words


@dataclass(frozen=True)
class Group:
    """The findings of one kind."""

    kind: str
    findings: tuple[FindingShown, ...]

    @property
    def left(self) -> int:
        """How many nobody has looked at."""
        return sum(not finding.seen for finding in self.findings)

    @property
    def title(self) -> str:
        """The kind as a title."""
        return capfirst(self.name)

    @property
    def name(self) -> str:
        """The kind in the language of the page."""
        return kind_words(self.kind)

    @property
    def keys_left(self) -> tuple[str, ...]:
        """The keys of those nobody has looked at."""
        return tuple(dict.fromkeys(finding.key for finding in self.findings if not finding.seen))


@dataclass(frozen=True)
class Findings:
    """All findings, those of the ``kind`` looked at, and the one ``wanted``, or else the first left to look at."""

    all: tuple[FindingShown, ...]
    kind: str = ""
    wanted: str = ""

    @classmethod
    def of(
        cls,
        reading: Mapping[str, Any],
        offers: Sequence[Sequence[Mapping[str, Any]]],
        seen: Iterable[str],
        kind: str = "",
        wanted: str = "",
    ) -> Findings:
        """The findings of a reading."""
        looked_at = frozenset(seen)
        names = _names_in(reading)
        shown = []
        for at, data in enumerate(reading.get("findings", ())):
            offered = offers[at] if at < len(offers) else ()
            is_seen = finding_key(data["kind"], data["message"]) in looked_at
            shown.append(FindingShown(at, data, is_seen, offered, names.get(data.get("about") or "", "")))
        found = tuple(shown)
        known = any(finding.kind == kind for finding in found)
        return cls(found, kind if known else "", wanted)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """By kind, those with most left to look at... as they stand in the reading."""
        kinds: dict[str, list[FindingShown]] = {}
        for finding in self.all:
            kinds.setdefault(finding.kind, []).append(finding)
        return tuple(Group(kind, tuple(found)) for kind, found in kinds.items())

    @cached_property
    def group(self) -> Group | None:
        """The kind looked at."""
        return next((group for group in self.groups if group.kind == self.kind), None)

    @cached_property
    def listed(self) -> tuple[FindingShown, ...]:
        """Those looked through: all, or those of one kind."""
        return self.group.findings if self.group else self.all

    @property
    def left(self) -> int:
        """How many nobody has looked at."""
        return sum(not finding.seen for finding in self.all)

    @property
    def looked_at(self) -> int:
        """How many somebody has left as they are."""
        return len(self.all) - self.left

    @cached_property
    def current(self) -> FindingShown | None:
        """The one looked at now."""
        by_key = next((finding for finding in self.listed if finding.key == self.wanted), None)
        left = next((finding for finding in self.listed if not finding.seen), None)
        elsewhere = next((finding for finding in self.all if not finding.seen), None)
        return by_key or left or (elsewhere if not self.kind else None) or next(iter(self.listed), None)

    @property
    def number(self) -> int:
        """Where the current one stands among those looked through, from 1."""
        return self.listed.index(self.current) + 1 if self.current in self.listed else 0

    @property
    def before(self) -> FindingShown | None:
        """The one before it."""
        return self.listed[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> FindingShown | None:
        """The one after it."""
        return self.listed[self.number] if 0 < self.number < len(self.listed) else None

    @property
    def same_kind(self) -> Group | None:
        """The kind of the current one, where there are several left of it."""
        if self.current is None:
            return None
        group = next(group for group in self.groups if group.kind == self.current.kind)
        return group if group.left > 1 else None


def _names_in(reading: Mapping[str, Any]) -> dict[str, str]:
    """The actions and headings that findings may be about, by id."""
    things = (*reading.get("headings", ()), *reading.get("actions", ()))
    return {thing["id"]: f"{thing.get('ref') or ''} {thing['text']}".strip() for thing in things}
