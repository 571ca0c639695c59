"""Somebody's own address for calendar programs: a member's of the place, or that of a partner with a link."""

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
    def intro(self) -> str:
        """What the address is good for."""
        return _(
            "Your calendar program (Outlook, Google Calendar, the one on your phone) can fetch the milestones of this "
            "place by an address of your own, and keeps them up to date."
        )

    @property
    def holds(self) -> str:
        """What it gives."""
        return _("It holds every milestone with a day from a year ago on.")

    @property
    def end(self) -> str:
        """Where the address is ended."""
        return reverse("calendar_feed_end", args=[self.place.slug])


@dataclass(frozen=True, slots=True)
class PartnerFeedPage:
    """The address of somebody without an account: it holds what they answer for and nothing else."""

    template: ClassVar[str] = "delivery/calendar/feed.html"
    narrowed: ClassVar[bool] = False
    address: str = ""

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Your milestones in your own calendar")

    @property
    def crumbs(self) -> Crumbs:
        """The way back."""
        return ((_("All your actions"), reverse("answer")),)

    @property
    def intro(self) -> str:
        """What the address is good for."""
        return _(
            "Your calendar program (Outlook, Google Calendar, the one on your phone) can fetch the milestones of the "
            "actions you answer for by an address of your own, and keeps them up to date."
        )

    @property
    def holds(self) -> str:
        """What it gives."""
        return _("It holds the milestones with a day of every action you answer for, from a year ago on.")

    @property
    def end(self) -> str:
        """Where the address is ended."""
        return reverse("answer_calendar_end")
