"""How often a program may ask in a minute. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of a minute: ``most`` in all, ``spent`` so far with this one, ``resets`` in seconds."""

    most: int
    spent: int
    resets: int

    @property
    def left(self) -> int:
        """How many requests are left."""
        return max(0, self.most - self.spent)

    @property
    def exceeded(self) -> bool:
        """Whether this one was too many."""
        return self.spent > self.most

    def headers(self) -> Mapping[str, str]:
        """What a program is told of it, in the words of the draft standard and in the older ones."""
        return {
            "RateLimit-Policy": f'"minute";q={self.most};w=60',
            "RateLimit": f'"minute";r={self.left};t={self.resets}',
            "X-RateLimit-Limit": str(self.most),
            "X-RateLimit-Remaining": str(self.left),
            "X-RateLimit-Reset": str(self.resets),
        }


def minute_of(now: datetime) -> datetime:
    """The minute a moment falls into."""
    return now.replace(second=0, microsecond=0)


def until_next(now: datetime) -> int:
    """Seconds until the next minute begins, at least one."""
    return 60 - now.second
