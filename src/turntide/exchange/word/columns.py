"""The columns of a plan's tables: under the plan's own headings, where it has any for what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from turntide.plan.model import Action, Plan, Weighting

Entries = tuple[str, ...]
"""What a cell holds: one text, or several that stand one below the other."""
Cell = Callable[[Action], Entries]


@dataclass(frozen=True, slots=True)
class WordColumn:
    """A column of the tables: its heading, what stands in its cell, whether several entries are a bulleted list."""

    heading: str
    cell: Cell
    bulleted: bool = False


@dataclass(frozen=True, slots=True)
class _Field:
    meanings: tuple[str, ...]
    plain: str
    cell: Cell
    bulleted: bool = False


def word_columns(plan: Plan) -> tuple[WordColumn, ...]:
    """The columns that hold something for any action, in the plan's own order as far as it tells one."""
    found = [*_fields(plan), *_weights(plan), *_remarks(plan)]
    held = [one for one in found if any(any(one[1].cell(action)) for action in plan.actions)]
    order = sorted(range(len(held)), key=lambda at: (held[at][0], at))
    return tuple(held[at][1] for at in order)


Placed = tuple[float, WordColumn]


def _fields(plan: Plan) -> Iterator[Placed]:
    last = -1.0
    for field in _known(plan):
        place, heading = _own(plan, field.meanings)
        # What the plan has no column for stands after what it is usually told with.
        last = last + 0.01 if place is None else float(place)
        yield last, WordColumn(heading or field.plain, field.cell, field.bulleted)


def _own(plan: Plan, meanings: Sequence[str]) -> tuple[int | None, str]:
    for meaning in meanings:
        for at, column in enumerate(plan.columns):
            if column.meaning == meaning and column.heading.strip():
                return at, column.heading
    return None, ""


def _known(plan: Plan) -> tuple[_Field, ...]:
    return (
        _Field(("ref",), "Ref", lambda action: _one(action.ref)),
        _Field(("action",), "Action", lambda action: _one(action.text)),
        _Field(("detail",), "Detail", lambda action: _one(action.detail)),
        *_owners(plan),
        _Field(("timescale",), "When", lambda a: _one(a.timescale.wording if a.timescale else None)),
        _Field(("milestone",), "Milestones", lambda a: _texts(a.milestones), bulleted=True),
        _Field(("measure", "target"), "Measures", lambda a: _texts(a.measures), bulleted=True),
        _Field(("money",), "Cost", _sums),
        _Field(("status",), "Status", lambda a: _one(a.status.wording if a.status else None)),
        _Field(("progress",), "Progress", lambda a: _texts(a.progress)),
        _Field(("rationale",), "Why", lambda action: _one(action.rationale)),
    )


def _owners(plan: Plan) -> Iterator[_Field]:
    """Leads and partners in a column each; all in one where the plan itself sets them so and tells no roles."""
    leads, partners = (any(getattr(a, role) for a in plan.actions) for role in ("leads", "partners"))
    lead = ("lead",) if leads and partners else ("lead", "owner")
    partner = ("partner",) if leads and partners else ("partner", "owner")
    if not leads and partners:
        yield _Field(partner, "Partners", lambda a: _names(a.partners, a.involving))
        return
    yield _Field(lead, "Lead", lambda a: _names(a.leads, a.involving))
    yield _Field(partner, "Partners", lambda a: _names(a.partners, None, said=a.involving))


def _names(bodies: Iterable[object], wording: str | None, said: str | None = None) -> Entries:
    """The names; where the plan's wording says more than they do, that wording and what it leaves out."""
    names = tuple(str(getattr(body, "name", "")) for body in bodies)
    told = wording or said
    left = tuple(name for name in names if told is None or name not in told)
    return (wording, *left) if wording else left


def _one(text: str | None) -> Entries:
    return (text,) if text else ()


def _texts(things: Iterable[object]) -> Entries:
    return tuple(str(getattr(thing, "text", "")) for thing in things)


def _sums(action: Action) -> Entries:
    """Sums that stand in none of the action's other words."""
    words = " ".join(filter(None, (action.text, action.detail, *(remark.text for remark in action.remarks))))
    return tuple(money.wording for money in action.money if money.wording not in words)


# Columns of which a plan has as many as it likes.


def _weights(plan: Plan) -> Iterator[Placed]:
    names = dict.fromkeys(weighting.name for action in plan.actions for weighting in action.weightings)
    for name in names:
        place, heading = _headed(plan, "weight", name)
        yield place, WordColumn(heading or _weight_heading(name), _weight_cell(name))


def _weight_heading(name: str) -> str:
    return name if "weight" in name.casefold() else f"{name} weighting".strip().capitalize()


def _weight_cell(name: str) -> Cell:
    def cell(action: Action) -> Entries:
        told: tuple[Weighting, ...] = tuple(one for one in action.weightings if one.name == name)
        return tuple(one.wording for one in told)

    return cell


def _headed(plan: Plan, meaning: str, name: str) -> tuple[float, str]:
    """The place and the wording of the plan's column of this meaning that bears a name; else none, at the end."""
    for at, column in enumerate(plan.columns):
        if column.meaning == meaning and name.casefold() in column.heading.casefold():
            return float(at), column.heading
    return float(len(plan.columns)), ""


def _remarks(plan: Plan) -> Iterator[Placed]:
    headings = dict.fromkeys(remark.heading for action in plan.actions for remark in action.remarks)
    for heading in headings:
        own = (at for at, column in enumerate(plan.columns) if column.heading == heading)
        yield float(next(own, len(plan.columns))), WordColumn(heading or "Remarks", _remark_cell(heading))


def _remark_cell(heading: str) -> Cell:
    return lambda action: tuple(remark.text for remark in action.remarks if remark.heading == heading)
