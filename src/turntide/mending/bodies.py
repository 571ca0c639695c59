"""SameBody: which spellings name one body. The plan keeps each as its source has it; only identity is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from turntide.mending.kinds import Mend, SameBody
from turntide.plan.model import Action, Body, Plan


def spelling(name: str) -> str:
    """A name as spellings are compared: without case and doubled white space."""
    return " ".join(name.casefold().split())


def same_bodies(mends: Iterable[Mend]) -> dict[str, str]:
    """Each other spelling and the name it stands for, both without case; a spelling of a spelling included.

    Two mends that name each other the other way round are one: the later says which name stands.
    """
    told: dict[str, str] = {}
    for mend in mends:
        if isinstance(mend, SameBody) and spelling(mend.name) != spelling(mend.other):
            _tell(told, spelling(mend.name), spelling(mend.other))
    return told


def _tell(told: dict[str, str], name: str, other: str) -> None:
    """``name``, or what it is itself a spelling of, stands for all that ``other`` stood for."""
    stands, stood = told.get(name, name), told.get(other, other)
    old, new = (stands, name) if stands == stood else (stood, stands)
    for key, value in list(told.items()):
        told[key] = new if value == old else value
    told[old] = new
    told.pop(new, None)


def names_body(plan: Plan, mend: SameBody) -> bool:
    """Whether an action names the other spelling."""
    other = spelling(mend.other)
    return any(spelling(body.name) == other for action in plan.actions for body in action.owners)


def unified(plan: Plan, mends: Sequence[Mend]) -> Plan:
    """The plan as it would be with one spelling for each body, to be checked and then forgotten."""
    told = same_bodies(mends)
    wanted = {spelling(mend.name): mend.name for mend in mends if isinstance(mend, SameBody)}
    actions = tuple(_unified(action, told, wanted) for action in plan.actions) if wanted else plan.actions
    return replace(plan, actions=actions)


def _unified(action: Action, told: dict[str, str], wanted: dict[str, str]) -> Action:
    def one(body: Body) -> Body:
        name = spelling(body.name)
        name = told.get(name, name)
        return replace(body, name=wanted[name]) if name in wanted else body

    return replace(action, leads=tuple(map(one, action.leads)), partners=tuple(map(one, action.partners)))
