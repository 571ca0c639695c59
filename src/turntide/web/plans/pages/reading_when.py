"""What a wording of when was read as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.translation import gettext as _

from turntide.plan.model import Timescale
from turntide.web.design.days import day


@dataclass(frozen=True, slots=True)
class WhenPart:
    """A sentence beneath the box, while it is typed into."""

    template: ClassVar[str] = "plans/changing/when_part.html"
    read: Timescale | None

    @property
    def title(self) -> str:
        """None: it is a part of a page."""
        return ""

    @property
    def said(self) -> str:
        """What was read, if anything was typed."""
        return said_of(self.read) if self.read else ""


def said_of(read: Timescale) -> str:
    """What a wording was read as, in a sentence."""
    starts, ends = _day(read.start), _day(read.end)
    if starts and ends and starts != ends:
        return _("We read this as %(starts)s to %(ends)s.") % {"starts": starts, "ends": ends}
    if ends:
        return _("We read this as by %(ends)s.") % {"ends": ends}
    if starts:
        return _("We read this as from %(starts)s.") % {"starts": starts}
    return _("We found no certain date in these words. You can set the dates yourself.")


def _day(iso: str | None) -> str:
    return day(date.fromisoformat(iso)) if iso else ""
