"""What stories hold about a person (`accounts.holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.accounts.striking import naming, strike
from turntide.web.audit.by import By
from turntide.web.stories.models import Picture, Story, Telling

_TOLD = (
    *("title", "situation", "did", "changed", "words", "whose", "learnt"),
    *("groups", "where", "agreed_how", "agreed_to"),
)


class StoriesHold:
    """Stories that name somebody."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """Stories know no addresses."""
        return ()

    def held(self, subject: Subject) -> Sequence[Held]:
        """Every story in which they are named, also one set aside."""
        named = naming(Story.objects.filter(place=subject.place), _TOLD, subject)
        return (Held(_("Stories"), [{_("title"): each.title, _("words"): each.words} for each in named]),)

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """The name goes from every version of every story; photographs are for somebody to look at."""
        place = subject.place
        named = strike(Story.objects.filter(place=place), _TOLD, subject)
        strike(Telling.objects.filter(story__place=place), ("told",), subject)
        pictures = Picture.objects.filter(story__in=named).select_related("story")
        strike(Picture.objects.filter(story__place=place), ("seen",), subject)
        look = _("The story “%(title)s” named the person; look whether its photographs show them.")
        return [look % {"title": each.story.title} for each in pictures]
