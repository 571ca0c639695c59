"""What happened in the period a record tells of, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import MilestoneThen
from turntide.web.publishing.pages.frame import Frame
from turntide.web.publishing.pages.standing import day_of
from turntide.web.publishing.rules.happening import ADDED, DONE, DROPPED, MOVED, SAID, Event


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened. ``on`` is the day in words, empty where it is not known; ``by`` who said so."""

    what: str
    title: str
    url: str
    words: str
    on: str
    by: str = ""


def happened(frame: Frame, some: Iterable[Event]) -> tuple[Happened, ...]:
    """What happened, in words."""
    return tuple(_dropped(frame, each) if each.kind == DROPPED else _of_action(frame, each) for each in some)


def _of_action(frame: Frame, event: Event) -> Happened:
    action = frame.told.index.action(event.thing)
    assert action is not None, "an event is of an action of its record"
    words, by = _step_words(event), ""
    if event.kind == SAID and action.statement:
        words, by = action.statement.public, action.statement.by or action.statement.body
    title, url = frame.plain(action.id, action.text), frame.at.action(action.id)
    return Happened(_what(event.kind), title, url, words, day_of(event.on), by)


def _dropped(frame: Frame, event: Event) -> Happened:
    gone = frame.told.contents.dropped[event.thing]
    into = frame.told.index.action(gone.into)
    words = _("It is now part of “%s”.") % frame.plain(into.id, into.text) if into else ""
    url = frame.at.action(into.id) if into else ""
    return Happened(_what(DROPPED), frame.plain(gone.id, gone.text), url, words, day_of(gone.on))


def _step_words(event: Event) -> str:
    step = event.step
    if step is None:
        return ""
    return _moved_words(step) if event.kind == MOVED else step.text


def _moved_words(step: MilestoneThen) -> str:
    days = {"step": step.text, "now": day_of(step.due), "was": day_of(step.was)}
    return _("%(step)s: now due %(now)s, was %(was)s") % days


def _what(kind: str) -> str:
    return {
        SAID: _("Progress"),
        ADDED: _("Added to the plan"),
        DONE: _("Step done"),
        MOVED: _("Step moved"),
        DROPPED: _("No longer in the plan"),
    }[kind]
