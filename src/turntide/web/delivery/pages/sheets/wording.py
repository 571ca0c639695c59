"""What a sheet says of an action, as rows of a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid
from turntide.web.delivery.rules.sheets import AskedRow
from turntide.web.delivery.store.sheets.columns import ACTIONS
from turntide.web.design.days import day
from turntide.web.design.summaries import Row

_PLAIN = ("reason", "done", "next", "in_the_way", "ask")


@dataclass(frozen=True, slots=True)
class Differing:
    """Something that stands otherwise in the sheet than now."""

    name: str
    now: SafeString | str
    sheet: SafeString | str


def said_rows(said: Said, asked: AskedRow) -> tuple[Row, ...]:
    """What is said; what says nothing is left out."""
    return tuple(Row(name, value) for name, value in _named(said, asked) if value)


def differing(now: Said, sheet: Said, asked: AskedRow) -> tuple[Differing, ...]:
    """Where two differ, beside each other."""
    pairs = zip(_named(now, asked), _named(sheet, asked), strict=True)
    return tuple(Differing(name, was, told) for (name, was), (_name, told) in pairs if was != told)


def _named(said: Said, asked: AskedRow) -> Iterator[tuple[str, SafeString | str]]:
    yield _heading("no_change"), _("Yes") if said.no_change else ""
    yield _heading("lifecycle"), dict(asked.lifecycles).get(said.lifecycle, said.lifecycle)
    yield _heading("confidence"), dict(asked.confidences).get(said.confidence, "")
    yield _heading("recovers_on"), day(said.recovers_on)
    for name in _PLAIN:
        yield _heading(name), _lines(getattr(said, name).splitlines())
    yield _heading("worth_a_story"), _("Yes") if said.worth_a_story else ""
    yield _("Milestones"), _lines(_step(each) for each in said.steps)
    yield _("Measures"), _lines(_reading(each) for each in said.readings)
    yield _("Who was reached"), _lines(_reach(each) for each in said.reached)


def _heading(key: str) -> str:
    column = ACTIONS.column(key)
    return str(column.heading) if column else key


def _step(step: StepSaid) -> str:
    met = _("met on %(day)s") % {"day": day(step.met_on)} if step.met_on else ""
    moved = _("moved to %(day)s") % {"day": day(step.moved_to)} if step.moved_to else ""
    return _joined(step.text, met, moved, step.reason)


def _reading(reading: ReadingSaid) -> str:
    return _joined(reading.text, reading.value, day(reading.on), reading.origin)


def _reach(reach: ReachSaid) -> str:
    return _joined(reach.group, "" if reach.number is None else str(reach.number))


def _joined(name: str, *told: str) -> str:
    return f"{name}: {', '.join(part for part in told if part)}" if any(told) else name


def _lines(lines: Iterable[str]) -> SafeString:
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines))
