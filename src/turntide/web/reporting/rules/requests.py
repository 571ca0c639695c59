"""What was asked in a round, request by request, and whether it came back. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequestTold:
    """An action that somebody was asked about. ``ref`` and ``text`` are its own, as it may have left the plan since.

    ``leads`` are the bodies that lead it, ``body`` is that of the person who was asked; each by its name.
    """

    action: str
    ref: str
    text: str
    leads: tuple[str, ...]
    body: str
    answered: bool
    in_time: bool
