"""A period as it stood: everything that papers, the public page and programs are told from. Pure, and never changed.

Days and moments are ISO 8601 words, identifiers are words, so that a record is written and read without loss. Statuses
are the standard's words; labels are the plan's own and are empty where it has none.
"""

from __future__ import annotations

from dataclasses import dataclass

STANDARD = "turntide-period/1"


@dataclass(frozen=True, slots=True)
class BodyThen:
    """A body by its name at the time. ``id`` is empty where the plan's word is no body of the register."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ReachedThen:
    """Whom an action reached, and how many where it is known."""

    group: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ReadingThen:
    """A measure's value as it was told: of which day, and where it is from."""

    measure: str
    value: str
    on: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class MeasureThen:
    """How success is known."""

    text: str
    target: str = ""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MilestoneThen:
    """A step. ``id`` is of its action and its words.

    ``due`` is the day that holds; ``was`` the plan's own, where an update moved it and said ``reason``.

    ``moved_on``, ``moved_by`` and ``moved_body``: when that was said, by whom and for whom they speak.
    """

    id: str
    text: str
    due: str = ""
    was: str = ""
    reason: str = ""
    met_on: str = ""
    moved_on: str = ""
    moved_by: str = ""
    moved_body: str = ""


@dataclass(frozen=True, slots=True)
class StatementThen:
    """What was last said of an action and approved. ``public`` are the settled words that anybody may read.

    ``by`` is a person's name, ``body`` whom they speak for and ``role`` what they are there.
    """

    id: str
    on: str
    by: str = ""
    body: str = ""
    role: str = ""
    starts: str = ""
    ends: str = ""
    done: str = ""
    next: str = ""
    in_the_way: str = ""
    ask: str = ""
    reason: str = ""
    recovers_on: str = ""
    no_change: bool = False
    public: str = ""
    reached: tuple[ReachedThen, ...] = ()
    readings: tuple[ReadingThen, ...] = ()
    approved_at: str = ""


@dataclass(frozen=True, slots=True)
class ActionThen:
    """An action as it stood. ``path`` are the ids of its headings, outermost first.

    ``lifecycle`` and ``confidence`` are what is shown of it: as last approved, else as its document has it.
    ``freshness`` is empty where nobody was ever asked or told anything: not reported. ``since`` says since when.
    ``reported`` says whether anything was said of it within the period.
    """

    id: str
    plan: str
    ref: str
    text: str
    detail: str = ""
    path: tuple[str, ...] = ()
    leads: tuple[BodyThen, ...] = ()
    partners: tuple[BodyThen, ...] = ()
    when: str = ""
    starts: str = ""
    ends: str = ""
    lifecycle: str = ""
    lifecycle_label: str = ""
    confidence: str = ""
    confidence_label: str = ""
    status_wording: str = ""
    freshness: str = ""
    freshness_label: str = ""
    since: str = ""
    reported: bool = False
    statement: StatementThen | None = None
    milestones: tuple[MilestoneThen, ...] = ()
    measures: tuple[MeasureThen, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingThen:
    """A theme, ambition or aim. ``level`` is the plan's name for what it is."""

    id: str
    plan: str
    text: str
    level: str = ""
    ref: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class TermThen:
    """A plan's own word for a status, and what it means by it."""

    axis: str
    meaning: str
    label: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class PlanThen:
    """A plan. ``confidence`` off: reported without red, amber and green; ``stories_only``: told without colours."""

    id: str
    title: str
    vision: str = ""
    period: str = ""
    levels: tuple[str, ...] = ()
    confidence: bool = True
    stories_only: bool = False
    terms: tuple[TermThen, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionThen:
    """What a group decided within the period. ``action`` is empty where it is of the whole plan."""

    on: str
    text: str
    plan: str
    action: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class StoryThen:
    """A story whose consent held. ``actions`` and ``plans`` are what it is linked to."""

    id: str
    title: str
    situation: str = ""
    did: str = ""
    changed: str = ""
    words: str = ""
    whose: str = ""
    learnt: str = ""
    groups: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundThen:
    """A round of the period and what came back."""

    id: str
    title: str
    starts: str
    ends: str
    due_on: str
    asked: int
    answered: int
    in_time: int
    people: int
    people_answered: int


@dataclass(frozen=True, slots=True)
class DroppedThen:
    """An action that left the plan within the period. ``into`` is the action it was merged with, if it was."""

    id: str
    plan: str
    ref: str
    text: str
    on: str
    into: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A period of a place as it stood at ``taken``. ``group`` is the name of the group it is for, if any.

    ``added`` are ids of actions that came within the period; ``dropped`` those that went.
    """

    place: str
    slug: str
    starts: str
    ends: str
    taken: str
    group: str = ""
    plans: tuple[PlanThen, ...] = ()
    headings: tuple[HeadingThen, ...] = ()
    actions: tuple[ActionThen, ...] = ()
    decisions: tuple[DecisionThen, ...] = ()
    stories: tuple[StoryThen, ...] = ()
    rounds: tuple[RoundThen, ...] = ()
    added: tuple[str, ...] = ()
    dropped: tuple[DroppedThen, ...] = ()
