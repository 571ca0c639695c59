"""The values of a plan, numbered, each with its tag, its text and the places it came from."""

from __future__ import annotations

from dataclasses import dataclass

from turntide.explaining.families import Family
from turntide.plan.source import Source, Spot


@dataclass(frozen=True, slots=True)
class Value:
    """One value: ``tag`` says which field it is ('Lead'), ``of`` what it belongs to ('action 1.a').

    ``aside`` is what was worked out from its wording. ``number`` names it in the page.
    """

    number: int
    family: Family
    tag: str
    text: str
    of: str = ""
    aside: str = ""
    spots: tuple[Spot, ...] = ()

    @property
    def title(self) -> str:
        """'Lead of action 1.a'."""
        return f"{self.tag} of {self.of}" if self.of else self.tag


class Register:
    """Numbers values as they are added, in the order of the plan."""

    def __init__(self) -> None:
        self.values: list[Value] = []

    def add(
        self,
        family: Family,
        tag: str,
        text: str | None,
        source: Source | None,
        *,
        of: str = "",
        aside: str = "",
    ) -> tuple[Value, ...]:
        """Register a value and give it, or nothing where the plan does not say it."""
        if text is None:
            return ()
        spots = source.spots if source else ()
        value = Value(len(self.values) + 1, family, tag, text, of, aside, spots)
        self.values.append(value)
        return (value,)
