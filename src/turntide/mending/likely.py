"""Which meanings to offer for a column: all, those first that its heading or its cells speak for."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.plan.model import Plan
from turntide.reading.profiles import Profile, profile_of
from turntide.reading.vocabulary import Meaning, key_of, meanings_of

M = Meaning
USUAL = (
    M.LEAD,
    M.PARTNER,
    M.OWNER,
    M.TIMESCALE,
    M.MEASURE,
    M.MILESTONE,
    M.PROGRESS,
    M.STATUS,
    M.ACTION,
    M.DETAIL,
    M.LEVEL,
    M.RATIONALE,
    M.REF,
    M.TARGET,
    M.MONEY,
    M.WEIGHT,
    M.START,
    M.END,
)
"""The order in which plans most often have them. Remarks and notes have no field: that is 'None'."""
PLAIN = 0.5
"""The share of a column's cells that must look like something for it to be offered first."""


def likely_meanings(plan: Plan, heading: str) -> tuple[str | None, ...]:
    """Every meaning the column may be given, the likeliest first; None, for no field of its own, last."""
    fits = meanings_of(heading)
    by_heading = sorted((m for m in fits if m in USUAL), key=lambda meaning: -fits[meaning])
    ordered = dict.fromkeys((*by_heading, *_by_cells(profile_of(_cells(plan, heading))), *USUAL))
    return (*(meaning.value for meaning in ordered), None)


def _cells(plan: Plan, heading: str) -> list[str]:
    """What the cells of a column nobody knows say: they are kept as remarks."""
    key = key_of(heading)
    remarks = (remark for action in plan.actions for remark in action.remarks)
    return [remark.text for remark in remarks if key_of(remark.heading) == key]


def _by_cells(profile: Profile) -> Iterator[Meaning]:
    for share, meanings in (
        (profile.dates, (M.TIMESCALE, M.START, M.END)),
        (profile.refs, (M.REF,)),
        (profile.percents, (M.WEIGHT,)),
        (profile.statuses, (M.STATUS,)),
        (profile.bodies if profile.words <= 10 else 0.0, (M.LEAD, M.PARTNER, M.OWNER)),
        (profile.doing if profile.words >= 4 else 0.0, (M.ACTION, M.DETAIL)),
    ):
        if share >= PLAIN:
            yield from meanings
