"""A theme of ten actions with as much said of each as people say: for tests of papers of one page."""

from __future__ import annotations

from dataclasses import replace

from made_record import COUNCIL, PLAN, RUNNERS, TRUST, made_record, statement

from turntide.web.periods.rules.record import ActionThen, HeadingThen, MilestoneThen, Record, StatementThen

THEME = "theme-of-ten"
_TEXTS = (
    "Begin walking groups on the quay with neighbours who know the way, three mornings a week",
    "Close the lane by the school at bell times, and ask parents each term how it goes",
    "Lend cycles to families who have none, from the store behind the library",
    "Light the riverside path from the old bridge to the boathouse before the winter",
    "Put a bench every 400 metres between the surgery, the shops and the bus station",
    "Open the school field at weekends, with somebody there who has the key",
    "Plant trees for shade along the way to the swimming pool and around its car park",
    "Visit every household that asks for advice on being active with a long illness",
    "Train twenty wardens of sheltered housing to lead gentle exercise in the common rooms",
    "Ask the leisure trust to keep one lane of the pool for those who are learning",
)
_SINCE = {
    "silent": "silent since 3 July 2026",
    "late": "late since 15 January 2027",
    "due": "due by 8 February 2027",
}
_DUE = ("2027-02-15", "2027-03-15", "2027-04-15")
_STANDS = (
    ("delivering", "green", "current"),
    ("delivering", "red", "current"),
    ("planning", "amber", "silent"),
    ("complete", "", "current"),
    ("", "", ""),
    ("delivering", "amber", "late"),
    ("delivering", "green", "current"),
    ("ongoing", "green", "current"),
    ("delivering", "green", "current"),
    ("planning", "green", "due"),
)


def ten_actions() -> Record:
    """The record of a quarter of a plan of one theme."""
    heading = HeadingThen(THEME, PLAN, "Active every day, for everybody who lives in Tarrow", "Theme", "1")
    actions = tuple(_action(at) for at in range(10))
    return replace(
        made_record(),
        plans=made_record().plans[:1],
        headings=(heading,),
        actions=actions,
        stories=(),
        decisions=(),
        dropped=(),
        added=(),
    )


def ten_actions_before() -> Record:
    """The quarter before, when all was well."""
    record = ten_actions()
    actions = tuple(
        replace(each, confidence="green" if each.confidence else "", freshness=each.freshness and "current")
        for each in record.actions
    )
    return replace(
        record, actions=actions, starts="2026-07-01", ends="2026-09-30", taken="2026-10-20T09:00:00+00:00"
    )


def _action(at: int) -> ActionThen:
    lifecycle, confidence, freshness = _STANDS[at]
    partner = RUNNERS if at % 2 else COUNCIL
    return ActionThen(
        id=f"3d4f5a10-0000-4000-7000-{at:012d}",
        plan=PLAN,
        ref=f"1.{at + 1}",
        text=_TEXTS[at],
        path=(THEME,),
        leads=(TRUST,),
        partners=(partner,),
        when="By March 2028",
        ends="2028-03-31",
        lifecycle=lifecycle,
        confidence=confidence,
        freshness=freshness,
        since=_SINCE.get(freshness, ""),
        reported=freshness == "current",
        statement=_statement(at, confidence) if freshness else None,
        milestones=(
            MilestoneThen(
                str(at), "The next part is open and people know of it", due=f"2027-0{at % 3 + 2}-15"
            ),
        ),
    )


def _statement(at: int, confidence: str) -> StatementThen:
    in_trouble = confidence in ("red", "amber")
    return statement(
        at,
        done="Two groups of twelve have begun, and the first of those who came now help to lead them on other days.",
        next="A third place is found and looked at; those who asked are written to before the month ends.",
        reason="Objections must be heard first, and nobody has named a day." if in_trouble else "",
        recovers_on="2027-04-30" if in_trouble else "",
        ask="Ask the county to name a day for the hearing." if confidence == "red" else "",
    )
