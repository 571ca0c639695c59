"""Weightings: the share of effort a plan gives an action, in per cent."""

from __future__ import annotations

import re

_PERCENTAGE = re.compile(
    r"(?:approx(?:imately|\.)?|about|c\.|~)?\s*(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent|percent)",
    re.IGNORECASE,
)
_WEIGHTING = re.compile(r"\b(?:weighting|weightage|weight)s?\b|\(\s*%\s*\)|%|\bper\s?cent\b", re.IGNORECASE)


def percentage(text: str) -> float | None:
    """The value of a text that is a percentage and nothing else: '12.5%' is 12.5, '0.05' is none."""
    match = _PERCENTAGE.fullmatch(text.strip())
    return float(match.group(1)) if match else None


def weighting_name(heading: str) -> str:
    """What a column of weightings is for: 'Weighting Year 2 (%)' is 'Year 2', 'Weighting' stays itself."""
    rest = " ".join(_WEIGHTING.sub(" ", heading).split()).strip(" -–—:,()")
    rest = re.sub(r"^(?:for|in|of)\s+|\s+(?:for|in|of)$", "", rest, flags=re.IGNORECASE)
    return rest or "Weighting"
