"""Looking at what would be public before it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.publishing.pages.frame import Crumbs
from turntide.web.publishing.pages.preparing import crumbs_to_publishing


@dataclass(frozen=True, slots=True)
class Source:
    """What can be published: how things stand now, or a frozen period."""

    key: str
    words: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What would be public next: what changes, the pages to look at, and the button."""

    template: ClassVar[str] = "publishing/preparing/preview.html"
    place: Place
    sources: Sequence[Source]
    changes: Sequence[tuple[str, Sequence[str]]]
    pages: str
    publish_form: Form
    nothing_shown: bool
    first: bool
    site_open: bool
    refused: str = ""
    only_of: str = ""

    @property
    def title(self) -> str:
        """What it is."""
        return _("Look before you publish")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_publishing(self.place)

    @property
    def url(self) -> str:
        """The page with its choice of sources."""
        return reverse("public_preview", args=[self.place.slug])

    @property
    def publish(self) -> str:
        """Where it is published."""
        return reverse("public_publish", args=[self.place.slug])
