"""What a new edition changes in its plan."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.editions import Comparison, Pairing
from turntide.editions.comparison import Change, Fate
from turntide.editions.saying import Group, called, groups, summary
from turntide.web.intake.models import Intake, Match
from turntide.web.intake.pages.changed_headings import HeadingShown, headings_said, headings_shown
from turntide.web.intake.pages.changed_pairs import PairShown
from turntide.web.intake.services.matching import Matched, Review, review_of

A_PAGE = 50
MOST_HEADINGS = 12
"""More headings than these are folded away until somebody asks for them."""


@dataclass(frozen=True)
class ChangesPage:
    """The pairings of one kind, with the number of each kind."""

    intake: Intake
    review: Review
    kind: str
    number: str
    template: ClassVar[str] = "intake/changes.html"

    @classmethod
    def of(cls, intake: Intake, kind: str, number: str) -> ChangesPage:
        """The page of one kind of change."""
        return cls(intake, review_of(intake), kind, number)

    @property
    def comparison(self) -> Comparison:
        """The plan beside the reading."""
        return self.review.comparison

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

    @cached_property
    def headings(self) -> tuple[HeadingShown, ...]:
        """The headings that changed."""
        return headings_shown(self.comparison.headings)

    @property
    def headings_said(self) -> str:
        """What became of headings, in one sentence."""
        return headings_said(self.comparison.headings)

    @property
    def headings_opened(self) -> bool:
        """Whether they are all shown at once."""
        return len(self.headings) <= MOST_HEADINGS

    @cached_property
    def others(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """What one that stands alone may be the same as: ids and names, for 'new' the dropped, for 'old' the added."""
        dropped = tuple((each.old[0].id, called(each.old[0])) for each in self.comparison.of(Fate.DROPPED))
        added = tuple((each.new[0].id, called(each.new[0])) for each in self.comparison.of(Fate.ADDED))
        return {"new": dropped, "old": added}

    @cached_property
    def matches(self) -> tuple[tuple[str, str], ...]:
        """What was said of actions of this plan, in words, each with the address that takes it back."""
        ours = (each for each in self.review.matched if each.row.old in self._named)
        return tuple((self._words_of(each), self._take_back(each.row)) for each in ours)

    def _take_back(self, match: Match) -> str:
        args = [self.intake.place.slug, self.intake.pk, match.pk]
        return reverse("intake-unmatch", args=args)

    def _words_of(self, matched: Matched) -> str:
        row = matched.row
        new = self._named.get(matched.new) or _("%(words)s (not there any more)") % {"words": row.words}
        words = {"old": self._named[row.old], "new": new}
        if row.same:
            return _("“%(old)s” is now “%(new)s”") % words
        return _("“%(old)s” and “%(new)s” are two actions") % words

    @cached_property
    def _named(self) -> dict[str, str]:
        pairings = self.comparison.pairings
        return {one.id: called(one) for pairing in pairings for one in (*pairing.old, *pairing.new)}

    @property
    def of_plan(self) -> tuple[Change, ...]:
        """What changes about the plan as a whole."""
        return self.comparison.changes
