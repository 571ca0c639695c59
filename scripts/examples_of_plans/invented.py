"""What an invented plan holds: the truth that each example's file sets and each reading is held to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """One action of an invented plan, in the words every layout sets. ``path`` runs from the outermost."""

    text: str
    path: tuple[str, ...] = ()
    ref: str | None = None
    objective: str | None = None
    detail: str | None = None
    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    when: str | None = None
    milestone: str | None = None
    measure: str | None = None
    rationale: str | None = None
    weights: tuple[tuple[str, int], ...] = ()
    status: str | None = None
    progress: str | None = None
    note: str | None = None

    @property
    def bodies(self) -> tuple[str, ...]:
        """Everyone named, leads first."""
        return self.leads + self.partners + self.owners


@dataclass(frozen=True)
class Group:
    """Actors of a workshop's record and the behaviours asked of them."""

    actors: tuple[str, ...]
    behaviours: tuple[str, ...]


@dataclass(frozen=True)
class Invented:
    """A whole invented plan."""

    title: str
    promises: tuple[Promise, ...] = ()
    kind: str = "plan"
    introduction: tuple[str, ...] = ()
    vision: str | None = None
    budget: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    takeaways: tuple[str, ...] = ()
