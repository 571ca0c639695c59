"""What the reader decided and why, so that a person can follow it stage by stage."""

from __future__ import annotations

from dataclasses import dataclass

from turntide.documents.document import Document
from turntide.plan.model import Plan
from turntide.plan.source import Source


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one stage: what it is about, what it became, and why, in words for a person."""

    stage: str
    what: str
    became: str
    why: str
    source: Source | None = None


@dataclass(frozen=True)
class Reading:
    """A document read: the plan, and every decision on the way to it, in the order they were taken."""

    document: Document
    plan: Plan
    decisions: tuple[Decision, ...] = ()
