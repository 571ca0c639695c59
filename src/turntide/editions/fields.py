"""What an action says, field by field, as texts that can be compared."""

from __future__ import annotations

from collections.abc import Callable

from turntide.plan.model import Action, Plan

Values = tuple[str, ...]
Field = Callable[[Action], Values]


def one(value: str | None) -> Values:
    """A value that may be missing, with its white space evened out."""
    return (" ".join(value.split()),) if value and value.strip() else ()


def _milestone(text: str, due: str | None, cadence: str | None) -> str:
    parts = (text, f"due {due}" if due else "", f"({cadence})" if cadence and cadence != text else "")
    return " ".join(part for part in parts if part)


WORDING: dict[str, Field] = {"text": lambda a: one(a.text), "detail": lambda a: one(a.detail)}
"""The fields by which an action counts as reworded."""

OTHERS: dict[str, Field] = {
    "reference": lambda a: one(a.ref),
    "rationale": lambda a: one(a.rationale),
    "lead": lambda a: tuple(v for body in a.leads for v in one(body.name)),
    "partner": lambda a: tuple(v for body in a.partners for v in one(body.name)),
    "involving": lambda a: one(a.involving),
    "timescale": lambda a: one(a.timescale.wording if a.timescale else None),
    "milestone": lambda a: tuple(v for m in a.milestones for v in one(_milestone(m.text, m.due, m.cadence))),
    "measure": lambda a: tuple(v for m in a.measures for v in one(m.text)),
    "target": lambda a: tuple(v for m in a.measures for v in one(m.target)),
    "weighting": lambda a: tuple(v for w in a.weightings for v in one(f"{w.name}: {w.value:g}%")),
    "money": lambda a: tuple(v for m in a.money for v in one(m.wording)),
    "status": lambda a: one(a.status.wording if a.status else None),
    "progress": lambda a: tuple(v for p in a.progress for v in one(p.text)),
    "programme": lambda a: tuple(v for p in a.programmes for v in one(p.name)),
    "remark": lambda a: tuple(v for r in a.remarks for v in one(f"{r.heading}: {r.text}")),
}

NAMED = frozenset(("lead", "partner", "programme"))
"""Fields of names: one name does not turn into another, it goes and the other comes."""


def path(plan: Plan, action: Action) -> str:
    """The headings above an action, in one line."""
    return " › ".join(heading.text for heading in plan.path(action))
