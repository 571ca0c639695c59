"""RowBelongsAbove, where no row of a table was meant: an action joins the one above it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from turntide.mending.kinds import RowBelongsAbove
from turntide.mending.laid import Laid, about_instead
from turntide.plan.model import Action, Plan, Sources
from turntide.plan.source import Source
from turntide.reading.found_again import found_again, plain
from turntide.reading.records import glued

_OWN = ("id", "ref", "under", "text", "source", "sources")


def belongs_above(plan: Plan, mend: RowBelongsAbove, laid: Laid) -> Plan | None:
    """The plan with the action as the rest of the one above it; None where no action says so, or none is above."""
    wanted = plain(mend.text)
    if any(f" {wanted} " in f"{plain(action.text)} "[1:] for action in plan.actions):
        return plan
    found = [at for at in found_again(mend.text, [action.text for action in plan.actions]) if at]
    for at in reversed(found):
        plan = _joined(plan, plan.actions[at - 1], plan.actions[at], laid)
    return plan if found else None


def _joined(plan: Plan, above: Action, rest: Action, laid: Laid) -> Plan:
    """One field after the other; what the one above has no room for is kept as a note about it."""
    text = glued([laid.passage(dict(action.sources).get("text")) for action in (above, rest)])
    values = {
        field.name: _both(getattr(above, field.name), getattr(rest, field.name))
        for field in fields(Action)
        if field.name not in _OWN
    }
    taken = [name for name, source in rest.sources if name in values and _is_taken(above, rest, name)]
    sources = dict(_with(above.sources, rest.sources, taken))
    file = laid.document.name
    whole = Source(file, tuple(dict.fromkeys((*_spots(above.source), *_spots(rest.source)))))
    joined = replace(above, text=text.wording, source=whole, **values)
    joined = replace(joined, sources=tuple((sources | {"text": text.source(file)}).items()))
    plan = about_instead(plan, rest.id, above.id)
    kept = (joined if one.id == above.id else one for one in plan.actions if one.id != rest.id)
    return laid.keeping(replace(plan, actions=tuple(kept)), above.id)


def _spots(source: Source | None) -> tuple[Any, ...]:
    return source.spots if source else ()


def _both(one: Any, other: Any) -> Any:
    """Lists one after the other, without what both share; of single values the first that is given."""
    if isinstance(one, tuple):
        return tuple(dict.fromkeys((*one, *other)))
    return other if one is None else one


def _is_taken(above: Action, rest: Action, name: str) -> bool:
    """Whether a field of the joined action holds what the rest has there."""
    value = getattr(above, name)
    return value is None or (isinstance(value, tuple) and bool(getattr(rest, name)))


def _with(own: Sources, more: Sources, names: list[str]) -> Sources:
    found = dict(own)
    for name, source in more:
        if name in names:
            before = found.get(name)
            spots = (*before.spots, *source.spots) if before else source.spots
            found[name] = Source(source.file, tuple(dict.fromkeys(spots)))
    return tuple(found.items())
