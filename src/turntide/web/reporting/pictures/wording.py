"""The words of pictures: how statuses are named, periods told and lists joined. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.design.days import day
from turntide.web.design.statuses import Shown, shown
from turntide.web.periods.rules.record import PlanThen, Record


def as_day(words: str) -> date | None:
    """A day of a record; none where it has none."""
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return None


def day_words(words: str) -> str:
    """A day of a record in words."""
    return day(as_day(words))


def span_words(record: Record) -> str:
    """A period in few words: "Oct–Dec 2026"; with its days where it is not of whole months."""
    starts, ends = as_day(record.starts), as_day(record.ends)
    if starts is None or ends is None:
        return f"{record.starts}–{record.ends}"
    whole = starts.day == 1 and (ends + timedelta(days=1)).day == 1
    if not whole:
        return f"{date_format(starts, 'j M Y')}–{date_format(ends, 'j M Y')}"
    if (starts.year, starts.month) == (ends.year, ends.month):
        return date_format(ends, "M Y")
    first = date_format(starts, "M" if starts.year == ends.year else "M Y")
    return f"{first}–{date_format(ends, 'M Y')}"


def actions_words(number: int) -> str:
    """So many actions."""
    return ngettext("%(number)d action", "%(number)d actions", number) % {"number": number}


def status_named(plans: Iterable[PlanThen], axis: str, meaning: str) -> Shown:
    """How a status is shown: under the plans' own label where they all share it."""
    labels = {_label(plan, axis, meaning) for plan in plans}
    return shown(meaning, labels.pop() if len(labels) == 1 else "")


def _label(plan: PlanThen, axis: str, meaning: str) -> str:
    return next((term.label for term in plan.terms if (term.axis, term.meaning) == (axis, meaning)), "")


def in_sentence(word: str) -> str:
    """A status within a sentence: "amber", but "NHS leads" as it is written."""
    return word[:1].lower() + word[1:] if word[1:].islower() else word


def listed(some: Sequence[str]) -> str:
    """Words in a row: "a, b and c"."""
    if len(some) < 2:
        return "".join(some)
    return _("%(some)s and %(last)s") % {"some": ", ".join(some[:-1]), "last": some[-1]}
