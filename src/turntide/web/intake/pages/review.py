"""The review page: findings first, then the document beside its reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import ClassVar

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.documents.document import Document, Table
from turntide.explaining.families import Key
from turntide.mending import from_data, said
from turntide.mending.mends import MEANINGS
from turntide.plan.model import Action
from turntide.web.intake.looking.drawing import Drawn, Lights, drawn
from turntide.web.intake.looking.items import Item, Items
from turntide.web.intake.looking.parts import Part, part_of_unit
from turntide.web.intake.looking.places import Unit, unit_named
from turntide.web.intake.models import Intake, Mended
from turntide.web.intake.pages.chosen import Chosen, holdable
from turntide.web.intake.pages.findings import Findings, words_of
from turntide.web.intake.pages.opened import opened
from turntide.web.intake.pages.reading_words import field_words, legend
from turntide.web.plans.models import Plan


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part of the document to turn to."""

    number: int
    name: str
    current: bool


@dataclass(frozen=True, slots=True)
class HeadingShown:
    """A heading above actions, in the plan's own words."""

    id: str
    level: str
    name: str
    lit: bool


@dataclass(frozen=True, slots=True)
class ActionShown:
    """An action of the reading, in short."""

    id: str
    ref: str
    text: str
    leads: str
    partners: str
    when: str
    milestones: int
    measures: int
    status: str
    lit: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class GroupShown:
    """Actions that stand under the same headings."""

    path: tuple[HeadingShown, ...]
    actions: tuple[ActionShown, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class MendShown:
    """A mend that was made, as its sentence."""

    row: Mended

    @property
    def said(self) -> str:
        """Its sentence."""
        return said(from_data(self.row.mend))

    @property
    def by(self) -> str:
        """Who said so."""
        return str(self.row.by or _("Somebody who has left"))


@dataclass(frozen=True)
class ReviewPage:
    """A file read and ready to be looked at. What is chosen is in the address, so that every link can be sent."""

    intake: Intake
    items: Items
    document: Document | None
    parts: tuple[Part, ...]
    findings: Findings
    asked: QueryDict
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
        read, actions = self.items.reading, len(self.items.actions)
        headings, owners = len(read.get("headings", ())), len(self.items.owner_names)
        takeaways = len(read.get("takeaways", ()))
        counted = (
            (headings, ngettext("heading", "headings", headings), headings > 0),
            (actions, ngettext("action", "actions", actions), True),
            (owners, ngettext("owner named", "owners named", owners), owners > 0),
            (takeaways, _("takeaways"), takeaways > 0),
        )
        return tuple((count, words) for count, words, told in counted if told)

    # What the file is to become.

    @property
    def asks_edition(self) -> Plan | None:
        """The plan it looks like, while nobody has said what it is."""
        return None if self.intake.decided else self.intake.likely

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans it may be a new edition of."""
        return tuple(self.intake.place.plans.filter(retired_at=None).only("id", "title"))

    # Which part of the document is shown, and what is lit up in it.

    @cached_property
    def part(self) -> Part:
        """The part shown: the one asked for, or where what is chosen stands."""
        for unit in self._wanted_units():
            found = part_of_unit(self.parts, unit)
            if found is not None:
                return found
        number = self.asked.get("part", "")
        at = int(number) if number.isdecimal() and len(number) < 6 else 0
        if 1 <= at <= len(self.parts):
            return self.parts[at - 1]
        current = self.findings.current
        places = current.units if current else ()
        return next((part for unit in places if (part := part_of_unit(self.parts, unit))), self.parts[0])

    def _wanted_units(self) -> Iterator[Unit]:
        cell = unit_named(self.asked.get("cell", ""))
        if cell is not None:
            yield cell
        thing = self.items.thing(self.asked.get("thing", ""))
        if thing is not None and thing.first is not None:
            yield thing.first
        if "finding" in self.asked and "part" not in self.asked and self.findings.current:
            yield from self.findings.current.units

    @cached_property
    def chosen(self) -> Chosen | None:
        """The cell, action or heading chosen."""
        unit = unit_named(self.asked.get("cell", ""))
        if unit is not None and unit in self.part.units:
            return Chosen(self.items, self.part, unit=unit)
        thing = self.items.thing(self.asked.get("thing", ""))
        return Chosen(self.items, self.part, thing=thing) if thing is not None else None

    @cached_property
    def shown(self) -> tuple[Item, ...]:
        """The things that came from the part shown; all of them where there is no document to show."""
        return self.items.at(self.part.units) if self.document else self.items.all[:400]

    @cached_property
    def source(self) -> tuple[Drawn, ...]:
        """The part as drawn."""
        doubtful = frozenset(self.findings.current.units) if self.findings.current else frozenset()
        if self.chosen is None:
            return drawn(self.part, self.shown, Lights(doubtful=doubtful))
        chosen = frozenset({self.chosen.unit} if self.chosen.unit else ())
        return drawn(self.part, self.shown, Lights(chosen, self.chosen.belong, doubtful))

    @property
    def part_links(self) -> tuple[PartLink, ...]:
        """The parts to turn to."""
        return tuple(PartLink(one.number, name_of_part(one), one is self.part) for one in self.parts)

    @property
    def part_name(self) -> str:
        """The name of the part shown."""
        return name_of_part(self.part)

    @property
    def part_before(self) -> int:
        """The number of the part before; 0: there is none."""
        return self.part.number - 1

    @property
    def part_after(self) -> int:
        """The number of the part after; 0: there is none."""
        return self.part.number + 1 if self.part.number < len(self.parts) else 0

    @property
    def kept(self) -> str:
        """What links keep of the address: which findings are being looked through."""
        return self._query("kind", "finding")

    @property
    def back(self) -> str:
        """Where a form leads back to: this page, at the same part."""
        query = QueryDict(mutable=True)
        if "part" in self.asked or self.chosen is not None:
            query["part"] = str(self.part.number)
        if self.findings.kind:
            query["kind"] = self.findings.kind
        return query.urlencode()

    def _query(self, *names: str) -> str:
        query = QueryDict(mutable=True)
        for name in names:
            if self.asked.get(name):
                query[name] = str(self.asked[name])
        return f"{query.urlencode()}&" if query else ""

    # The reading.

    @cached_property
    def groups(self) -> tuple[GroupShown, ...]:
        """The actions of the part shown, under their headings; headings without an action as well."""
        lit = self._lit
        things = [item for item in self.shown if item.kind in ("actions", "headings")]
        of_actions = [item for item in things if item.kind == "actions"]
        groups = [
            GroupShown(self._path(id_, lit), tuple(self._action(item, lit) for item in items))
            for id_, items in groupby(of_actions, key=lambda item: item.data.get("under") or "")
        ]
        groups = list(_without_repeats(groups))
        above = {heading.id for group in groups for heading in group.path}
        bare = [item for item in things if item.kind == "headings" and item.id not in above]
        bare_ids = {item.id for item in bare}
        parents = {item.data.get("parent") for item in bare}
        outermost = [item for item in bare if item.id not in parents or item.id not in bare_ids]
        return tuple(groups) + tuple(GroupShown(self._path(item.id, lit), ()) for item in outermost)

    @property
    def _lit(self) -> frozenset[str]:
        if self.chosen is not None:
            return self.chosen.things
        current = self.findings.current
        return frozenset({current.about}) if current else frozenset()

    def _path(self, id_: str, lit: frozenset[str]) -> tuple[HeadingShown, ...]:
        heading = self.items.headings.get(id_)
        if heading is None:
            return ()
        return tuple(
            HeadingShown(
                one.id,
                str(one.data.get("level") or ""),
                f"{one.data.get('ref') or ''} {one.data['text']}".strip(),
                one.id in lit,
            )
            for one in (*self.items.path(heading), heading)
        )

    def _action(self, item: Item, lit: frozenset[str]) -> ActionShown:
        action: Action = item.action
        return ActionShown(
            id=action.id,
            ref=action.ref or "",
            text=action.text,
            leads=_names(body.name for body in action.leads),
            partners=_names(body.name for body in action.partners),
            when=action.timescale.wording if action.timescale else "",
            milestones=len(action.milestones),
            measures=len(action.measures),
            status=action.status.wording if action.status else "",
            lit=action.id in lit,
            chosen=self.chosen is not None
            and self.chosen.thing is not None
            and self.chosen.thing.id == action.id,
        )

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


def _without_repeats(groups: Iterable[GroupShown]) -> Iterator[GroupShown]:
    """Each heading once, where it begins: headings that go on from the group before are left out."""
    before: tuple[HeadingShown, ...] = ()
    for group in groups:
        same = 0
        while same < min(len(before), len(group.path) - 1) and before[same].id == group.path[same].id:
            same += 1
        yield GroupShown(group.path[same:], group.actions, depth=same)
        before = group.path


def _names(names: Iterable[str]) -> str:
    return ", ".join(" ".join(name.split()) for name in names)


def name_of_part(part: Part) -> str:
    """A part by its sheet or pages, and the rows of a table that was cut."""
    if not part.blocks:
        return _("The document")
    said_: list[str] = []
    sheet = part.blocks[0].sheet
    pages = [block.page for block in part.blocks if block.page]
    if sheet:
        said_.append(_("Sheet %(name)s") % {"name": sheet})
    elif pages and min(pages) == max(pages):
        said_.append(_("Page %(number)s") % {"number": pages[0]})
    elif pages:
        said_.append(_("Pages %(first)s to %(last)s") % {"first": min(pages), "last": max(pages)})
    only = part.blocks[0] if len(part.blocks) == 1 else None
    if isinstance(only, Table) and only.cells:
        rows = {"first": only.cells[0].row, "last": only.cells[-1].row}
        said_.append(_("rows %(first)s to %(last)s") % rows)
    return ", ".join(said_) or _("Part %(number)s") % {"number": part.number}
