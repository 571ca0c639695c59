"""Plans of an invented place, as many and as long as wanted, with what became of them: pure.

The same size gives the same plans, to the last identifier, on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from uuid import UUID

from turntide.plan.model import (
    LIFECYCLES,
    Action,
    Body,
    Heading,
    Measure,
    Milestone,
    Programme,
    Progress,
    Status,
    Timescale,
)
from turntide.plan.source import Source, Spot
from turntide.web.plans.store.states import ActionState, HeadingState, PlanState

PLANS, ACTIONS, HISTORY = 200, 20_000, 200_000
BODIES, PROGRAMMES = 400, 40
LEVELS = ("Theme", "Aim", "Objective")
UNDER_EACH = 8
"""Actions under an objective; three objectives make an aim, and three aims a theme."""
FIRST_DAY = date(2023, 4, 1)

VERBS = (
    "Open", "Repair", "Fund", "Light", "Plant", "Map", "Advertise", "Staff", "Extend", "Rebuild", "Insure",
    "Evaluate", "Train volunteers for", "Find a lasting home for", "Agree the future of", "Share the learning from",
)  # fmt: skip
THINGS = (
    "a walking group", "two cycle routes", "the warm homes visits", "a befriending line", "the falls clinic",
    "a school breakfast", "three play areas", "the carers' register", "a cooking course", "the health checks",
    "an allotment", "the sports hall", "a drop-in for young people", "the night bus", "a quiet garden",
    "the stop smoking service", "a loan scheme for bicycles", "the swimming lessons", "a men's shed",
    "the social prescribing team", "a baby clinic", "the park run", "an advice desk", "the food partnership",
)  # fmt: skip
WARDS = (
    "Wexcombe", "the harbour", "Millbrook", "the north ward", "Tarrow Hill", "Church Lane", "the old market",
    "Lower Sedge", "the hospital", "Quarry Road", "the east estate", "Fenny Ash", "the riverside", "Long Barton",
    "Saltmarsh", "Upper Nettle", "Brook End", "Thorn Cross", "the mill", "Otter Bridge",
)  # fmt: skip
FOR = ("older people", "new parents", "carers", "young people", "disabled people", "people who live alone")
KINDS = ("Council", "Leisure Trust", "Hospital", "Housing Association", "College", "Youth Forum", "Surgery",
         "Community Centre", "Public Health Team", "Parks Department")  # fmt: skip
SUBJECTS = ("Active Travel", "Healthy Weight", "Ageing Well", "Best Start", "Mental Wellbeing", "Safer Streets",
            "Warm Homes", "Good Food", "Physical Activity", "Fair Work")  # fmt: skip
WORDS_FOR = {
    "not started": "Not yet begun", "planning": "In planning", "delivering": "Under way", "ongoing": "Ongoing",
    "complete": "Done", "paused": "On hold", "stopped": "Stopped",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """How much an installation holds: actions and the versions kept of them, spread over the plans."""

    actions: int = ACTIONS
    history: int = HISTORY
    plans: int = PLANS

    @property
    def versions(self) -> int:
        """How many versions each action has: at least the one of its adoption."""
        return max(1, self.history // self.actions)


@dataclass(frozen=True, slots=True)
class Said:
    """What a round said of an action."""

    status: Status
    progress: tuple[Progress, ...]

    def of(self, action: ActionState) -> ActionState:
        """The action after the round."""
        return replace(action, read=replace(action.read, status=self.status, progress=self.progress))


@dataclass(frozen=True, slots=True)
class Invented:
    """A plan: itself, its headings, its actions as they were adopted, and what was said of each in later rounds."""

    plan: PlanState
    headings: tuple[HeadingState, ...]
    adopted: tuple[ActionState, ...]
    rounds: tuple[tuple[Said, ...], ...]

    @property
    def actions(self) -> tuple[ActionState, ...]:
        """The actions as they stand now."""
        return tuple(
            said[-1].of(action) if said else action
            for action, said in zip(self.adopted, self.rounds, strict=True)
        )


@cache
def bodies() -> tuple[str, ...]:
    """The organisations that own actions."""
    named = (f"{ward.removeprefix('the ').title()} {kind}" for kind in KINDS for ward in WARDS)
    known = tuple(named)
    return known + tuple(f"{name} Partnership" for name in known[: BODIES - len(known)])


@cache
def programmes() -> tuple[str, ...]:
    """The joint undertakings that tie actions of several plans."""
    wards = [ward.removeprefix("the ").title() for ward in WARDS]
    return tuple(f"{subject} in {ward}" for ward in wards[:4] for subject in SUBJECTS)[:PROGRAMMES]


def plans(size: Size) -> Iterator[Invented]:
    """The plans, one by one."""
    for number in range(size.plans):
        yield _plan(number, size)


def identifier(chance: Random) -> str:
    """An identifier as states write it."""
    return UUID(int=chance.getrandbits(128), version=4).hex


def _plan(number: int, size: Size) -> Invented:
    chance = Random(f"{size.actions}/{number}")
    title = f"{SUBJECTS[number % 10]} Plan for {WARDS[number // 10 % 20]}, {2023 + number % 3} to {2028 + number % 3}"
    plan = PlanState(identifier(chance), title, vision="A place where everybody lives well.", levels=LEVELS)
    headings = tuple(_headings(chance, size.actions // size.plans))
    objectives = [heading for heading in headings if heading.read.level == LEVELS[2]]
    adopted = tuple(
        _action(chance, at, objectives[at // UNDER_EACH]) for at in range(size.actions // size.plans)
    )
    rounds = tuple(tuple(_rounds(chance, size.versions - 1)) for _ in adopted)
    return Invented(plan, headings, adopted, rounds)


def _headings(chance: Random, actions: int) -> Iterator[HeadingState]:
    above = ["", "", ""]
    position = 0
    for at in range(-(-actions // UNDER_EACH)):
        for depth, every in enumerate((9, 3, 1)):
            if at % every == 0:
                heading = _heading(chance, depth, above[depth - 1] if depth else None, f"{at // every + 1}")
                above[depth] = heading.id
                yield HeadingState(heading, float(position))
                position += 1


def _heading(chance: Random, depth: int, parent: str | None, ref: str) -> Heading:
    text = f"{chance.choice(THINGS).capitalize()} and more for {chance.choice(FOR)} of {chance.choice(WARDS)}"
    return Heading(identifier(chance), LEVELS[depth], text, ref=ref, parent=parent, source=_source(1, 1))


def _action(chance: Random, at: int, objective: HeadingState) -> ActionState:
    ward, body = chance.choice(WARDS), chance.sample(bodies(), 3)
    read = Action(
        id=identifier(chance),
        text=f"{chance.choice(VERBS)} {chance.choice(THINGS)} for {chance.choice(FOR)} near {ward}",
        ref=f"{objective.read.ref}.{at % UNDER_EACH + 1}",
        detail=f"Begin with the people of {ward}, and bring the idea to {chance.choice(WARDS)} if it holds.",
        under=objective.id,
        leads=tuple(Body(name, _source(at, 3)) for name in body[: chance.random() > 0.04]),
        partners=tuple(Body(name, _source(at, 4)) for name in body[1 : 1 + chance.randrange(3)]),
        timescale=None if chance.random() < 0.08 else _when(chance, at),
        milestones=()
        if chance.random() < 0.15
        else (_milestone(chance, at, "Agree the plan"), _milestone(chance, at, "Open")),
        measures=() if chance.random() < 0.2 else (_measure(chance, at),),
        programmes=(Programme(chance.choice(programmes()), _source(at, 7)),)
        if chance.random() < 0.25
        else (),
        status=_status(chance, at),
        source=_source(at, 1),
        sources=(("ref", _source(at, 1)), ("text", _source(at, 2))),
    )
    return ActionState(read, float(at))


def _rounds(chance: Random, rounds: int) -> Iterator[Said]:
    """Each round says how it goes and what was done; the last two reports are kept."""
    told: tuple[Progress, ...] = ()
    for at in range(1, rounds + 1):
        told = (*told[-1:], Progress(f"Round {at}: {chance.choice(THINGS)} looked at again."))
        yield Said(_status(chance, at), told)


def _when(chance: Random, at: int) -> Timescale:
    start = FIRST_DAY + timedelta(days=chance.randrange(1200))
    end = start + timedelta(days=chance.randrange(60, 900))
    return Timescale(f"By {end:%B %Y}", start.isoformat(), end.isoformat(), None, _source(at, 5))


def _milestone(chance: Random, at: int, what: str) -> Milestone:
    due = FIRST_DAY + timedelta(days=chance.randrange(2000))
    return Milestone(f"{what} with {chance.choice(FOR)}", due.isoformat(), source=_source(at, 6))


def _measure(chance: Random, at: int) -> Measure:
    group = chance.choice(FOR)
    return Measure(
        f"{chance.randrange(20, 400)} more {group} take part", groups=(group,), source=_source(at, 8)
    )


def _status(chance: Random, at: int) -> Status:
    lifecycle = chance.choice(LIFECYCLES[:7])
    confidence = chance.choice(("red", "amber", "green", None))
    return Status(WORDS_FOR[lifecycle], lifecycle, confidence, _source(at, 9))


def _source(row: int, column: int) -> Source:
    return Source("plan.docx", (Spot(table=1, row=row + 2, column=column, start=0, end=40),))
