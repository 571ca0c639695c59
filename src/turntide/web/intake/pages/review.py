"""The review page: findings first, then the document beside its reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from turntide.explaining.families import Key
from turntide.mending.mends import MEANINGS
from turntide.web.intake.models import Intake
from turntide.web.intake.pages.finding import words_of
from turntide.web.intake.pages.findings import Findings
from turntide.web.intake.pages.in_sight import InSight
from turntide.web.intake.pages.opened import opened
from turntide.web.intake.pages.reading_words import field_words, legend
from turntide.web.intake.pages.review_figures import figures_of
from turntide.web.intake.pages.review_groups import GroupShown, Reading, holdable
from turntide.web.intake.pages.review_mends import MendShown
from turntide.web.plans.models import Plan


@dataclass(frozen=True)
class ReviewPage(InSight):
    """A file read and ready to be looked at. What is chosen is in the address, so that every link can be sent."""

    intake: Intake
    mends: tuple[MendShown, ...]
    taken_back: tuple[MendShown, ...]
    same: tuple[Intake, ...]
    template: ClassVar[str] = "intake/review.html"

    @classmethod
    def of(cls, intake: Intake, asked: QueryDict, same: tuple[Intake, ...]) -> ReviewPage:
        """The page for a file and what was asked for in the address."""
        found = opened(intake)
        reading = found.items.reading
        seen = intake.seen.values_list("finding", flat=True)
        kind, wanted = asked.get("kind", ""), asked.get("finding", "")
        rows = [MendShown(row) for row in intake.mends.select_related("by")]
        return cls(
            intake=intake,
            items=found.items,
            document=found.document,
            parts=found.parts,
            findings=Findings.of(reading, found.offers, seen, kind, wanted),
            asked=asked,
            mends=tuple(one for one in rows if one.row.taken_back_at is None),
            taken_back=tuple(one for one in rows if one.row.taken_back_at is not None),
            same=same,
        )

    @property
    def title(self) -> str:
        """The plan's title, or the file's name."""
        return str(self.items.reading.get("title") or self.intake.original.name)

    @property
    def caption(self) -> str:
        """The file's name."""
        return _("Review of %(name)s") % {"name": self.intake.original.name}

    @property
    def figures(self) -> tuple[tuple[int, str], ...]:
        """What was read, in figures: pairs of a number and what it counts."""
        return figures_of(self.items)

    # What the file is to become.

    @property
    def asks_edition(self) -> Plan | None:
        """The plan it looks like, while nobody has said what it is."""
        return None if self.intake.decided else self.intake.likely

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans it may be a new edition of."""
        return tuple(self.intake.place.plans.filter(retired_at=None).only("id", "title"))

    @property
    def kept(self) -> str:
        """What links keep of the address: which findings are being looked through."""
        query = {name: self.asked[name] for name in ("kind", "finding") if self.asked.get(name)}
        return f"{urlencode(query)}&" if query else ""

    @property
    def back(self) -> str:
        """Where a form leads back to: this page, at the same part."""
        query = QueryDict(mutable=True)
        if "part" in self.asked or self.chosen is not None:
            query["part"] = str(self.part.number)
        if self.findings.kind:
            query["kind"] = self.findings.kind
        return query.urlencode()

    # The reading.

    @cached_property
    def groups(self) -> tuple[GroupShown, ...]:
        """The actions of the part shown, under their headings."""
        thing = self.chosen.thing if self.chosen else None
        return Reading(self.items, self.shown, self.lit, thing.id if thing else "").groups()

    @property
    def asides(self) -> tuple[tuple[str, str], ...]:
        """What else was read from the part shown: pairs of what it is and its words."""
        kinds = ("plan", "notes", "unplaced", "budget", "actors", "takeaways")
        return tuple(
            (field_words(value.family, value.tag), value.text)
            for item in self.shown
            if item.kind in kinds
            for value in item.values
            if not self.document or any(spot.unit in self.part.units for spot in value.spots)
        )

    # What may be said of what is chosen.

    @property
    def meanings(self) -> tuple[tuple[str, str], ...]:
        """Every meaning a column may have, in words."""
        return (*((meaning.value, words_of(meaning.value)) for meaning in MEANINGS), ("", words_of(None)))

    @property
    def holdable(self) -> tuple[tuple[str, str, bool], ...]:
        """The actions the chosen heading may hold."""
        heading = self.chosen.heading if self.chosen else None
        return holdable(self.items, self.shown, heading) if heading else ()

    @property
    def legend(self) -> tuple[Key, ...]:
        """What each colour means."""
        return legend()

    @property
    def was_taken_in(self) -> bool:
        """Whether the file is an export of ours, which is taken in as it is."""
        return self.document is None

    @property
    def idle(self) -> tuple[MendShown, ...]:
        """Mends that found nothing in this document to act on."""
        return tuple(one for one in self.mends if one.row.idle)
