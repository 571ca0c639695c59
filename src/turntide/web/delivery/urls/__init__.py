"""Addresses of delivery: those of a place, and those that a link opens."""

from __future__ import annotations

from types import ModuleType

from django.urls import URLPattern

from turntide.web.delivery.urls import (
    answering,
    arranging,
    asking,
    boarding,
    calendar,
    groups,
    rounds,
    sheets,
    timeline,
)

_PARTS: tuple[ModuleType, ...] = (
    rounds,
    boarding,
    asking,
    groups,
    arranging,
    timeline,
    calendar,
    sheets,
    answering,
)

in_place: list[URLPattern] = [pattern for part in _PARTS for pattern in part.IN_PLACE]
open_to_links: list[URLPattern] = [pattern for part in _PARTS for pattern in part.OPEN]
