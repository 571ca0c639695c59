"""Several plans of several places side by side: told from what they published, and from nothing else.

The pages and the API both ask here, so that they say the same. No person is named: only what `rules.public` lets
through is looked at, and of statements only their public words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from turntide.web.periods.rules.record import ActionThen
from turntide.web.publishing.rules.finding import find
from turntide.web.publishing.store.across_bodies import Involved, Part, bodies_involved, key_of
from turntide.web.publishing.store.across_comparing import Comparison, Ending, Shared, Side, Theme, compared
from turntide.web.publishing.store.across_plans import Published, published_plans
from turntide.web.publishing.store.published import Shown

__all__ = [
    "Comparison",
    "Ending",
    "Hit",
    "Involved",
    "Part",
    "Published",
    "Shared",
    "Side",
    "Theme",
    "compare",
    "involved",
    "published_plans",
    "search",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """An action that was found, and the plan it is of."""

    published: Published
    action: ActionThen


def search(
    words: str,
    places: Collection[str] = (),
    plans: Collection[str] = (),
    *,
    among: Iterable[Shown] | None = None,
) -> tuple[Hit, ...]:
    """The published actions that have all these words, by place, plan and the plan's order; none for no words.

    ``places`` are slugs and ``plans`` ids that narrow the search; ``among`` is what the public sees, where it is
    known already.
    """
    within = published_plans(places, plans, among=among)
    found = {
        shown.place.slug: find(shown.contents.searchable, words).actions
        for shown in {each.slug: each.shown for each in within}.values()
    }
    return tuple(
        Hit(each, action) for each in within for action in found[each.slug] if action.plan == each.id
    )


def compare(plans: Sequence[str], *, among: Iterable[Shown] | None = None) -> Comparison:
    """These plans (ids) side by side, each once, in the order in which they are asked for."""
    by_id = {each.id: each for each in published_plans(plans=plans, among=among)} if plans else {}
    asked = tuple(dict.fromkeys(plans))
    there = [by_id[id_] for id_ in asked if id_ in by_id]
    return compared(there, [id_ for id_ in asked if id_ not in by_id])


def involved(words: str = "", *, among: Iterable[Shown] | None = None) -> tuple[Involved, ...]:
    """Who is involved where: every body by name, those in most places first. ``words`` are all in the name."""
    wanted = key_of(words).split()
    every = bodies_involved(published_plans(among=among))
    return tuple(each for each in every if all(word in key_of(each.name) for word in wanted))
