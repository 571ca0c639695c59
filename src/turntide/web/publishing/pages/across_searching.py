"""All published actions, searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import ClassVar
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from turntide.web.publishing.pages.across_frame import AcrossFrame
from turntide.web.publishing.pages.frame import Crumbs
from turntide.web.publishing.pages.paging import Sheet, sheet_of
from turntide.web.publishing.pages.standing import Line, count_words, line_of
from turntide.web.publishing.store.across import Hit, published_plans


@dataclass(frozen=True, slots=True)
class FoundIn:
    """What was found in a plan, as far as it is on this page; ``only`` leads to the search in this plan alone."""

    place: str
    title: str
    url: str
    counted: str
    only: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """A place that the search may be narrowed to."""

    slug: str
    name: str
    asked: bool


@dataclass(frozen=True)
class AcrossSearchPage:
    """What was found. ``places`` are slugs and ``plans`` ids that narrow it."""

    template: ClassVar[str] = "publishing/across/search.html"
    frame: AcrossFrame
    words: str
    places: tuple[str, ...]
    plans: tuple[str, ...]
    hits: Sequence[Hit]
    page: int = 1

    @property
    def title(self) -> str:
        """What the page does."""
        return _("Search all plans")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return self.frame.crumbs

    @property
    def counted(self) -> str:
        """How many actions were found."""
        return count_words(len(self.hits))

    @property
    def choices(self) -> tuple[PlaceAsked, ...]:
        """The places; none where there is only one."""
        every = self.frame.among
        return tuple(
            PlaceAsked(each.place.slug, each.about.name or each.record.place, each.place.slug in self.places)
            for each in every
            if len(every) > 1
        )

    @property
    def narrowed_to(self) -> tuple[str, ...]:
        """The plans that alone are searched, by title."""
        return tuple(
            each.title for each in published_plans(plans=self.plans, among=self.frame.among) if self.plans
        )

    @property
    def narrowed(self) -> bool:
        """Whether not all plans are searched."""
        return bool(self.places or self.plans)

    @property
    def in_all(self) -> str:
        """The same search in all plans."""
        return self.frame.at.searching(self.words)

    @cached_property
    def sheet(self) -> Sheet[Hit]:
        """A page of the actions found."""
        asked = [
            ("q", self.words),
            *(("place", each) for each in self.places),
            *(("plan", each) for each in self.plans),
        ]
        return sheet_of(self.hits, self.page, f"{self.frame.at.search}?{urlencode(asked)}", "&page={}")

    @property
    def found(self) -> tuple[FoundIn, ...]:
        """This page of it, plan by plan."""
        groups = groupby(self.sheet.things, key=lambda hit: hit.published.id)
        return tuple(self._found(tuple(hits)) for _id, hits in groups)

    @cached_property
    def _by_plan(self) -> Counter[str]:
        return Counter(hit.published.id for hit in self.hits)

    def _found(self, hits: Sequence[Hit]) -> FoundIn:
        published = hits[0].published
        frame = self.frame.of_place(published.shown)
        return FoundIn(
            published.place,
            published.title,
            frame.at.plan(published.id),
            count_words(self._by_plan[published.id]),
            "" if self.plans else self.frame.at.searching(self.words, published.id),
            tuple(line_of(frame, hit.action) for hit in hits),
        )
