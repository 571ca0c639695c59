"""A paper as a file: being made, made, or why it could not be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.reporting.models import Printing
from turntide.web.reporting.pages.wording import Crumbs, crumbs_to_paper

PATIENCE = timedelta(seconds=30)
"""After so long without a file, a person is told that there may be no worker."""


def file_name(printing: Printing) -> str:
    """What the file is called once it is saved."""
    draft = "" if printing.report.is_frozen else f"-draft-{printing.version}"
    return f"{slugify(printing.report.title) or 'paper'}{draft}.{printing.format}"


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of a paper, as the paper's page shows it: ``state`` is "made", "waits" or "failed"."""

    name: str
    url: str
    save: str
    state: str
    fingerprint: str
    made_at: datetime | None


def file_lines(slug: str, printings: Iterable[Printing]) -> tuple[FileLine, ...]:
    """Its files, Word first."""
    order = Printing.Format.values
    ordered = sorted(printings, key=lambda each: order.index(each.format))
    return tuple(_line(slug, each) for each in ordered)


def _line(slug: str, printing: Printing) -> FileLine:
    state = "made" if printing.is_made else "failed" if printing.fault else "waits"
    return FileLine(
        str(printing.get_format_display()),
        reverse("printing", args=[slug, printing.pk]),
        reverse("printing_save", args=[slug, printing.pk]),
        state,
        printing.fingerprint,
        printing.made_at,
    )


@dataclass(frozen=True, slots=True)
class PrintingPage:
    """How far a file is."""

    template: ClassVar[str] = "reporting/printing.html"
    printing: Printing
    now: datetime
    may_contribute: bool

    @property
    def title(self) -> str:
        """The paper, and as what."""
        words = {"title": self.printing.report.title, "format": self.printing.get_format_display()}
        return _("%(title)s as %(format)s") % words

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_paper(self.printing.report)

    @property
    def back(self) -> str:
        """The paper."""
        return self.printing.report.get_absolute_url()

    @property
    def waits(self) -> bool:
        """Whether it is still being made."""
        return not self.printing.is_made and not self.printing.fault

    @property
    def save(self) -> str:
        """Where the file is saved from."""
        return reverse("printing_save", args=[self.printing.report.place.slug, self.printing.pk])

    @property
    def again(self) -> str:
        """Where it is tried once more; empty for those who may not."""
        if not self.may_contribute:
            return ""
        return reverse("printing_again", args=[self.printing.report.place.slug, self.printing.pk])

    @property
    def how_long(self) -> str:
        """Since when it is waited for."""
        seconds = max(0, int((self.now - self.printing.asked_at).total_seconds()))
        said = ngettext("%(count)s second so far", "%(count)s seconds so far", seconds)
        return said % {"count": seconds}

    @property
    def is_forlorn(self) -> bool:
        """Whether there seems to be no worker."""
        return self.waits and self.now - self.printing.asked_at > PATIENCE
