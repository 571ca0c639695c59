"""What a place says of itself and of its plans beside a record: kept with each publication as JSON. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any


@dataclass(frozen=True, slots=True)
class PlanAbout:
    """A plan beside its record: the officer's summary, and the document it is from.

    ``source`` is the document's name, ``edition`` its number and ``adopted`` the day it was adopted (ISO 8601); empty
    or 0 where the plan was begun by hand.
    """

    summary: str = ""
    source: str = ""
    edition: int = 0
    adopted: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """A place's own words at the time. ``words`` are headings and actions in plain words, by id.

    ``licence`` is an SPDX id; ``contact`` an e-mail address, or empty.
    """

    name: str = ""
    summary: str = ""
    contact: str = ""
    licence: str = ""
    accessibility: str = ""
    plans: Mapping[str, PlanAbout] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def plan(self, id_: str) -> PlanAbout:
        """What is said beside a plan's record."""
        return self.plans.get(id_, PlanAbout())

    def plain(self, id_: str, wording: str) -> str:
        """A heading or action in plain words where it has some, else in the plan's own."""
        return self.words.get(id_) or wording


def about_as_data(about: About) -> dict[str, Any]:
    """As it is kept."""
    return asdict(about)


def about_from_data(kept: Mapping[str, Any]) -> About:
    """As it was kept. A key that a later version wrote is left out."""
    known = {name: kept[name] for name in About.__slots__ if name in kept}
    plans = {id_: _plan(each) for id_, each in known.pop("plans", {}).items()}
    return About(**known, plans=plans)


def publication_fingerprint(record_fingerprint: str, about: About) -> str:
    """What tells two publications apart: other words beside the same record make another."""
    beside = json.dumps(about_as_data(about), ensure_ascii=False, sort_keys=True)
    return sha256(f"{record_fingerprint}\n{beside}".encode()).hexdigest()


def _plan(kept: Mapping[str, Any]) -> PlanAbout:
    return PlanAbout(**{name: kept[name] for name in PlanAbout.__slots__ if name in kept})
