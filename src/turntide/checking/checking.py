"""Every check there is, in the order in which findings about the same thing are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from turntide.checking import dates, gaps, headings, leftovers, numbering, owners, texts, weightings
from turntide.plan.model import Finding, Plan

Check = Callable[[Plan], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    headings.no_actions,
    gaps.no_owner,
    gaps.no_lead,
    gaps.no_date,
    gaps.no_milestone,
    gaps.no_measure,
    dates.cadences,
    dates.undated,
    dates.out_of_order,
    dates.outside_period,
    weightings.weightings,
    owners.two_spellings,
    owners.ended_bodies,
    numbering.numbering,
    headings.empty_headings,
    leftovers.drafting_notes,
    leftovers.placeholders,
    texts.cut_short,
    texts.listed_twice,
    leftovers.unplaced,
)


def check(plan: Plan) -> tuple[Finding, ...]:
    """What the plan lacks, beyond the doubts its reading already gave (``plan.findings``).

    Findings about the whole plan come first, then the rest in plan order. Nothing is said twice: a finding
    of the same kind about the same thing that the reading gave is left out here.
    """
    said = {(finding.kind, finding.about) for finding in plan.findings if finding.about}
    said |= {(finding.kind, finding.message) for finding in plan.findings}
    added = dict.fromkeys(
        finding
        for one in CHECKS
        for finding in one(plan)
        if (finding.kind, finding.about) not in said and (finding.kind, finding.message) not in said
    )
    order = _plan_order(plan)
    return tuple(sorted(added, key=lambda finding: order.get(finding.about or "", (0, 0))))


def _plan_order(plan: Plan) -> dict[str, tuple[int, int]]:
    """Where each heading and action stands: a heading just before its first action."""
    order = {action.id: (at, 1) for at, action in enumerate(plan.actions, start=1)}
    for at, action in enumerate(plan.actions, start=1):
        for heading in plan.path(action):
            order.setdefault(heading.id, (at, 0))
    last = (1, 0)
    for heading in plan.headings:
        last = order.setdefault(heading.id, last)
    return order
