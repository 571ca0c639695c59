"""What a new edition changes in its plan."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from turntide.editions import Comparison, Pairing, compare
from turntide.editions.comparison import Change
from turntide.editions.saying import Group, called, groups, summary
from turntide.exchange.interchange import part_from
from turntide.plan import model as plain
from turntide.web.intake.models import Intake
from turntide.web.plans.store.taking_out import plan_as_read

A_PAGE = 50
UNTOUCHED = ("same", "renumbered")


def comparison_of(intake: Intake) -> Comparison:
    """The plan as it stands beside the reading."""
    assert intake.plan is not None
    return compare(plan_as_read(intake.plan), part_from(intake.reading or {}, plain.Plan))


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
    def of_plan(self) -> tuple[Change, ...]:
        """What changes about the plan as a whole."""
        return self.comparison.changes
