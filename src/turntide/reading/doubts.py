"""What the reading itself is not sure of, said as findings."""

from __future__ import annotations

from turntide.documents.document import Document
from turntide.plan.model import Finding, Plan
from turntide.reading.layouts.gathered import Gathered


def doubts(gathered: Gathered, document: Document, plan: Plan) -> tuple[Finding, ...]:
    """The doubts of the reading: what the format's reader said, and values that may be wrong."""
    return tuple(Finding("layout", sentence) for sentence in document.doubts)
