"""How actions stand, as the public pages show it. A plan told in stories shows words alone, without colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.design.days import day
from turntide.web.design.statuses import LIFECYCLE, NOT_REPORTED, Shown, shown
from turntide.web.periods.rules.figures import COMPLETE, Figure, Figures, shown_confidence
from turntide.web.periods.rules.record import ActionThen, PlanThen
from turntide.web.publishing.pages.addresses import Addresses
from turntide.web.publishing.pages.frame import Frame
from turntide.web.publishing.pages.since import since_words
from turntide.web.publishing.rules.contents import has_colours


@dataclass(frozen=True, slots=True)
class Standing:
    """An action's status on each axis. ``plain``: as words alone; ``confidence`` is None where the plan says none and
    where the action is complete, which its lifecycle says already."""

    lifecycle: Shown
    confidence: Shown | None
    freshness: Shown
    since: str
    plain: bool

    @property
    def unknown(self) -> bool:
        """Whether nothing is known on any axis: that is said once."""
        every = (self.lifecycle, self.freshness, self.confidence)
        return all(each is None or each == NOT_REPORTED for each in every)


@dataclass(frozen=True, slots=True)
class Line:
    """An action in a list. ``latest`` is what was last said of it in public, ``on`` when."""

    text: str
    url: str
    ref: str
    standing: Standing
    latest: str
    on: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a picture that is a table: a status, how many actions have it, and how long its bar is (0 to 100)."""

    status: Shown
    number: int
    share: float
    url: str
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture of figures on one axis, with its title and what it shows in a sentence."""

    title: str
    axis: str
    rows: tuple[Bar, ...]
    all: int
    note: str = ""


def day_of(written: str) -> str:
    """A record's day or moment in words; nothing where there is none."""
    try:
        return day(datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written))
    except ValueError:
        return ""


def count_words(number: int) -> str:
    """ "1 action", "12 actions"."""
    return ngettext("%(number)d action", "%(number)d actions", number) % {"number": number}


def standing_of(action: ActionThen, plan: PlanThen) -> Standing:
    """How an action stands."""
    known = action.lifecycle_label or _label(plan, "lifecycle", action.lifecycle)
    colour = shown_confidence(action)
    own = action.confidence_label if colour == action.confidence else ""
    is_said = has_colours(plan) and colour != COMPLETE
    return Standing(
        shown(action.lifecycle, known or ("" if action.lifecycle else action.status_wording)),
        shown(colour, own or _label(plan, "confidence", colour)) if is_said else None,
        shown(action.freshness, action.freshness_label or _label(plan, "freshness", action.freshness)),
        since_words(action.since),
        plan.stories_only,
    )


def status_shown(status: str, label: str = "") -> Shown:
    """A status on any axis, in a resident's words: officers know what blue stands for."""
    return shown(status, label or (LIFECYCLE["complete"].word if status == COMPLETE else ""))


def line_of(frame: Frame, action: ActionThen) -> Line:
    """An action in a list."""
    said = action.statement
    return Line(
        frame.plain(action.id, action.text),
        frame.at.action(action.id),
        action.ref,
        standing_of(action, frame.plan(action.plan)),
        said.public if said else "",
        day_of(said.on) if said else "",
    )


def lines_of(frame: Frame, actions: Iterable[ActionThen]) -> tuple[Line, ...]:
    """Actions in a list."""
    return tuple(line_of(frame, each) for each in actions)


def pictures(
    told: Figures, coloured: Figures, plans: Iterable[PlanThen], at: Addresses | None = None
) -> tuple[Bars, ...]:
    """How far actions are, how sure their plans are of them, and how fresh that is. ``at``: numbers lead to actions.

    ``coloured`` are the figures of those whose plans say how sure they are.
    """
    some = tuple(plans)
    every = [_bars(_("How far the actions are"), "lifecycle", told, some, at)]
    if coloured.all.number:
        with_colours = [each for each in some if has_colours(each)]
        every.append(_bars(_("How sure each is to be done"), "confidence", coloured, with_colours, at))
    every.append(_bars(_("How lately we were told"), "freshness", told, some, at))
    return tuple(every)


def _bars(title: str, axis: str, told: Figures, plans: Iterable[PlanThen], at: Addresses | None) -> Bars:
    some = tuple(plans)
    plain = all(each.stories_only for each in some)
    by_status: dict[str, Figure] = dict(getattr(told, axis))
    most = max((each.number for each in by_status.values()), default=0) or 1
    rows = (
        Bar(
            status_shown(status, _common(some, axis, status)),
            figure.number,
            100 * figure.number / most,
            at.figure(axis, status) if at and figure.number else "",
            plain,
        )
        for status, figure in by_status.items()
        if figure.number or not status
    )
    return Bars(title, axis, tuple(rows), told.all.number)


def _common(plans: Iterable[PlanThen], axis: str, meaning: str) -> str:
    """The word that all these plans have for a status; empty, for the usual one, where they differ."""
    labels = {_label(each, axis, meaning) for each in plans}
    return labels.pop() if len(labels) == 1 else ""


def _label(plan: PlanThen, axis: str, meaning: str) -> str:
    return next((t.label for t in plan.terms if t.axis == axis and t.meaning == meaning and meaning), "")
