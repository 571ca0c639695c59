"""The welcome page, and what is shown to somebody who may not set the site up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class WelcomePage:
    """The first account and the first place; ``key`` goes along with the form."""

    template: ClassVar[str] = "accounts/welcome.html"
    form: Form
    key: str

    @property
    def title(self) -> str:
        """The heading."""
        return _("Welcome to Turntide")


@dataclass(frozen=True, slots=True)
class NotSetUpPage:
    """Nobody has set the site up, and this visitor may not."""

    template: ClassVar[str] = "accounts/not_set_up.html"

    @property
    def title(self) -> str:
        """The heading."""
        return _("This site is not set up yet")
