"""A made record of an invented place, with every way an action may stand: for tests of what is told from records."""

from __future__ import annotations

from dataclasses import replace

from turntide.web.periods.rules.record import (
    ActionThen,
    BodyThen,
    DecisionThen,
    DroppedThen,
    HeadingThen,
    MeasureThen,
    MilestoneThen,
    PlanThen,
    ReachedThen,
    ReadingThen,
    Record,
    RoundThen,
    StatementThen,
    StoryThen,
    TermThen,
)

PLAN, SECOND = "3d4f5a10-0000-4000-8000-000000000001", "3d4f5a10-0000-4000-8000-000000000002"
TRUST = BodyThen("3d4f5a10-0000-4000-8000-0000000000b1", "Harbour Trust")
COUNCIL = BodyThen("3d4f5a10-0000-4000-8000-0000000000b2", "Tarrow Council")
RUNNERS = BodyThen("3d4f5a10-0000-4000-8000-0000000000b3", "Quay Runners")

_HEADINGS = (
    HeadingThen("3d4f5a10-0000-4000-8000-0000000000a1", PLAN, "Active every day", "Theme", "1"),
    HeadingThen("3d4f5a10-0000-4000-8000-0000000000a2", PLAN, "Places to move in", "Theme", "2"),
    HeadingThen(
        "3d4f5a10-0000-4000-8000-0000000000a3",
        PLAN,
        "Safer ways to school",
        "Aim",
        "1.1",
        parent="3d4f5a10-0000-4000-8000-0000000000a1",
    ),
    HeadingThen("3d4f5a10-0000-4000-8000-0000000000a4", SECOND, "Warm and well", "Ambition", "A"),
)


def action_id(number: int) -> str:
    """The id of the made record's action of this number."""
    return f"3d4f5a10-0000-4000-8000-{number:012d}"


def statement(number: int, **said: object) -> StatementThen:
    """What was said of an action on 14 January 2027; ``said`` goes over it."""
    usual = StatementThen(
        id=f"3d4f5a10-0000-4000-9000-{number:012d}",
        on="2027-01-14",
        by="Ray Okoro",
        body="Harbour Trust",
        role="Programme lead",
        starts="2026-10-01",
        ends="2026-12-31",
        done="Two walking groups began on the quay.",
        next="A third in March.",
        public="Two walking groups began on the quay.",
        approved_at="2027-01-20T10:00:00+00:00",
    )
    return replace(usual, **said)  # type: ignore[arg-type]


def made_record() -> Record:
    """October to December 2026 in Tarrow: two plans, twelve actions, one silent, one red, one complete."""
    day, school, places, warm = (
        each.id for each in _HEADINGS[:1] + _HEADINGS[2:3] + _HEADINGS[1:2] + _HEADINGS[3:]
    )
    return Record(
        place="Tarrow",
        slug="tarrow",
        starts="2026-10-01",
        ends="2026-12-31",
        taken="2027-01-25T09:00:00+00:00",
        plans=(
            PlanThen(
                PLAN,
                "Tarrow active plan",
                vision="Everybody in Tarrow moves a little more.",
                period="2025 to 2030",
                levels=("Theme", "Aim"),
                terms=(TermThen("lifecycle", "delivering", "Under way", "Somebody is at it."),),
            ),
            PlanThen(
                SECOND, "Warm homes together", levels=("Ambition",), stories_only=True, confidence=False
            ),
        ),
        headings=_HEADINGS,
        actions=(
            ActionThen(
                action_id(1),
                PLAN,
                "1.1.1",
                "Begin walking groups on the quay",
                path=(day, school),
                leads=(TRUST,),
                partners=(RUNNERS,),
                when="By March 2027",
                ends="2027-03-31",
                lifecycle="delivering",
                lifecycle_label="Under way",
                confidence="green",
                freshness="current",
                since="told on 14 January 2027",
                reported=True,
                statement=statement(
                    1,
                    reached=(ReachedThen("People over 65", 42), ReachedThen("Carers")),
                    readings=(ReadingThen("Walkers a week", "63", "2026-12-31", "Group registers"),),
                ),
                milestones=(
                    MilestoneThen(
                        "1", "Third group begins", "2027-03-15", "2027-01-31", "The leader fell ill"
                    ),
                ),
                measures=(MeasureThen("Walkers a week", "80", ("People over 65",)),),
            ),
            ActionThen(
                action_id(2),
                PLAN,
                "1.1.2",
                "Close the lane by the school at bell times",
                path=(day, school),
                leads=(COUNCIL,),
                lifecycle="delivering",
                lifecycle_label="Under way",
                confidence="red",
                freshness="current",
                since="told on 12 January 2027",
                reported=True,
                ends="2026-12-31",
                when="2026",
                statement=statement(
                    2,
                    on="2027-01-12",
                    by="Mina Farrow",
                    body="Tarrow Council",
                    done="The order was objected to.",
                    reason="Objections must be heard first.",
                    recovers_on="2027-04-30",
                    public="",
                    in_the_way="The hearing has no date.",
                    ask="Ask the county to name a day for the hearing.",
                ),
            ),
            ActionThen(
                action_id(3),
                PLAN,
                "1.2",
                "Lend cycles to families",
                path=(day,),
                leads=(RUNNERS,),
                lifecycle="planning",
                confidence="amber",
                freshness="silent",
                since="silent since 3 July 2026",
                statement=statement(
                    3,
                    on="2026-07-03",
                    by="Dilys Pugh",
                    body="Quay Runners",
                    reason="No store yet.",
                    recovers_on="2026-11-30",
                ),
            ),
            ActionThen(
                action_id(4),
                PLAN,
                "2.1",
                "Light the riverside path",
                path=(places,),
                leads=(COUNCIL,),
                lifecycle="complete",
                confidence="green",
                freshness="current",
                reported=True,
                since="told on 14 January 2027",
                statement=statement(
                    4,
                    by="Mina Farrow",
                    body="Tarrow Council",
                    done="Lit from end to end since November.",
                    public="Lit from end to end since November.",
                    reached=(ReachedThen("People over 65", 8),),
                ),
                milestones=(MilestoneThen("2", "Lamps switched on", "2026-11-20", met_on="2026-11-18"),),
            ),
            ActionThen(
                action_id(5),
                PLAN,
                "2.2",
                "=Benches every 400 metres",
                path=(places,),
                leads=(BodyThen("", "Parks"),),
            ),
            ActionThen(
                action_id(6),
                PLAN,
                "2.3",
                "Open the school field at weekends",
                path=(places,),
                leads=(COUNCIL, TRUST),
                lifecycle="ongoing",
                confidence="amber",
                freshness="late",
                since="late since 18 January 2027",
                statement=statement(6, on="2026-10-05", no_change=True, done="", next="", public=""),
            ),
            ActionThen(
                action_id(7),
                PLAN,
                "2.4",
                "Plant trees for shade",
                path=(places,),
                leads=(TRUST,),
                lifecycle="paused",
                confidence="",
                freshness="due",
                since="due by 29 January 2027",
                ends="2027-01-31",
                when="January 2027",
                milestones=(MilestoneThen("3", "Trees ordered", "2027-01-31"),),
            ),
            ActionThen(
                action_id(8),
                SECOND,
                "A1",
                "Visit every household that asks",
                path=(warm,),
                leads=(TRUST,),
                lifecycle="delivering",
                freshness="current",
                reported=True,
                since="told on 14 January 2027",
                statement=statement(8, done="31 households visited.", public="31 households visited."),
            ),
            ActionThen(
                action_id(9),
                SECOND,
                "A2",
                "Train volunteers to read meters",
                path=(warm,),
                leads=(RUNNERS,),
                lifecycle="not started",
                freshness="",
            ),
        ),
        decisions=(
            DecisionThen(
                "2026-11-11",
                "Write to the county about the hearing.",
                PLAN,
                action_id(2),
                "Active Tarrow board",
            ),
            DecisionThen(
                "2026-11-11", "Keep the plan's aims for another year.", PLAN, group="Active Tarrow board"
            ),
        ),
        stories=(
            StoryThen(
                "3d4f5a10-0000-4000-8000-0000000000c1",
                "A walk to the harbour",
                situation="Owen seldom left the house.",
                did="A neighbour took him along on Tuesdays.",
                changed="He now leads the walk.",
                words="I know everybody on the quay.",
                whose="Owen, 71",
                learnt="A lift to the start matters most.",
                groups=("People over 65",),
                where=("Quayside",),
                actions=(action_id(1),),
                plans=(PLAN,),
            ),
        ),
        rounds=(
            RoundThen(
                "3d4f5a10-0000-4000-8000-0000000000d1",
                "October to December",
                "2026-10-01",
                "2026-12-31",
                "2027-01-18",
                8,
                5,
                4,
                4,
                3,
            ),
        ),
        added=(action_id(7),),
        dropped=(
            DroppedThen(
                "3d4f5a10-0000-4000-8000-000000000099",
                PLAN,
                "2.5",
                "Paint a mile of markers",
                "2026-11-02",
                action_id(4),
            ),
        ),
    )


def record_before() -> Record:
    """The quarter before: less was known, and the lane by the school still looked well."""
    now = made_record()
    earlier = {
        action_id(2): {"confidence": "green", "freshness": "current"},
        action_id(4): {"lifecycle": "delivering"},
        action_id(3): {"freshness": "late"},
    }
    actions = [replace(each, **earlier.get(each.id, {})) for each in now.actions if each.id != action_id(7)]  # type: ignore[arg-type]
    return replace(
        now,
        starts="2026-07-01",
        ends="2026-09-30",
        taken="2026-10-20T09:00:00+00:00",
        actions=tuple(actions),
        added=(),
        dropped=(),
        decisions=(),
        stories=(),
    )
