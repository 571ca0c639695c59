"""Sections that say how the actions under them go."""

from __future__ import annotations

from turntide.reading.wordings.statuses import heading_status


def tells_status(text: str) -> bool:
    """A section that says how the actions under it go: 'Completed actions', 'In progress'."""
    return heading_status(text) is not None
