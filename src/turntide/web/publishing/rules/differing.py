"""What would change for the public with the next publication: contents held against contents. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from turntide.web.periods.rules.comparing import Changes, compare
from turntide.web.periods.rules.record import ActionThen, Record
from turntide.web.publishing.rules.contents import Contents


@dataclass(frozen=True, slots=True)
class Differing:
    """What differs. Plans and stories by title; ``said`` are actions with other public words, by id; ``words`` the
    headings and actions whose plain words differ; ``about`` names the fields of the place's own words that do.
    """

    plans_come: tuple[str, ...] = ()
    plans_go: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    stories_come: tuple[str, ...] = ()
    stories_go: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def differing(public: Contents, next_: Contents) -> Differing:
    """What the public would see otherwise than now."""
    was, now = public.record, next_.record
    plans, then = _titles(was), _titles(now)
    both = [(old, new) for new in now.actions if (old := public.index.action(new.id))]
    stories, told = {each.id: each for each in was.stories}, {each.id: each for each in now.stories}
    return Differing(
        plans_come=tuple(title for id_, title in then.items() if id_ not in plans),
        plans_go=tuple(title for id_, title in plans.items() if id_ not in then),
        summaries=tuple(_summaries(public, next_)),
        said=tuple(new.id for old, new in both if _public(old) != _public(new)),
        stands=tuple(new.id for old, new in both if _status(old) != _status(new)),
        words=tuple(_other(public.about.words, next_.about.words)),
        stories_come=tuple(each.title for id_, each in told.items() if stories.get(id_) != each),
        stories_go=tuple(each.title for id_, each in stories.items() if id_ not in told),
        about=tuple(_about(public, next_)),
        changes=compare(was, now),
    )


def _titles(record: Record) -> Mapping[str, str]:
    return {each.id: each.title for each in record.plans}


def _public(action: ActionThen) -> tuple[str, ...]:
    said = action.statement
    return (said.public, said.by, said.role, said.body) if said else ()


def _status(action: ActionThen) -> tuple[str, ...]:
    return action.lifecycle, action.confidence, action.freshness


def _summaries(public: Contents, next_: Contents) -> Iterator[str]:
    for plan in next_.record.plans:
        was = public.about.plans.get(plan.id)
        if was is not None and was.summary != next_.about.plan(plan.id).summary:
            yield plan.title


def _about(public: Contents, next_: Contents) -> Iterator[str]:
    for name in ("name", "summary", "contact", "licence", "accessibility"):
        if getattr(public.about, name) != getattr(next_.about, name):
            yield name


def _other(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    return (id_ for id_ in dict.fromkeys([*now, *was]) if was.get(id_) != now.get(id_))
