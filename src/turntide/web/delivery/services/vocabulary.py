"""A plan's own words for statuses: each writing makes a new vocabulary, so that what was said keeps its words."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Term, Vocabulary
from turntide.web.delivery.rules.vocabulary import MEANINGS, Terms, tidied
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.store.vocabularies import words_of
from turntide.web.plans.models import Plan

OURS = 0
"""The number of the words that a plan has before it has any of its own."""


class RewordedMeanwhileError(Exception):
    """Somebody else wrote first. Nothing was written; ``number`` is the vocabulary that stands."""

    def __init__(self, number: int) -> None:
        super().__init__("reworded meanwhile")
        self.number = number


@transaction.atomic
def reword(*, plan: Plan, terms: Terms, saw: int, by: By) -> Vocabulary | None:
    """Give a plan these words, and no others of its own; None where they are its words already.

    ``saw`` is the number of the vocabulary that the writer saw. Raises RewordedMeanwhileError.
    """
    latest = _latest(plan)
    standing = latest.number if latest else OURS
    if standing != saw:
        raise RewordedMeanwhileError(standing)
    wanted = tidied(terms)
    if wanted == words_of(latest).own:
        return None
    return _made(plan, wanted, standing + 1, by)


@transaction.atomic
def bring_back_words(*, plan: Plan, number: int, by: By) -> Vocabulary | None:
    """Give a plan the words it had in an earlier vocabulary, as a new one; OURS gives it the site's.

    None where they are its words already. Raises RefusedError where there was none of this number.
    """
    latest = _latest(plan)
    earlier = plan.vocabularies.filter(number=number).first()
    if earlier is None and number != OURS:
        raise RefusedError(_("This plan has no such earlier words."))
    wanted = words_of(earlier).own
    if wanted == words_of(latest).own:
        return None
    return _made(plan, wanted, (latest.number if latest else OURS) + 1, by)


def _latest(plan: Plan) -> Vocabulary | None:
    """The words that stand, and nobody else rewords the plan now."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    return plan.vocabularies.first()


def _made(plan: Plan, terms: Terms, number: int, by: By) -> Vocabulary:
    vocabulary = Vocabulary.objects.create(plan=plan, number=number, by_id=by.person_id)
    order = {(axis, meaning): at for axis, of in MEANINGS.items() for at, meaning in enumerate(of)}
    Term.objects.bulk_create(
        Term(
            vocabulary=vocabulary,
            axis=axis,
            meaning=meaning,
            label=wording.label,
            definition=wording.definition,
            position=order.get((axis, meaning), 0),
        )
        for (axis, meaning), wording in terms.items()
    )
    note_act("reword statuses", vocabulary, by=by, place_id=plan.place_id, number=number)
    return vocabulary
