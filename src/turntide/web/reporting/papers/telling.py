"""What a paper is told from. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from turntide.web.periods.rules.record import Record
from turntide.web.reporting.rules.requests import RequestTold


@dataclass(frozen=True, slots=True)
class Telling:
    """What a paper is told from, and how far it is.

    ``before`` is the period it is compared with. ``parts`` are the keys of the parts that are on, in their order,
    empty for the usual ones; ``words`` what the officer says in each, by its key. ``state`` says what the paper is
    ("Draft of 3 March 2027"). ``theme``, ``body``, ``round`` and ``story`` are ids that narrow it, empty for none.
    ``earlier`` is the first of the two records that a difference lies between. ``history`` are the periods frozen
    before this one, the oldest first: what a picture of status over time is drawn from. ``requests`` are those of the
    round that the paper is of.
    """

    record: Record
    before: Record | None = None
    parts: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    state: str = ""
    draft: bool = True
    language: str = "en-gb"
    story: str = ""
    theme: str = ""
    body: str = ""
    round: str = ""
    earlier: Record | None = None
    history: tuple[Record, ...] = ()
    requests: tuple[RequestTold, ...] = ()
