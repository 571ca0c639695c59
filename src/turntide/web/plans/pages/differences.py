"""What changed, in words a person reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from turntide.web.design.days import day, moment
from turntide.web.design.statuses import shown
from turntide.web.plans.pages.labels import DAYS, field_words
from turntide.web.plans.store.differences import Difference


@dataclass(frozen=True, slots=True)
class Told:
    """A field and its words before and after; ``moved`` is told as a fact, without words."""

    name: str
    old: str
    new: str
    moved: bool = False


def told(differences: Iterable[Difference]) -> tuple[Told, ...]:
    """Differences as a page shows them."""
    return tuple(
        Told(
            field_words(each.field),
            _said(each.field, each.old),
            _said(each.field, each.new),
            each.field == "order",
        )
        for each in differences
    )


def _said(field: str, words: str) -> str:
    if not words:
        return ""
    if field in DAYS:
        return day(date.fromisoformat(words))
    if field == "retired":
        return moment(datetime.fromisoformat(words))
    if field in ("lifecycle", "confidence"):
        return str(shown(words).word)
    return _("moved") if field == "order" else words
