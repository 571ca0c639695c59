"""The findings of a reading: how many are left to look at, and the one that is looked at now with its mends."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from turntide.checking import Kind
from turntide.mending import Mend, from_data, said
from turntide.mending.mends import MEANINGS, ColumnMeans
from turntide.reading.kinds import DoubtKind
from turntide.reading.vocabulary import Meaning
from turntide.web.intake.looking.places import Unit, units_in
from turntide.web.intake.models import finding_key

FEW = 4
"""So many mends are offered as buttons; a choice of meanings beyond that is a list to choose from."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A mend to take with one click: its sentence, and the instruction itself."""

    said: str
    data: str


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column whose meaning is to be chosen: ``choices`` are pairs of meaning and words, the likeliest first."""

    heading: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FindingShown:
    """A finding: its key, its sentence, whether somebody has left it as it is, and what may be done."""

    at: int
    data: Mapping[str, Any]
    seen: bool
    offered: Sequence[Mapping[str, Any]] = ()

    @property
    def key(self) -> str:
        """What it is known by."""
        return finding_key(self.kind, self.message)

    @property
    def kind(self) -> str:
        """Its kind."""
        return str(self.data["kind"])

    @property
    def message(self) -> str:
        """Its sentence."""
        return str(self.data["message"])

    @property
    def about(self) -> str:
        """The id of the action or heading it is about."""
        return self.data.get("about") or ""

    @property
    def remedy(self) -> str:
        """What a person can do about findings of this kind."""
        return _remedies().get(self.kind, "")

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The cells it points at."""
        return tuple(units_in(self.data))

    @cached_property
    def mends(self) -> tuple[Mend, ...]:
        """All that may settle it."""
        return tuple(from_data(data) for data in self.offered)

    @property
    def column_choices(self) -> tuple[ColumnChoice, ...]:
        """The columns whose meaning may be told, where there are many meanings to choose from."""
        by_heading: dict[str, list[ColumnMeans]] = {}
        for mend in self.mends:
            if isinstance(mend, ColumnMeans):
                by_heading.setdefault(mend.heading, []).append(mend)
        return tuple(
            ColumnChoice(heading, tuple((one.meaning or "", words_of(one.meaning)) for one in found))
            for heading, found in by_heading.items()
            if len(found) > FEW
        )

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The mends to take with one click."""
        chosen = tuple(choice.heading for choice in self.column_choices)
        few = [one for one in self.mends if not (isinstance(one, ColumnMeans) and one.heading in chosen)]
        likely = [self._likeliest(heading) for heading in chosen]
        return tuple(Offer(said(one), json.dumps(dict(_data(one, self)))) for one in (*likely, *few[:6]))

    def _likeliest(self, heading: str) -> Mend:
        return next(one for one in self.mends if isinstance(one, ColumnMeans) and one.heading == heading)


def _data(mend: Mend, shown: FindingShown) -> Mapping[str, Any]:
    return shown.offered[shown.mends.index(mend)]


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
        return self.kind[:1].upper() + self.kind[1:]

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
        shown = []
        for at, data in enumerate(reading.get("findings", ())):
            offered = offers[at] if at < len(offers) else ()
            is_seen = finding_key(data["kind"], data["message"]) in looked_at
            shown.append(FindingShown(at, data, is_seen, offered))
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


def words_of(meaning: str | None) -> str:
    """A column's meaning in a person's words."""
    words = MEANINGS[Meaning(meaning)] if meaning else "remarks (no field of its own)"
    return words[:1].upper() + words[1:]


def _remedies() -> dict[str, str]:
    return {str(kind.value): kind.remedy for kind in (*Kind, *DoubtKind)}
