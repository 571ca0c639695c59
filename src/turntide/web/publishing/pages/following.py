"""The pages of following by e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.publishing.pages.frame import Frame

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FollowPage:
    """Ask to be told of news."""

    template: ClassVar[str] = "publishing/public/following_form.html"
    frame: Frame
    form: Form

    @property
    def title(self) -> str:
        """What is offered."""
        return _("Get news by e-mail")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return _crumbs(self.frame)


@dataclass(frozen=True, slots=True)
class AskedPage:
    """What was done, in words that fit whether the address follows already or not."""

    template: ClassVar[str] = "publishing/public/following_asked.html"
    frame: Frame

    @property
    def title(self) -> str:
        """What to do now."""
        return _("Look into your e-mail")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return _crumbs(self.frame)


@dataclass(frozen=True, slots=True)
class FollowingPage:
    """What a letter's link opens: follow, or follow no more. It names no address: a letter may be forwarded.

    ``state`` is "asked", "following" or "stopped"; ``others``: the address follows more of the place.
    """

    template: ClassVar[str] = "publishing/public/following.html"
    frame: Frame
    what: str
    state: str
    others: bool

    @property
    def title(self) -> str:
        """How it stands."""
        titles = {
            "asked": _("Do you want to follow %(what)s?"),
            "following": _("You follow %(what)s"),
            "stopped": _("You follow %(what)s no more"),
        }
        return titles[self.state] % {"what": self.what}

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return _crumbs(self.frame)


def _crumbs(frame: Frame) -> Crumbs:
    return ((frame.name, frame.at.base),)
