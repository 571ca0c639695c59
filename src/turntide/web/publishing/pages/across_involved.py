"""Who is involved where: bodies over places and plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.publishing.pages.across_frame import AcrossFrame
from turntide.web.publishing.pages.frame import Crumbs
from turntide.web.publishing.pages.paging import Sheet, sheet_of
from turntide.web.publishing.pages.standing import count_words
from turntide.web.publishing.store.across import Involved, Part


@dataclass(frozen=True, slots=True)
class Where:
    """A body's part in one plan; ``led`` is empty where it leads nothing."""

    place: str
    title: str
    url: str
    counted: str
    led: str


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body, where it is involved, and where its actions are searched."""

    name: str
    counted: str
    url: str
    where: tuple[Where, ...]


@dataclass(frozen=True)
class InvolvedPage:
    """Bodies by name, those in most places first. ``words`` are in all their names."""

    template: ClassVar[str] = "publishing/across/involved.html"
    frame: AcrossFrame
    words: str
    bodies: Sequence[Involved]
    page: int = 1

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Who is involved where")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return self.frame.crumbs

    @property
    def counted(self) -> str:
        """How many bodies there are."""
        number = len(self.bodies)
        return ngettext("%(number)d body", "%(number)d bodies", number) % {"number": number}

    @cached_property
    def sheet(self) -> Sheet[BodyLine]:
        """A page of them."""
        asked = f"?{urlencode({'q': self.words})}" if self.words else ""
        joint = "&page={}" if asked else "?page={}"
        sheet = sheet_of(self.bodies, self.page, f"{self.frame.at.involved}{asked}", joint)
        return sheet.holding([self._line(each) for each in sheet.things])

    def _line(self, body: Involved) -> BodyLine:
        places = ngettext("%(number)d place", "%(number)d places", body.places) % {"number": body.places}
        plans = ngettext("%(number)d plan", "%(number)d plans", len(body.parts)) % {"number": len(body.parts)}
        counted = _("%(actions)s in %(plans)s of %(places)s") % {
            "actions": count_words(body.actions),
            "plans": plans,
            "places": places,
        }
        where = tuple(self._where(part) for part in body.parts)
        return BodyLine(body.name, counted, self.frame.at.searching(body.name), where)

    def _where(self, part: Part) -> Where:
        at = self.frame.of_place(part.published.shown).at
        led = _("leads %(number)d") % {"number": len(part.led)} if part.led else ""
        counted = count_words(len(part.actions))
        return Where(part.published.place, part.published.title, at.plan(part.published.id), counted, led)
