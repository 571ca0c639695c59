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
from turntide.web.design.days import day
from turntide.web.plans.models import Action
from turntide.web.stories.models import Picture, Story, Telling
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
class StoryPage:
    """One story, with what it belongs to and the consent it rests on."""

    template: ClassVar[str] = "stories/story.html"
    story: Story
    actions: Sequence[Action]
    pictures: Sequence[Picture]
    tellings: Sequence[Telling]
    may_edit: bool

    @property
    def title(self) -> str:
        """The story's own."""
        return self.story.title

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_stories(self.story.place)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """What it tells, each part under its question."""
        story = self.story
        every = (
            (_("What was the situation?"), story.situation),
            (_("What we did"), story.did),
            (_("What changed for people"), story.changed),
            (_("What we learnt"), story.learnt),
        )
        return tuple((heading, text) for heading, text in every if text)

    @property
    def standing(self) -> str:
        """Where it stands."""
        return standing_of(self.story)

    @property
    def consent(self) -> str:
        """When and how it was agreed to, or that it was not."""
        story = self.story
        if story.agreed_on is None:
            return _("Nobody has agreed yet that this story is told.")
        words = {"day": day(story.agreed_on), "how": story.agreed_how}
        return _("Agreed on %(day)s: %(how)s") % words

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The actions it belongs to."""
        slug = self.story.place.slug
        return tuple((str(action), reverse("action", args=[slug, action.pk])) for action in self.actions)

    @property
    def shown(self) -> tuple[tuple[str, str, str], ...]:
        """Its photographs: address, what each shows, and where it is taken away."""
        slug = self.story.place.slug
        return tuple(
            (
                reverse("story_picture", args=[slug, each.pk]),
                each.seen,
                reverse("story_picture_remove", args=[slug, each.pk]),
            )
            for each in self.pictures
        )

    def _url(self, name: str) -> str:
        return reverse(name, args=[self.story.place.slug, self.story.pk])

    @property
    def edit(self) -> str:
        """Where it is changed."""
        return self._url("story_edit")

    @property
    def add_picture(self) -> str:
        """Where a photograph is added."""
        return self._url("story_picture_add")

    @property
    def turn_consent(self) -> str:
        """Where consent is withdrawn, or given again."""
        return self._url("story_agree" if self.story.withdrawn_at else "story_withdraw")

    @property
    def retire(self) -> str:
        """Where it is set aside."""
        return self._url("story_retire")

    @property
    def undo(self) -> str:
        """Where its last write is undone; empty for a story only ever told so."""
        return self._url("story_undo") if len(self.tellings) > 1 else ""


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
