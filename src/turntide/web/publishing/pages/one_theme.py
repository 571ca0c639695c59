"""A theme, or any heading of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from turntide.web.periods.rules.figures import figures
from turntide.web.periods.rules.record import ActionThen, HeadingThen
from turntide.web.publishing.pages.frame import Crumbs, Frame
from turntide.web.publishing.pages.one_plan import Theme, crumbs_of, lines_sheet, pictures_of, theme_of
from turntide.web.publishing.pages.paging import Sheet
from turntide.web.publishing.pages.standing import Bars, Line, count_words
from turntide.web.publishing.pages.wording import level_words


@dataclass(frozen=True)
class ThemePage:
    """A heading: what is promised beneath it, and how it stands."""

    template: ClassVar[str] = "publishing/public/theme.html"
    frame: Frame
    heading: HeadingThen
    page: int = 1

    @property
    def title(self) -> str:
        """In plain words where there are some."""
        return self.frame.plain(self.heading.id, self.heading.text)

    @property
    def caption(self) -> str:
        """What it is in the plan."""
        return level_words(self.heading)

    @property
    def own(self) -> str:
        """The plan's own words, where the title has others."""
        return "" if self.title == self.heading.text else self.heading.text

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_of(self.frame, self.heading.plan, self.heading.parent)

    @cached_property
    def actions(self) -> tuple[ActionThen, ...]:
        """All beneath it."""
        return self.frame.told.index.under(self.heading.id)

    @property
    def counted(self) -> str:
        """How many there are."""
        return count_words(len(self.actions))

    @property
    def within(self) -> tuple[Theme, ...]:
        """The headings directly beneath it."""
        every = self.frame.told.contents.within.get(self.heading.id, ())
        return tuple(theme_of(self.frame, each) for each in every)

    @property
    def pictures(self) -> tuple[Bars, ...]:
        """How far its actions are; none where its plan is told in stories."""
        plan = self.frame.plan(self.heading.plan)
        return () if plan.stories_only or not self.actions else pictures_of(figures(self.actions), plan)[:1]

    @cached_property
    def sheet(self) -> Sheet[Line]:
        """A page of its actions."""
        return lines_sheet(self.frame, self.actions, self.page, self.frame.at.theme(self.heading.id))
