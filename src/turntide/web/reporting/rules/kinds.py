"""What is asked for each kind of paper. Pure."""

from __future__ import annotations

from collections.abc import Mapping

_ALWAYS = ("letterhead", "language", "title")

ASKED: Mapping[str, tuple[str, ...]] = {
    "board": ("period", "plans", "group", "before", "story", *_ALWAYS),
    "theme": ("theme", "period", "before", *_ALWAYS),
    "partner": ("body", "period", "plans", "before", *_ALWAYS),
    "list": ("body", "period", "plans", *_ALWAYS),
    "plan": ("period", "plans", "group", *_ALWAYS),
    "rates": ("round", *_ALWAYS),
    "difference": ("since", "until", "plans", "group", *_ALWAYS),
}
"""The fields that are asked for, in order. ``period`` is chosen; a difference has two dates; rates have a round."""

NEEDED: Mapping[str, str] = {"theme": "theme", "partner": "body", "list": "body", "rates": "round"}
"""Without which a paper of the kind cannot be written."""
