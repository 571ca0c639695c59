"""Stories of a place, and one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.core.paginator import Page
from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.stories.models import Story
from turntide.web.stories.store.finding import Wanted

Crumbs = tuple[tuple[str, str], ...]


def crumbs_to_stories(place: Place) -> Crumbs:
    """The way to the stories."""
    return ((place.name, place.get_absolute_url()), (_("Stories"), reverse("stories", args=[place.slug])))


def standing_of(story: Story) -> str:
    """Where a story stands, in words."""
    if story.withdrawn_at:
        return _("No longer agreed to")
    if story.state == Story.State.DRAFT:
        return _("Being written")
    return _("Ready to be told")


@dataclass(frozen=True, slots=True)
class Line:
    """A story in the list."""

    title: str
    url: str
    words: str
    standing: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """The stories a person may see."""

    template: ClassVar[str] = "stories/stories.html"
    place: Place
    filter_form: Form
    wanted: Wanted
    paging: Page[Story]
    holds_any: bool
    may_edit: bool

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Stories")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_stories(self.place)[:1]

    @property
    def new(self) -> str:
        """Where a story is begun."""
        return reverse("story_new", args=[self.place.slug])

    @property
    def all(self) -> str:
        """The whole list."""
        return reverse("stories", args=[self.place.slug])

    @property
    def narrowed(self) -> bool:
        """Whether a filter is in use."""
        return self.wanted != Wanted()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The stories of this page of the list."""
        return tuple(
            Line(
                story.title,
                reverse("story", args=[self.place.slug, story.pk]),
                story.changed or story.situation,
                standing_of(story) if self.may_edit else "",
                tuple(story.groups),
            )
            for story in self.paging.object_list
        )


@dataclass(frozen=True, slots=True)
class StoryFormPage:
    """The form of a story."""

    template: ClassVar[str] = "stories/form.html"
    place: Place
    title: str
    form: Form
    back: str
    suggested: Sequence[str] = ()
    changed_meanwhile: bool = False
    with_file: bool = False

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_stories(self.place)
