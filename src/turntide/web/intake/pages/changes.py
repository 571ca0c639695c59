"""What a new edition changes in its plan."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.editions import Comparison, Pairing
from turntide.editions.comparison import Change, Fate, HeadingPairing
from turntide.editions.saying import Group, called, groups, summary
from turntide.web.intake.models import Intake, Match
from turntide.web.intake.services.matching import comparison_of

A_PAGE = 50
UNTOUCHED = ("same", "renumbered")


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
    def one_and_one(self) -> tuple[str, str] | None:
        """The ids of the two actions that are taken for one, where there are just two."""
        old, new = self.pairing.old, self.pairing.new
        return (old[0].id, new[0].id) if len(old) == len(new) == 1 else None

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


@dataclass(frozen=True, slots=True)
class HeadingShown:
    """A heading, and what became of it."""

    pairing: HeadingPairing

    @property
    def name(self) -> str:
        """What it is called now, or was."""
        heading = self.pairing.new or self.pairing.old
        return called(heading) if heading else ""

    @property
    def fate(self) -> str:
        """What became of it, in a word."""
        words = {
            Fate.ADDED: _("Added"),
            Fate.DROPPED: _("Dropped"),
            Fate.REWORDED: _("Reworded"),
            Fate.MOVED: _("Moved"),
            Fate.MOVED_AND_REWORDED: _("Moved and reworded"),
        }
        return words.get(self.pairing.kind, _("Changed"))

    @property
    def changes(self) -> tuple[Change, ...]:
        """Each field that changed."""
        return self.pairing.changes


@dataclass(frozen=True)
class ChangesPage:
    """The pairings of one kind, with the number of each kind."""

    intake: Intake
    comparison: Comparison
    kind: str
    number: str
    template: ClassVar[str] = "intake/changes.html"

    @classmethod
    def of(cls, intake: Intake, kind: str, number: str) -> ChangesPage:
        """The page of one kind of change."""
        return cls(intake, comparison_of(intake), kind, number)

    @property
    def title(self) -> str:
        """The page's title."""
        return _("What changes")

    @property
    def caption(self) -> str:
        """Which plan."""
        return str(self.intake.plan)

    @property
    def summary(self) -> str:
        """All in one sentence."""
        return summary(self.comparison)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The kinds of change there are."""
        return groups(self.comparison)

    @cached_property
    def group(self) -> Group | None:
        """The kind shown: the one asked for, or the first."""
        asked = next((group for group in self.groups if group.name == self.kind), None)
        return asked or next(iter(self.groups), None)

    @cached_property
    def listed(self) -> Page[Pairing]:
        """The pairings of that kind, a page of them."""
        return Paginator(self.group.pairings if self.group else (), A_PAGE).get_page(self.number)

    @property
    def pairs(self) -> list[PairShown]:
        """Those on this page."""
        return [PairShown(pairing) for pairing in self.listed]

    @property
    def headings(self) -> tuple[HeadingShown, ...]:
        """The headings that changed."""
        changed = (each for each in self.comparison.headings if each.kind is not Fate.SAME or each.changes)
        return tuple(HeadingShown(each) for each in changed)

    @cached_property
    def others(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """What one that stands alone may be the same as: ids and names, for 'new' the dropped, for 'old' the added."""
        dropped = tuple((each.old[0].id, called(each.old[0])) for each in self.comparison.of(Fate.DROPPED))
        added = tuple((each.new[0].id, called(each.new[0])) for each in self.comparison.of(Fate.ADDED))
        return {"new": dropped, "old": added}

    @cached_property
    def matches(self) -> tuple[tuple[str, str], ...]:
        """What was said of actions, in words, each with the address that takes it back."""
        return tuple((self._words_of(match), self._take_back(match)) for match in self._told())

    def _told(self) -> list[Match]:
        return list(self.intake.matches.standing())

    def _take_back(self, match: Match) -> str:
        args = [self.intake.place.slug, self.intake.pk, match.pk]
        return reverse("intake-unmatch", args=args)

    def _words_of(self, match: Match) -> str:
        named = {
            one.id: called(one)
            for pairing in self.comparison.pairings
            for one in (*pairing.old, *pairing.new)
        }
        gone = _("an action that is not there any more")
        words = {"old": named.get(match.old, gone), "new": named.get(match.new, gone)}
        if match.same:
            return _("“%(old)s” is now “%(new)s”") % words
        return _("“%(old)s” and “%(new)s” are two actions") % words

    @property
    def of_plan(self) -> tuple[Change, ...]:
        """What changes about the plan as a whole."""
        return self.comparison.changes
