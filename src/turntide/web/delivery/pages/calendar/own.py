"""A person's own address for calendar programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A person's own address for calendar programs; empty where they have none. ``narrowed``: it holds the milestones
    alone that the filters of the calendar left.
    """

    template: ClassVar[str] = "delivery/calendar/feed.html"
    place: Place
    address: str = ""
    narrowed: bool = False

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Milestones in your own calendar")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        own = (_("Milestones"), reverse("calendar", args=[self.place.slug]))
        return ((self.place.name, self.place.get_absolute_url()), own)

    @property
    def end(self) -> str:
        """Where the address is ended."""
        return reverse("calendar_feed_end", args=[self.place.slug])
