"""The public pages, each built from what is published."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.http import Http404

from turntide.web.publishing.pages.frame import Frame
from turntide.web.publishing.pages.looking_up import (
    MOST_WORDS,
    FigurePage,
    FiguresPage,
    SearchPage,
    figure_page,
)
from turntide.web.publishing.pages.one_action import ActionPage
from turntide.web.publishing.pages.one_plan import ActionsPage, PlanPage
from turntide.web.publishing.pages.one_theme import ThemePage
from turntide.web.publishing.pages.paging import number_asked
from turntide.web.publishing.pages.place import AccessibilityPage, ChangesPage, FrontPage
from turntide.web.publishing.pages.stories import StoriesPage, StoryPage
from turntide.web.publishing.rules.finding import find
from turntide.web.publishing.views.opening import Asked, public_page

Thing = TypeVar("Thing")


@public_page()
def front(frame: Frame, asked: Asked) -> FrontPage:
    """A place's front."""
    return FrontPage(frame)


@public_page()
def plan(frame: Frame, asked: Asked, id: UUID) -> PlanPage:
    """A plan."""
    return PlanPage(frame, _there(frame.told.index.plan(str(id))))


@public_page()
def actions(frame: Frame, asked: Asked, id: UUID, page: int = 1) -> ActionsPage:
    """Every action of a plan."""
    return ActionsPage(frame, _there(frame.told.index.plan(str(id))), page)


@public_page()
def theme(frame: Frame, asked: Asked, id: UUID, page: int = 1) -> ThemePage:
    """A theme, or any heading."""
    return ThemePage(frame, _there(frame.told.index.heading(str(id))), page)


@public_page()
def action(frame: Frame, asked: Asked, id: UUID) -> ActionPage:
    """An action."""
    return ActionPage(frame, _there(frame.told.index.action(str(id))))


@public_page()
def changes(frame: Frame, asked: Asked, page: int = 1) -> ChangesPage:
    """What changed in the period."""
    return ChangesPage(frame, page)


@public_page()
def stories(frame: Frame, asked: Asked) -> StoriesPage:
    """The stories."""
    return StoriesPage(frame)


@public_page()
def story(frame: Frame, asked: Asked, id: UUID) -> StoryPage:
    """A story."""
    return StoryPage(frame, _there(frame.told.index.story(str(id))))


@public_page(kept=False)
def search(frame: Frame, asked: Asked) -> SearchPage:
    """What is published, searched."""
    words = " ".join(asked.get("q", "")[:MOST_WORDS].replace("\0", "").split())
    found = find(frame.told.contents.searchable, words)
    return SearchPage(frame, words, found, number_asked(asked.get("page", "")))


@public_page()
def figures(frame: Frame, asked: Asked) -> FiguresPage:
    """The figures and how they are known."""
    return FiguresPage(frame)


@public_page()
def figure(frame: Frame, asked: Asked, key: str, page: int = 1) -> FigurePage:
    """The actions that a figure counts."""
    return _there(figure_page(frame, key, page))


@public_page()
def accessibility(frame: Frame, asked: Asked) -> AccessibilityPage:
    """The accessibility statement."""
    return AccessibilityPage(frame)


def _there(found: Thing | None) -> Thing:
    if found is None:
        raise Http404
    return found
