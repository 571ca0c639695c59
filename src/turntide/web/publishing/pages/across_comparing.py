"""Plans side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.publishing.pages.across_frame import AcrossFrame
from turntide.web.publishing.pages.across_grids import Grid, Head, Row, numbers, shares, status_grid
from turntide.web.publishing.pages.frame import Crumbs
from turntide.web.publishing.pages.place import Card
from turntide.web.publishing.pages.standing import count_words
from turntide.web.publishing.pages.wording import level_words, span_words
from turntide.web.publishing.store.across import Comparison, Published, Side, Theme, published_plans

MOST = 6
"""So many plans stand side by side at most: more would not fit beside each other on any screen."""


@dataclass(frozen=True, slots=True)
class PlaceChoices:
    """A place and its plans to choose from: id, title, how many actions, and whether it is chosen."""

    name: str
    plans: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class ThemesOf:
    """The themes of a plan, each with how many actions it has."""

    head: Head
    themes: tuple[Card, ...]


@dataclass(frozen=True)
class ComparePage:
    """Plans to choose from, and those chosen side by side. ``too_many``: more were asked for than are shown."""

    template: ClassVar[str] = "publishing/across/compare.html"
    frame: AcrossFrame
    comparison: Comparison
    too_many: bool = False

    @property
    def title(self) -> str:
        """What the page does."""
        return _("Compare plans")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return self.frame.crumbs

    @property
    def most(self) -> int:
        """How many plans may be compared."""
        return MOST

    @cached_property
    def choices(self) -> tuple[PlaceChoices, ...]:
        """Every plan, by place."""
        chosen = {side.published.id for side in self.comparison.sides}
        every = published_plans(among=self.frame.among)
        return tuple(
            PlaceChoices(
                of_place[0].place,
                tuple(
                    (each.id, each.title, count_words(len(each.actions)), each.id in chosen)
                    for each in of_place
                ),
            )
            for shown in self.frame.among
            if (of_place := [each for each in every if each.slug == shown.place.slug])
        )

    @property
    def compares(self) -> bool:
        """Whether there are plans to lay side by side."""
        return len(self.comparison.sides) > 1

    @property
    def missing(self) -> str:
        """That some of the plans asked for are not published."""
        number = len(self.comparison.missing)
        if not number:
            return ""
        return ngettext(
            "%(number)d plan that was asked for is not published, so it is left out.",
            "%(number)d plans that were asked for are not published, so they are left out.",
            number,
        ) % {"number": number}

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """The plans, as they head their columns."""
        return tuple(self._head(side.published) for side in self.comparison.sides)

    @property
    def grids(self) -> tuple[Grid, ...]:
        """How the plans stand: every figure as the places' own pages have it."""
        sides = self.comparison.sides
        stages = [side.figures.lifecycle for side in sides]
        sure = [side.figures.confidence if side.confidence else None for side in sides]
        fresh = [side.figures.freshness for side in sides]
        plain = all(side.published.plan.stories_only for side in sides)
        every = (
            (_("How far the actions are"), stages),
            (_("How sure each is to be done"), sure),
            (_("How lately we were told"), fresh),
        )
        return (
            Grid(_("At a glance"), _("What"), self.heads, tuple(self._glance())),
            *(status_grid(title, self.heads, told, plain=plain) for title, told in every if any(told)),
        )

    @property
    def endings(self) -> Grid:
        """When the actions end."""
        rows = tuple(
            Row(each.year or _("No day given"), numbers(each.numbers)) for each in self.comparison.endings
        )
        return Grid(_("When the actions end"), _("Financial year"), self.heads, rows)

    @property
    def shared(self) -> Grid:
        """Who is in several of them."""
        rows = tuple(Row(each.name, numbers(each.numbers)) for each in self.comparison.shared)
        return Grid(_("Who is in more than one of them"), _("Body"), self.heads, rows)

    @property
    def themes(self) -> tuple[ThemesOf, ...]:
        """The themes of each."""
        return tuple(
            ThemesOf(head, tuple(self._theme(side, each) for each in side.themes))
            for head, side in zip(self.heads, self.comparison.sides, strict=True)
        )

    def _head(self, published: Published) -> Head:
        frame = self.frame.of_place(published.shown)
        return Head(published.title, published.place, frame.at.plan(published.id))

    def _theme(self, side: Side, theme: Theme) -> Card:
        counted = count_words(theme.figures.all.number)
        if theme.heading is None:
            return Card(_("Under no theme"), "", counted)
        frame = self.frame.of_place(side.published.shown)
        words = frame.plain(theme.heading.id, theme.heading.text)
        return Card(words, frame.at.theme(theme.heading.id), counted, level_words(theme.heading))

    def _glance(self) -> Iterable[Row]:
        sides = self.comparison.sides
        yield Row(
            _("Period it tells of"), tuple((span_words(side.published.shown.record), "") for side in sides)
        )
        yield Row(_("Years of the plan"), tuple((side.published.plan.period or "–", "") for side in sides))
        yield Row(
            _("Themes"), numbers([sum(each.heading is not None for each in side.themes) for side in sides])
        )
        yield Row(_("Actions"), numbers([side.figures.all.number for side in sides]))
        yield Row(
            _("With news in the period"),
            shares([(side.figures.reported.number, side.figures.all.number) for side in sides]),
        )
