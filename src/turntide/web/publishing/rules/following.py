"""What a publication changed, in words for those who follow: the same in a letter and in a feed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.periods.rules.record import ActionThen, PlanThen, Record
from turntide.web.publishing.rules.about import About
from turntide.web.publishing.rules.contents import Contents

MOST_NAMED = 10
"""Actions named in one list; the page has all."""
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Said:
    """An action and what is newly said of it; no words where it only came, went or was completed."""

    action: str
    plan: str
    text: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What changed, for whoever follows some plans or all of a place."""

    said: tuple[Said, ...] = ()
    completed: tuple[Said, ...] = ()
    added: tuple[Said, ...] = ()
    gone: tuple[Said, ...] = ()
    stories: tuple[str, ...] = ()
    plans: tuple[PlanThen, ...] = ()

    def __bool__(self) -> bool:
        return any((self.said, self.completed, self.added, self.gone, self.stories, self.plans))


def news(before: Record | None, now: Record, about: About, plans: Collection[str] = ()) -> News:
    """What is new since ``before`` (None: all is), in these plans or in all where none is named.

    A plan shown for the first time is told of as one: its actions are not told one by one.
    """
    told = [each for each in now.plans if not plans or each.id in plans]
    new = {each.id for each in told} - {each.id for each in (before.plans if before else ())}
    known = {each.id for each in told} - new
    had = {each.id: each for each in (before.actions if before else ())}
    has = [each for each in now.actions if each.plan in known]
    ids = {each.id for each in now.actions}
    return News(
        said=tuple(_said(each, about) for each in has if _newly_said(each, had.get(each.id))),
        completed=tuple(_named(each, about) for each in has if _newly_complete(each, had.get(each.id))),
        added=tuple(_named(each, about) for each in has if each.id not in had),
        gone=tuple(_named(each, about) for id_, each in had.items() if each.plan in known and id_ not in ids),
        stories=tuple(_new_stories(before, now, {each.id for each in told})),
        plans=tuple(each for each in told if each.id in new),
    )


def still(told: News, now: Contents) -> News:
    """What of some news still is as it was told, in the words of now: what is shown no more is not told of either."""
    of_now = now.index.action
    said = [(each, of_now(each.action)) for each in told.said]
    completed, added = (
        [of_now(each.action) for each in told.completed],
        [of_now(each.action) for each in told.added],
    )
    return replace(
        told,
        said=tuple(_said(one, now.about) for was, one in said if one and _public(one) == was.words),
        completed=tuple(_named(one, now.about) for one in completed if one and one.lifecycle == "complete"),
        added=tuple(_named(one, now.about) for one in added if one),
        gone=tuple(each for each in told.gone if now.index.plan(each.plan) and not of_now(each.action)),
        plans=tuple(one for each in told.plans if (one := now.index.plan(each.id))),
    )


def sentences(told: News) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each kind of change: a heading with its number, and its lines."""
    if told.plans:
        yield _("Shown for the first time:"), tuple(each.title for each in told.plans)
    if told.said:
        number = len(told.said)
        words = ngettext("%(n)d action has news:", "%(n)d actions have news:", number)
        yield words % {"n": number}, _lines([f"{each.text}: {each.words}" for each in told.said])
    for named, worded in _named_kinds(told):
        if named:
            yield worded(len(named)) % {"n": len(named)}, _lines(named)


def _named_kinds(told: News) -> Iterator[tuple[list[str], Callable[[int], str]]]:
    """What is told by name alone, each with its heading for a number of them."""
    completed, added = [each.text for each in told.completed], [each.text for each in told.added]
    yield completed, lambda n: ngettext("%(n)d action is complete:", "%(n)d actions are complete:", n)
    yield added, lambda n: ngettext("%(n)d action is new:", "%(n)d actions are new:", n)
    yield (
        [each.text for each in told.gone],
        lambda n: ngettext(
            "%(n)d action is no longer in the plan:", "%(n)d actions are no longer in the plan:", n
        ),
    )
    yield [*told.stories], lambda n: ngettext("%(n)d new story:", "%(n)d new stories:", n)


def _lines(lines: Collection[str]) -> tuple[str, ...]:
    shown = tuple(_one_line(each) for each in list(lines)[:MOST_NAMED])
    more = len(lines) - MOST_NAMED
    if more <= 0:
        return shown
    return (*shown, ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more})


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _newly_said(now: ActionThen, before: ActionThen | None) -> bool:
    if now.statement is None or not now.statement.public:
        return False
    had = before.statement if before else None
    return had is None or (had.id, had.public) != (now.statement.id, now.statement.public)


def _newly_complete(now: ActionThen, before: ActionThen | None) -> bool:
    return now.lifecycle == "complete" and before is not None and before.lifecycle != "complete"


def _said(action: ActionThen, about: About) -> Said:
    return replace(_named(action, about), words=_public(action))


def _named(action: ActionThen, about: About) -> Said:
    return Said(action.id, action.plan, about.plain(action.id, action.text))


def _public(action: ActionThen) -> str:
    return action.statement.public if action.statement else ""


def _new_stories(before: Record | None, now: Record, plans: Collection[str]) -> Iterator[str]:
    """Those of the plans told of, by themselves or by an action; a story of no plan is the place's."""
    had = {each.id for each in (before.stories if before else ())}
    of = {each.id: each.plan for each in now.actions}
    everything = len(plans) == len(now.plans)
    for story in now.stories:
        its = {*story.plans, *(of[each] for each in story.actions if each in of)}
        if story.id not in had and (everything or not its.isdisjoint(plans)):
            yield story.title
