"""How plans were reported on and what they called their statuses at a moment."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from turntide.web.delivery.models import Reporting, Term, Vocabulary
from turntide.web.periods.rules.record import TermThen
from turntide.web.periods.store.asked import Moment


class Held(NamedTuple):
    """A plan's words from a moment on."""

    since: datetime
    vocabulary: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of plans for statuses: by plan which held since when, the latest last; by vocabulary its terms."""

    held: Mapping[UUID, tuple[Held, ...]]
    terms: Mapping[int, tuple[TermThen, ...]]

    def now(self, plan: UUID) -> int | None:
        """The vocabulary that holds; None where the plan has no words of its own."""
        return next((each.vocabulary for each in reversed(self.held.get(plan, ()))), None)

    def at(self, plan: UUID, moment: datetime) -> int | None:
        """The one that held at a moment."""
        before = (each for each in reversed(self.held.get(plan, ())) if each.since <= moment)
        return next((each.vocabulary for each in before), None)

    def terms_of(self, plan: UUID) -> tuple[TermThen, ...]:
        """A plan's own words."""
        return self.terms.get(self.now(plan) or 0, ())

    def label(self, vocabulary: int | None, axis: str, meaning: str) -> str:
        """What a vocabulary calls a status; empty where it has no word of its own."""
        terms = self.terms.get(vocabulary or 0, ())
        return next((each.label for each in terms if (each.axis, each.meaning) == (axis, meaning)), "")


def words_of(plans: Collection[UUID], moment: Moment) -> Words:
    """Every vocabulary that these plans had until the moment; two queries."""
    held: dict[UUID, tuple[Held, ...]] = {}
    rows = Vocabulary.objects.filter(plan__in=plans, at__lte=moment.at).order_by("number")
    for plan, since, vocabulary in rows.values_list("plan_id", "at", "pk"):
        held[plan] = (*held.get(plan, ()), Held(since, vocabulary))
    terms: dict[int, tuple[TermThen, ...]] = {}
    for term in Term.objects.filter(vocabulary__plan__in=plans).order_by("axis", "position", "pk"):
        one = TermThen(term.axis, term.meaning, term.label, term.definition)
        terms[term.vocabulary_id] = (*terms.get(term.vocabulary_id, ()), one)
    return Words(held, terms)


def reporting_of(plans: Collection[UUID]) -> Mapping[UUID, Reporting]:
    """How each of these is reported on; one without a row as a fresh one says. No history of it is kept."""
    rows = {row.plan_id: row for row in Reporting.objects.filter(plan__in=plans)}
    return {plan: rows.get(plan) or Reporting() for plan in plans}
