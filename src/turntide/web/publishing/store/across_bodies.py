"""Bodies over places and plans. Places keep registers of their own, so bodies are told to be one by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from turntide.web.organisations.spelling import spelling_key
from turntide.web.periods.rules.record import ActionThen
from turntide.web.publishing.store.across_plans import Published


@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """What two spellings of a name share. The same few names stand in thousands of actions."""
    return spelling_key(name)


@dataclass(frozen=True, slots=True)
class Part:
    """What a body does in a plan: ids of the actions it is in, and of those it leads."""

    published: Published
    actions: tuple[str, ...]
    led: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Involved:
    """A body by its name, and where it is involved, by place and plan."""

    name: str
    parts: tuple[Part, ...]

    @property
    def actions(self) -> int:
        """In how many actions."""
        return sum(len(part.actions) for part in self.parts)

    @property
    def led(self) -> int:
        """How many of them it leads."""
        return sum(len(part.led) for part in self.parts)

    @property
    def places(self) -> int:
        """In how many places."""
        return len({part.published.slug for part in self.parts})


def bodies_involved(plans: Sequence[Published]) -> tuple[Involved, ...]:
    """Every body: those in most places first, then in most plans, then in most actions."""
    every = (
        Involved(name, tuple(_part(plan, name, actions[plan.id]) for plan in plans if plan.id in actions))
        for name, actions in bodies_by_name(plans)
    )
    return tuple(
        sorted(every, key=lambda each: (-each.places, -len(each.parts), -each.actions, each.name.casefold()))
    )


def bodies_by_name(plans: Sequence[Published]) -> Iterator[tuple[str, Mapping[str, tuple[ActionThen, ...]]]]:
    """Each body by its name as it is first met, with its actions by plan."""
    names: dict[str, str] = {}
    found: dict[str, dict[str, list[ActionThen]]] = defaultdict(lambda: defaultdict(list))
    for plan in plans:
        for action in plan.actions:
            for key, name in _named(action).items():
                names.setdefault(key, name)
                found[key][plan.id].append(action)
    for key, by_plan in found.items():
        yield names[key], {plan: tuple(actions) for plan, actions in by_plan.items()}


def _named(action: ActionThen) -> dict[str, str]:
    return {key_of(each.name): each.name for each in (*action.partners, *action.leads) if each.name.strip()}


def _part(plan: Published, name: str, actions: Sequence[ActionThen]) -> Part:
    key = key_of(name)
    led = tuple(each.id for each in actions if any(key_of(lead.name) == key for lead in each.leads))
    return Part(plan, tuple(each.id for each in actions), led)
