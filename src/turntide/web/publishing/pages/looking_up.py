"""Looking things up: search, the figures and what they count, the accessibility statement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import ActionThen
from turntide.web.publishing.pages.addresses import figure_key
from turntide.web.publishing.pages.frame import BeneathFront, Crumbs, Frame
from turntide.web.publishing.pages.one_plan import lines_sheet
from turntide.web.publishing.pages.paging import Sheet, sheet_of
from turntide.web.publishing.pages.standing import Bars, Line, count_words, lines_of, pictures, status_shown
from turntide.web.publishing.pages.wording import level_words, span_words
from turntide.web.publishing.rules.contents import has_colours
from turntide.web.publishing.rules.finding import Found

MOST_WORDS = 200


@dataclass(frozen=True)
class SearchPage(BeneathFront):
    """What was found."""

    template: ClassVar[str] = "publishing/public/search.html"
    words: str
    found: Found
    page: int = 1

    @property
    def title(self) -> str:
        """What the page does."""
        return _("Search")

    @property
    def counted(self) -> str:
        """How many actions were found."""
        return count_words(len(self.found.actions))

    @property
    def others(self) -> tuple[tuple[str, str, str], ...]:
        """Plans, headings and stories: what each is, its words, its address."""
        at, plain = self.frame.at, self.frame.plain
        return (
            *((_("Plan"), each.title, at.plan(each.id)) for each in self.found.plans),
            *(
                (level_words(each), plain(each.id, each.text), at.theme(each.id))
                for each in self.found.headings
            ),
            *((_("Story"), each.title, at.story(each.id)) for each in self.found.stories),
        )

    @cached_property
    def sheet(self) -> Sheet[Line]:
        """A page of the actions found."""
        url = f"{self.frame.at.search}?{urlencode({'q': self.words})}"
        sheet = sheet_of(self.found.actions, self.page, url, "&page={}")
        return sheet.holding(lines_of(self.frame, sheet.things))


@dataclass(frozen=True)
class FiguresPage(BeneathFront):
    """The figures, what each word means, and how they are known."""

    template: ClassVar[str] = "publishing/public/figures.html"

    @property
    def title(self) -> str:
        """What the page shows."""
        return _("The figures and how we know")

    @property
    def period(self) -> str:
        """Of which period this tells."""
        return span_words(self.frame.told.record)

    @property
    def counted(self) -> str:
        """How many actions there are."""
        return count_words(len(self.frame.told.record.actions))

    @property
    def news(self) -> str:
        """Of how many there is news in the period."""
        told = self.frame.told
        return count_words(sum(1 for each in told.record.actions if each.id in told.contents.with_news))

    @cached_property
    def pictures(self) -> tuple[Bars, ...]:
        """How things stand."""
        told = self.frame.told.contents
        return pictures(told.figures, told.coloured, told.record.plans, self.frame.at)

    @property
    def rounds(self) -> tuple[tuple[str, int, int], ...]:
        """The rounds of the period: title, how many actions were asked of, of how many somebody answered."""
        return tuple((each.title, each.asked, each.answered) for each in self.frame.told.record.rounds)

    @property
    def without_colours(self) -> tuple[str, ...]:
        """Plans that do not say how sure they are."""
        return tuple(each.title for each in self.frame.told.record.plans if not has_colours(each))


@dataclass(frozen=True)
class FigurePage:
    """The actions that one figure counts."""

    template: ClassVar[str] = "publishing/public/actions.html"
    frame: Frame
    key: str
    name: str
    counts: tuple[ActionThen, ...]
    page: int = 1

    @property
    def title(self) -> str:
        """The status."""
        return self.name

    @property
    def counted(self) -> str:
        """How many there are."""
        return count_words(len(self.counts))

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return (
            (self.frame.name, self.frame.at.base),
            (_("The figures"), self.frame.at.figures),
        )

    @cached_property
    def sheet(self) -> Sheet[Line]:
        """A page of them."""
        return lines_sheet(self.frame, self.counts, self.page, f"{self.frame.at.figures}{self.key}/")


def figure_page(frame: Frame, key: str, page: int) -> FigurePage | None:
    """The page of a figure; None for a key of none."""
    told = frame.told.contents
    every = {
        figure_key(axis, status): (status, figure)
        for axis, by_status in (
            ("lifecycle", told.figures.lifecycle),
            ("confidence", told.coloured.confidence),
            ("freshness", told.figures.freshness),
        )
        for status, figure in by_status.items()
    }
    if key not in every:
        return None
    status, figure = every[key]
    counts = tuple(each for each in map(frame.told.index.action, figure.actions) if each)
    return FigurePage(frame, key, str(status_shown(status).word), counts, page)
