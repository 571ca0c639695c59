"""The pages of following by e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.publishing.pages.frame import BeneathFront


@dataclass(frozen=True, slots=True)
class FollowPage(BeneathFront):
    """Ask to be told of news."""

    template: ClassVar[str] = "publishing/public/following_form.html"
    form: Form

    @property
    def title(self) -> str:
        """What is offered."""
        return _("Get news by e-mail")


@dataclass(frozen=True, slots=True)
class AskedPage(BeneathFront):
    """What was done, in words that fit whether the address follows already or not."""

    template: ClassVar[str] = "publishing/public/following_asked.html"

    @property
    def title(self) -> str:
        """What to do now."""
        return _("Look into your e-mail")


@dataclass(frozen=True, slots=True)
class FollowingPage(BeneathFront):
    """What a letter's link opens: follow, or follow no more. It names no address: a letter may be forwarded.

    ``state`` is "asked", "following" or "stopped"; ``others``: the address follows more of the place.
    """

    template: ClassVar[str] = "publishing/public/following.html"
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
