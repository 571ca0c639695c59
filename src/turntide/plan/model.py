"""What a plan is: typed, immutable data in the field's own words.

Every part keeps the plan's own wording. What was worked out from a wording (a date from "2022/23") stands
beside it and never replaces it. Dates are ISO 8601 strings (``2023-03-31``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from turntide.plan import portrait
from turntide.plan.source import Source

STANDARD = "turntide-plan/1"
Sources = tuple[tuple[str, Source], ...]
"""The place of each single value of a thing, by its field's name: (("ref", …), ("text", …))."""

PLAN, WORKSHOP = "plan", "workshop"

LIFECYCLES = ("not started", "planning", "delivering", "ongoing", "complete", "paused", "stopped", "merged")
CONFIDENCES = ("red", "amber", "green")


@dataclass(frozen=True, slots=True)
class Period:
    """The years a plan covers: '2022/23' runs from 2022-04-01 to 2023-03-31."""

    wording: str
    start: str | None = None
    end: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the plan's tables: its own heading, and the meaning given to it (None: unknown)."""

    heading: str
    meaning: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A theme, ambition, priority or aim: anything actions stand under. ``parent`` is another heading's id.

    ``sources`` gives the place of each single value by its field name ("ref", "text", "rationale").
    """

    id: str
    level: str
    text: str
    ref: str | None = None
    parent: str | None = None
    rationale: str | None = None
    source: Source | None = None
    sources: Sources = ()

    def __repr__(self) -> str:
        return portrait.heading_line(self)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, department, team or person named as lead or partner, in the plan's spelling."""

    name: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Timescale:
    """When: the plan's wording, the dates it means where certain, and how it recurs ('quarterly')."""

    wording: str
    start: str | None = None
    end: str | None = None
    recurs: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step on the way. ``cadence`` stands where the cell says how often it is reported.

    ``wording`` is the whole wording of a cell that lists several, on the first of them.
    """

    text: str
    due: str | None = None
    cadence: str | None = None
    wording: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """How success is known. ``groups`` are the people the measure names, worked out from the text.

    ``wording`` is the whole wording of a cell that lists several, on the first of them.
    """

    text: str
    target: str | None = None
    groups: tuple[str, ...] = ()
    wording: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Weighting:
    """The share of effort a plan gives an action in a year: 'Year 1', '5%', 5.0 (per cent)."""

    name: str
    wording: str
    value: float
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """A sum named in the plan: '£2m' is 2000000.0 of GBP."""

    wording: str
    amount: float | None = None
    currency: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """The plan's own word for how it goes, and its meaning on our axes where that is certain.

    ``lifecycle`` is one of LIFECYCLES, ``confidence`` one of CONFIDENCES.
    """

    wording: str
    lifecycle: str | None = None
    confidence: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """A report of what was done, with the date it bears, if any."""

    text: str
    dated: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A joint undertaking that ties actions of several departments together."""

    name: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a column says that the standard has no field for, under the column's own heading."""

    heading: str
    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """One thing somebody is to do. ``under`` is the id of the heading it stands under.

    ``source`` is the whole row or paragraph; ``sources`` gives the place of each single value by its field
    name ("ref", "text", "detail", "rationale", "involving"; "milestones" and "measures" where one cell lists
    several). ``involving`` keeps the wording of the
    owners where it says more than their names ("Housing, supported by finance").
    """

    id: str
    text: str
    ref: str | None = None
    detail: str | None = None
    under: str | None = None
    rationale: str | None = None
    involving: str | None = None
    leads: tuple[Body, ...] = ()
    partners: tuple[Body, ...] = ()
    timescale: Timescale | None = None
    milestones: tuple[Milestone, ...] = ()
    measures: tuple[Measure, ...] = ()
    weightings: tuple[Weighting, ...] = ()
    money: tuple[Money, ...] = ()
    status: Status | None = None
    progress: tuple[Progress, ...] = ()
    programmes: tuple[Programme, ...] = ()
    remarks: tuple[Remark, ...] = ()
    source: Source | None = None
    sources: Sources = ()

    def __repr__(self) -> str:
        return portrait.action_line(self)

    @property
    def weights(self) -> dict[str, float]:
        """The weightings as the interchange writes them: {"Year 1": 5.0}, in per cent."""
        return {weighting.name: weighting.value for weighting in self.weightings}

    @property
    def owners(self) -> tuple[Body, ...]:
        """Leads, then partners."""
        return self.leads + self.partners


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A line of the plan's budget; ``amount`` in the currency the plan uses, where it gives one."""

    text: str
    amount: float | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A short text of a workshop's record: an actor, a behaviour, a takeaway."""

    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """Actors of a workshop's record and the behaviours asked of them."""

    actors: tuple[Phrase, ...] = ()
    behaviours: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something said about a part of the plan that is not the plan itself.

    Kinds: 'drafting' (a drafter's note in a cell), 'text' (prose around the tables), 'running' (page header
    or footer), 'comment' (a reviewer's comment), 'deleted' (struck out or a tracked deletion), 'footnote',
    'legend'.
    ``about`` is the id of an action or heading, or None for the whole plan.
    """

    text: str
    kind: str = "drafting"
    about: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words of the source that found no place in the plan: kept, and said."""

    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt or a gap: its kind, what it is about (an id), and one sentence a person can act on."""

    kind: str
    message: str
    about: str | None = None
    source: Source | None = None


@dataclass(frozen=True)
class Plan:
    """A whole plan, or a workshop's record, as it was read.

    ``levels`` are the plan's own names for its levels, outermost first.
    """

    kind: str = PLAN
    title: str | None = None
    vision: str | None = None
    period: Period | None = None
    levels: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    headings: tuple[Heading, ...] = ()
    actions: tuple[Action, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    actors: tuple[ActorGroup, ...] = ()
    takeaways: tuple[Phrase, ...] = ()
    notes: tuple[Note, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: Sources = ()
    standard: str = STANDARD

    def __repr__(self) -> str:
        return portrait.plan_line(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return portrait.plan_html(self)

    def heading(self, id_: str | None) -> Heading | None:
        """The heading with this id, or None."""
        return self._by_id.get(id_)

    @cached_property
    def _by_id(self) -> dict[str | None, Heading]:
        """The headings by their ids; of two with one id, the first."""
        return {heading.id: heading for heading in reversed(self.headings)}

    def path(self, action: Action) -> tuple[Heading, ...]:
        """The headings above an action, outermost first."""
        found: list[Heading] = []
        at = self.heading(action.under)
        while at is not None and at not in found:
            found.append(at)
            at = self.heading(at.parent)
        return tuple(reversed(found))
