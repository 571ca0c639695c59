"""The words that plans have for statuses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery

from turntide.web.delivery.models import Term, Vocabulary
from turntide.web.delivery.rules.vocabulary import Wording, Words
from turntide.web.plans.models import Action, Plan


def words_for(plan: Plan | UUID) -> Words:
    """What a plan calls its statuses now; ours where it has no words of its own. One query."""
    id_ = plan.pk if isinstance(plan, Plan) else plan
    return words_of_plans([id_])[id_]


def words_of_plans(plans: Collection[UUID]) -> Mapping[UUID, Words]:
    """The same of several plans, each with its words; one query."""
    latest = Vocabulary.objects.filter(plan=OuterRef("vocabulary__plan")).order_by("-number")
    terms = Term.objects.filter(vocabulary__plan__in=plans, vocabulary=Subquery(latest.values("pk")[:1]))
    found: dict[UUID, list[Term]] = defaultdict(list)
    for term in terms.select_related("vocabulary"):
        found[term.vocabulary.plan_id].append(term)
    return {plan: _words(found[plan]) for plan in plans}


def words_of(vocabulary: Vocabulary | None) -> Words:
    """The words that an update was said in; ours for one said before its plan had any. One query."""
    if vocabulary is None:
        return Words()
    return Words(_terms(vocabulary.terms.all()), vocabulary.number)


def words_of_vocabularies(ids: Collection[int]) -> Mapping[int, Words]:
    """The same of several, by the vocabulary's id, as a timeline needs them; one query."""
    found: dict[int, list[Term]] = defaultdict(list)
    for term in Term.objects.filter(vocabulary__in=ids).select_related("vocabulary"):
        found[term.vocabulary_id].append(term)
    return {id_: _words(found[id_]) for id_ in ids}


def vocabularies_of(plan: Plan) -> QuerySet[Vocabulary]:
    """A plan's words through time, the latest first, with who wrote them."""
    return plan.vocabularies.select_related("by").prefetch_related("terms")


def latest_number(plan: Plan) -> int:
    """The number of the words that stand; 0 where a plan never had its own."""
    return plan.vocabularies.values_list("number", flat=True).first() or 0


@dataclass(frozen=True, slots=True)
class Read:
    """A status in the words of the plan's document, the meaning it was read with, and how often it stands there."""

    wording: str
    axis: str
    meaning: str
    times: int


def read_in(plan: Plan) -> tuple[Read, ...]:
    """What the plan's document calls its statuses, the commonest first: what its own labels may well be.

    A wording that was read as two things at once ("Green - underway") names neither.
    """
    said = Action.objects.filter(plan=plan).standing().exclude(status_wording="")
    counted = said.order_by().values("status_wording", "lifecycle", "confidence").annotate(times=Count("pk"))
    return tuple(sorted(_read(counted), key=lambda one: (-one.times, one.wording)))


def labels_in(read: Iterable[Read]) -> Mapping[str, str]:
    """The commonest wording of the document for each meaning (`axis:meaning`), where it is short enough for a label."""
    found: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    for one in read:
        fits = len(one.wording) <= 100 and (one.axis, one.wording.casefold()) not in taken
        if fits and f"{one.axis}:{one.meaning}" not in found:
            found[f"{one.axis}:{one.meaning}"] = one.wording
            taken.add((one.axis, one.wording.casefold()))
    return found


def _read(counted: Iterable[Mapping[str, object]]) -> Iterable[Read]:
    for row in counted:
        lifecycle, confidence = str(row["lifecycle"]), str(row["confidence"])
        if bool(lifecycle) == bool(confidence):
            continue
        axis = Term.Axis.LIFECYCLE if lifecycle else Term.Axis.CONFIDENCE
        wording = " ".join(str(row["status_wording"]).split())
        yield Read(wording, str(axis), lifecycle or confidence, int(str(row["times"])))


def _words(terms: list[Term]) -> Words:
    return Words(_terms(terms), terms[0].vocabulary.number if terms else 0)


def _terms(terms: Iterable[Term]) -> dict[tuple[str, str], Wording]:
    return {(term.axis, term.meaning): Wording(term.label, term.definition) for term in terms}
