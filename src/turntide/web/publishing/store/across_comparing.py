"""Plans side by side: how each stands, its themes, who is in several of them, and when their actions end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from turntide.web.design.days import financial_year
from turntide.web.periods.rules.figures import Figures, figures
from turntide.web.periods.rules.record import ActionThen, HeadingThen
from turntide.web.publishing.rules.contents import has_colours
from turntide.web.publishing.store.across_bodies import bodies_by_name
from turntide.web.publishing.store.across_plans import Published


@dataclass(frozen=True, slots=True)
class Theme:
    """An outermost heading of a plan, with how its actions stand. ``heading`` is None for those under none."""

    heading: HeadingThen | None
    figures: Figures


@dataclass(frozen=True, slots=True)
class Side:
    """One of the plans compared. ``confidence``: it says in red, amber and green how sure it is."""

    published: Published
    figures: Figures
    confidence: bool
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A body that is in several of the plans, and in how many actions of each, in the order of the sides."""

    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """How many actions of each side end in a financial year ("2026/27"); empty for those without a day."""

    year: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Plans side by side. ``missing`` are ids that were asked for and are not published."""

    sides: tuple[Side, ...]
    shared: tuple[Shared, ...] = ()
    endings: tuple[Ending, ...] = ()
    missing: tuple[str, ...] = ()


def compared(plans: Sequence[Published], missing: Sequence[str] = ()) -> Comparison:
    """These plans side by side, in this order."""
    return Comparison(
        tuple(_side(each) for each in plans),
        tuple(_shared(plans)),
        tuple(_endings([each.actions for each in plans])),
        tuple(missing),
    )


def _side(published: Published) -> Side:
    index = published.shown.index
    themes = [Theme(each, figures(index.of_theme(each.id))) for each in index.themes(published.id)]
    loose = index.without_theme(published.id)
    if loose:
        themes.append(Theme(None, figures(loose)))
    return Side(published, figures(published.actions), has_colours(published.plan), tuple(themes))


def _shared(plans: Sequence[Published]) -> Iterable[Shared]:
    """Those in most plans first, then those in most actions."""
    some = [
        Shared(name, tuple(len(involved.get(plan.id, ())) for plan in plans))
        for name, involved in bodies_by_name(plans)
    ]
    several = [each for each in some if sum(map(bool, each.numbers)) > 1]
    return sorted(
        several, key=lambda each: (-sum(map(bool, each.numbers)), -sum(each.numbers), each.name.casefold())
    )


def _endings(sides: Sequence[Sequence[ActionThen]]) -> Iterable[Ending]:
    """Year by year, those without a day last; only years in which anything ends."""
    years = [[_year(each) for each in actions] for actions in sides]
    named = sorted({year for some in years for year in some}, key=lambda year: (not year, year))
    return (Ending(year, tuple(some.count(year) for some in years)) for year in named)


def _year(action: ActionThen) -> str:
    try:
        return financial_year(date.fromisoformat(action.ends[:10]))
    except ValueError:
        return ""
