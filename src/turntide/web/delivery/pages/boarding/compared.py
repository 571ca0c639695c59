"""What was said beside what was said last time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Update
from turntide.web.delivery.pages.boarding.wording import axis_tag
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.asked_for import AskedOf
from turntide.web.design.days import day

_ALIKE = 0.6
"""How much of two wordings must agree before what changed in them is marked rather than both read."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said: last time, and now. ``changed``: both are words that are nearly the same; ``drawn``: they
    are no plain words.
    """

    name: str
    before: str
    now: str
    changed: bool = False
    drawn: bool = False


def lines(asked: AskedOf) -> tuple[Line, ...]:
    """What is said now beside what was said last time; what neither says is left out. What is half said is nobody's
    business yet.
    """
    then, now = asked.before, asked.update
    if now is not None and now.state == Update.State.DRAFT:
        now = None
    found = (_line(name, tell, then, now, asked) for name, tell in _told().items())
    return tuple(line for line in found if line.before or line.now)


def _line(
    name: str, tell: Callable[[Update, Words], str], then: Update | None, now: Update | None, asked: AskedOf
) -> Line:
    before = tell(then, asked.words_before) if then else ""
    after = tell(now, asked.words) if now else ""
    drawn = isinstance(before, SafeString) or isinstance(after, SafeString)
    return Line(name, before, after, not drawn and before != after and _alike(before, after), drawn)


def _told() -> dict[str, Callable[[Update, Words], str]]:
    return {
        _("How far it is"): lambda update, words: _axis("lifecycle", update.lifecycle, words),
        _("How sure it is"): lambda update, words: _axis("confidence", update.confidence, words),
        _("Why it is red or amber"): lambda update, _words: update.reason,
        _("Back on course by"): lambda update, _words: day(update.recovers_on),
        _("What was done"): lambda update, _words: _done(update),
        _("What is next"): lambda update, _words: update.next,
        _("What is in the way"): lambda update, _words: update.in_the_way,
        _("What is asked of the board"): lambda update, _words: update.ask,
        _("Milestones"): lambda update, _words: _list(_steps(update)),
        _("Measures"): lambda update, _words: _list(_readings(update)),
        _("Who was reached"): lambda update, _words: _list(_reached(update)),
    }


def _axis(axis: str, meaning: str, words: Words) -> str:
    return axis_tag(axis, meaning, words) if meaning else ""


def _done(update: Update) -> str:
    """What was done; of what came in a plan's column, its own wording."""
    if update.no_change:
        return _("No change.")
    return update.done or update.wording


def _steps(update: Update) -> Iterator[str]:
    for step in update.steps.all():
        if step.moved_to:
            told = _("“%(step)s” moved to %(day)s: %(reason)s")
            yield told % {"step": step.text, "day": day(step.moved_to), "reason": step.reason}
        else:
            yield _("“%(step)s” met %(day)s") % {"step": step.text, "day": day(step.met_on)}


def _readings(update: Update) -> Iterator[str]:
    for each in update.readings.all():
        source = ", ".join(part for part in (day(each.on), each.origin) if part)
        yield f"{each.text}: {each.value}" + (f" ({source})" if source else "")


def _reached(update: Update) -> Iterator[str]:
    for each in update.reached.all():
        yield each.group if each.number is None else f"{each.group}: {each.number:,}"


def _list(texts: Iterable[str]) -> SafeString | str:
    items = format_html_join("", "<li>{}</li>", ((text,) for text in texts))
    return format_html('<ul class="govuk-list govuk-list--bullet">{}</ul>', items) if items else ""


def _alike(before: str, now: str) -> bool:
    if not before or not now:
        return False
    return SequenceMatcher(None, before.split(), now.split(), autojunk=False).ratio() >= _ALIKE
