"""One story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.design.days import day
from turntide.web.plans.models import Action
from turntide.web.stories.models import Picture, Story, Telling
from turntide.web.stories.pages.stories import Crumbs, crumbs_to_stories, standing_of


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
