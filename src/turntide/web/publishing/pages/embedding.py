"""Pages that other sites show within their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _

from turntide.web.periods.rules.figures import Figures, figures
from turntide.web.periods.rules.record import ActionThen
from turntide.web.publishing.pages.frame import Frame
from turntide.web.publishing.pages.standing import Bars, Line, count_words, lines_of, pictures
from turntide.web.publishing.rules.contents import has_colours

MOST = 20
"""Actions listed; the page that is led to has all."""


@dataclass(frozen=True, slots=True)
class EmbeddedPage:
    """A place, a plan or a theme, small enough to stand within another page; ``url`` is its own page, whole."""

    template: ClassVar[str] = "publishing/public/embedding.html"
    frame: Frame
    title: str
    url: str
    actions: tuple[ActionThen, ...]
    listed: bool

    @property
    def whole(self) -> str:
        """The whole address of its own page: it is led to from another site."""
        return settings.ADDRESS.origin + self.url

    @property
    def counted(self) -> str:
        """How many actions there are."""
        return count_words(len(self.actions))

    @property
    def pictures(self) -> tuple[Bars, ...]:
        """How they stand; nothing where that is told in stories alone."""
        ids = {each.plan for each in self.actions}
        plans = [each for each in self.frame.told.record.plans if each.id in ids]
        if all(each.stories_only for each in plans):
            return ()
        coloured = {each.id for each in plans if has_colours(each)}
        return pictures(figures(self.actions), _figures_of(self.actions, coloured), plans)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The first of them."""
        return lines_of(self.frame, self.actions[:MOST]) if self.listed else ()

    @property
    def more(self) -> bool:
        """Whether there are others."""
        return self.listed and len(self.actions) > MOST


def _figures_of(actions: Iterable[ActionThen], plans: Collection[str]) -> Figures:
    return figures(each for each in actions if each.plan in plans)


@dataclass(frozen=True, slots=True)
class Snippet:
    """What somebody copies into a page of their own."""

    id: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class ElsewherePage:
    """How to show a place, its plans and their themes on another site. ``offered``: the place allows it."""

    template: ClassVar[str] = "publishing/public/embedding_snippets.html"
    frame: Frame
    offered: bool

    @property
    def title(self) -> str:
        """What is explained."""
        return _("Show this on your own site")

    @property
    def crumbs(self) -> tuple[tuple[str, str], ...]:
        """The way here."""
        return ((self.frame.name, self.frame.at.base),)

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        """The place's, each plan's, and each theme's."""
        return tuple(self._snippets()) if self.offered else ()

    def _snippets(self) -> Iterator[Snippet]:
        at, index = self.frame.at, self.frame.told.index
        yield _snippet("all", self.frame.name, at.base)
        for plan in self.frame.told.record.plans:
            yield _snippet(plan.id, plan.title, at.plan(plan.id))
            for theme in index.themes(plan.id):
                yield _snippet(theme.id, f"{plan.title}: {theme.text}", at.theme(theme.id))


def _snippet(id_: str, title: str, page: str) -> Snippet:
    """An iframe needs a title, so that people who do not see it know what it is."""
    html = format_html(
        '<iframe src="{}embed/" title="{}" width="100%" height="700" loading="lazy"></iframe>',
        settings.ADDRESS.origin + page,
        title,
    )
    return Snippet(id_, title, str.__str__(html))
