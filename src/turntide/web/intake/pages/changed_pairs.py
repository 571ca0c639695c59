"""Actions of a plan, and what they are in its new edition."""

from __future__ import annotations

from dataclasses import dataclass

from turntide.editions import Pairing
from turntide.editions.comparison import Change, Fate
from turntide.editions.saying import called


@dataclass(frozen=True, slots=True)
class OneAndOne:
    """Two actions taken for one, by their ids. ``which`` names the one of several that is meant."""

    old: str
    new: str
    which: str


@dataclass(frozen=True, slots=True)
class PairShown:
    """Actions of the plan and what they are in the new edition."""

    pairing: Pairing

    @property
    def name(self) -> str:
        """What they are called now, or were."""
        return called((self.pairing.new or self.pairing.old)[0])

    @property
    def thing(self) -> str:
        """The id in the reading, to show where it stands in the document."""
        return self.pairing.new[0].id if self.pairing.new else ""

    @property
    def old(self) -> tuple[str, ...]:
        """The actions before, where they are several."""
        return tuple(called(one) for one in self.pairing.old) if len(self.pairing.old) > 1 else ()

    @property
    def new(self) -> tuple[str, ...]:
        """The actions now, where they are several."""
        return tuple(called(one) for one in self.pairing.new) if len(self.pairing.new) > 1 else ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """Each field that changed."""
        return self.pairing.changes

    @property
    def taken_for_one(self) -> tuple[OneAndOne, ...]:
        """The actions that are taken for one another: one and one, or each of several beside the one they became."""
        several = len(self.pairing.old) > 1 or len(self.pairing.new) > 1
        return tuple(
            OneAndOne(old.id, new.id, called(old if len(self.pairing.old) > 1 else new) if several else "")
            for old in self.pairing.old
            for new in self.pairing.new
        )

    @property
    def alone(self) -> str:
        """The name of the field, 'old' or 'new', that this action stands for, where it has no other."""
        if self.pairing.kind is Fate.ADDED:
            return "new"
        return "old" if self.pairing.kind is Fate.DROPPED else ""

    @property
    def id(self) -> str:
        """The id of one that stands alone."""
        return (self.pairing.new or self.pairing.old)[0].id
