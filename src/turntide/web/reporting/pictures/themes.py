"""The themes of a record: its plans' outermost headings with their actions. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.periods.rules.record import ActionThen, HeadingThen, Record


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as it is drawn. ``plan`` is its plan's title, empty where it is no one plan's."""

    id: str
    name: str
    plan: str
    actions: tuple[ActionThen, ...]
    is_others: bool = False
    """Whether it stands for several that are not drawn; its size is then no measure for the others."""


def themes_of(record: Record, most: int) -> tuple[Theme, ...]:
    """The themes in the plans' order, at most so many; those with the fewest actions are then told as one, last."""
    every = _all_themes(record)
    if len(every) <= most:
        return every
    by_size = sorted(range(len(every)), key=lambda at: (-len(every[at].actions), at))
    kept = set(by_size[: most - 1])
    others = [theme for at, theme in enumerate(every) if at not in kept]
    return (*(theme for at, theme in enumerate(every) if at in kept), _as_one(others))


def _all_themes(record: Record) -> tuple[Theme, ...]:
    titles = {plan.id: plan.title for plan in record.plans}
    headings = {heading.id: heading for heading in record.headings}
    found: dict[str, list[ActionThen]] = {
        each.id: []
        for plan in record.plans
        for each in record.headings
        if each.plan == plan.id and not each.parent
    }
    for action in record.actions:
        first = action.path[0] if action.path and action.path[0] in headings else ""
        found.setdefault(first, []).append(action)
    loose = found.pop("", [])
    themes = [
        Theme(id_, name_of(headings[id_]), titles.get(headings[id_].plan, ""), tuple(actions))
        for id_, actions in found.items()
    ]
    return (*themes, *([Theme("", _("Under no theme"), "", tuple(loose))] if loose else ()))


def name_of(heading: HeadingThen) -> str:
    """A heading's reference and words."""
    return f"{heading.ref} {heading.text}".strip()


def _as_one(some: Sequence[Theme]) -> Theme:
    name = ngettext("%(number)d other theme", "%(number)d other themes", len(some)) % {"number": len(some)}
    return Theme("", name, "", tuple(action for theme in some for action in theme.actions), is_others=True)
