"""The front of a place's public pages, what changed lately, and how accessible they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import PlanThen, StoryThen
from turntide.web.publishing.pages.changing import Happened, happened
from turntide.web.publishing.pages.frame import BeneathFront, Frame
from turntide.web.publishing.pages.paging import Sheet, sheet_of
from turntide.web.publishing.pages.standing import Bars, count_words, pictures
from turntide.web.publishing.pages.wording import span_words

FEW, SOME = 3, 6


@dataclass(frozen=True, slots=True)
class Card:
    """A plan or story on the front."""

    title: str
    url: str
    words: str
    quiet: str = ""


@dataclass(frozen=True)
class FrontPage:
    """A place's front: what its plans are for, how they stand, what changed, and whom they reached."""

    template: ClassVar[str] = "publishing/public/front.html"
    frame: Frame

    @property
    def title(self) -> str:
        """The place."""
        return self.frame.name

    @property
    def summary(self) -> str:
        """The place's own words."""
        return self.frame.told.about.summary

    @property
    def plans(self) -> tuple[Card, ...]:
        """Each plan with its summary."""
        return tuple(_plan_card(self.frame, each) for each in self.frame.told.record.plans)

    @cached_property
    def pictures(self) -> tuple[Bars, ...]:
        """How things stand."""
        told = self.frame.told.contents
        return pictures(told.figures, told.coloured, told.record.plans, self.frame.at)

    @property
    def counted(self) -> str:
        """How many actions there are."""
        return count_words(len(self.frame.told.record.actions))

    @cached_property
    def happened(self) -> tuple[Happened, ...]:
        """What changed lately, a few things of it."""
        return happened(self.frame, self.frame.told.contents.happened[:SOME])

    @property
    def stories(self) -> tuple[Card, ...]:
        """A few stories."""
        return tuple(story_card(self.frame, each) for each in self.frame.told.record.stories[:FEW])

    @property
    def period(self) -> str:
        """Of which period this tells."""
        return span_words(self.frame.told.record)


@dataclass(frozen=True)
class ChangesPage(BeneathFront):
    """All that changed in the period."""

    template: ClassVar[str] = "publishing/public/changes.html"
    page: int = 1

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("What changed")

    @property
    def period(self) -> str:
        """Of which period this tells."""
        return span_words(self.frame.told.record)

    @cached_property
    def sheet(self) -> Sheet[Happened]:
        """A page of it."""
        sheet = sheet_of(self.frame.told.contents.happened, self.page, self.frame.at.changes)
        return sheet.holding(happened(self.frame, sheet.things))


@dataclass(frozen=True)
class AccessibilityPage(BeneathFront):
    """How accessible these pages are, with what the place adds."""

    template: ClassVar[str] = "publishing/public/accessibility.html"

    @property
    def title(self) -> str:
        """What the page is."""
        return _("Accessibility statement")

    @property
    def added(self) -> str:
        """The place's own words."""
        return self.frame.told.about.accessibility

    @property
    def contact(self) -> str:
        """Where to write."""
        return self.frame.told.about.contact


def story_card(frame: Frame, story: StoryThen) -> Card:
    """A story in a list."""
    return Card(
        story.title, frame.at.story(story.id), story.changed or story.situation, ", ".join(story.where)
    )


def _plan_card(frame: Frame, plan: PlanThen) -> Card:
    summary = frame.told.about.plan(plan.id).summary or plan.vision
    first = next((each.strip() for each in summary.splitlines() if each.strip()), "")
    many = count_words(len(frame.told.index.of_plan(plan.id)))
    return Card(plan.title, frame.at.plan(plan.id), first, many)
