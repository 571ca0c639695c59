"""What is done every minute. Apps above tell it when the site starts; whoever runs the minutes (config) calls it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Tick = Callable[[datetime], object]

_TICKS: list[Tick] = []


def every_tick(function: Tick) -> None:
    """Have this done every minute, before letters are sent. It is given the time.

    A minute may be skipped or come late while the worker is busy or the site is down, so it looks for what is due,
    never for what falls into this minute.
    """
    if function not in _TICKS:
        _TICKS.append(function)


def told_ticks() -> tuple[Tick, ...]:
    """Everything told, in that order."""
    return tuple(_TICKS)
