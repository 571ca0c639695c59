"""Stories told to the public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import StoryThen
from turntide.web.publishing.pages.frame import BeneathFront, Crumbs, Frame
from turntide.web.publishing.pages.place import Card, story_card


@dataclass(frozen=True)
class StoriesPage(BeneathFront):
    """All stories."""

    template: ClassVar[str] = "publishing/public/stories.html"

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Stories")

    @property
    def stories(self) -> tuple[Card, ...]:
        """Each of them."""
        return tuple(story_card(self.frame, each) for each in self.frame.told.record.stories)


@dataclass(frozen=True)
class StoryPage:
    """One story."""

    template: ClassVar[str] = "publishing/public/story.html"
    frame: Frame
    story: StoryThen

    @property
    def title(self) -> str:
        """The story's own."""
        return self.story.title

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.frame.name, self.frame.at.base), (_("Stories"), self.frame.at.stories))

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """What it tells, each part under its question."""
        every = (
            (_("What was the situation?"), self.story.situation),
            (_("What was done"), self.story.did),
            (_("What changed for people"), self.story.changed),
            (_("What was learnt"), self.story.learnt),
        )
        return tuple((heading, text) for heading, text in every if text)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The actions and plans it belongs to."""
        told, at = self.frame.told, self.frame.at
        actions = (each for each in map(told.index.action, self.story.actions) if each)
        plans = (each for each in map(told.index.plan, self.story.plans) if each)
        return (
            *((self.frame.plain(each.id, each.text), at.action(each.id)) for each in actions),
            *((each.title, at.plan(each.id)) for each in plans),
        )
