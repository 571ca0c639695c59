"""What would be public next: a place's rows, gathered beside a record."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.design.days import day
from turntide.web.organisations.models import Kind, Organisation
from turntide.web.periods.models import Frozen
from turntide.web.periods.rules.record import BodyThen, Record
from turntide.web.periods.rules.writing import fingerprint
from turntide.web.periods.store.taking import Span
from turntide.web.plans.models import Edition, Plan
from turntide.web.publishing.models import PlainWords, Publication, PublicPlan, PublicSite
from turntide.web.publishing.rules.about import About, PlanAbout, publication_fingerprint
from turntide.web.publishing.rules.contents import Contents
from turntide.web.publishing.rules.public import StandIns, public_part

NOW = "now"
"""How things stand at this moment, as what to publish."""


_QUARTER = timedelta(days=91)


@dataclass(frozen=True)
class Prepared(Contents):
    """What would be public. ``of_group`` names the group whose part of the plans alone the record is of, if any."""

    of_group: str = ""

    @property
    def mark(self) -> str:
        """What tells this from anything else that could be published, whenever it was looked at."""
        return publication_fingerprint(fingerprint(replace(self.record, taken="")), self.about)


def span_now(place: Place, today: date) -> Span:
    """The period that a publication from now tells of: the latest round's, or the last quarter where none is recent."""
    opened = place.rounds.filter(thrown_at=None, ends__gte=today - 2 * _QUARTER).exclude(opened_at=None)
    last = opened.order_by("-ends", "-starts").first()
    return Span(last.starts, last.ends) if last else Span(today - _QUARTER, today)


def site_of(place: Place) -> PublicSite:
    """How a place shows itself; one that was never set up is closed and has no row."""
    return PublicSite.objects.filter(place=place).first() or PublicSite(place=place)


def public_plan_of(plan: Plan) -> PublicPlan:
    """How a plan is shown; one that was never looked at is not, and has no row."""
    return PublicPlan.objects.filter(plan=plan).first() or PublicPlan(plan=plan)


def plans_to_show(place: Place) -> tuple[str, ...]:
    """The ids of the plans that are to be shown."""
    shown = PublicPlan.objects.filter(plan__place=place, plan__retired_at=None, shown=True)
    return tuple(str(each) for each in shown.values_list("plan", flat=True))


def prepared(place: Place, record: Record) -> Prepared:
    """The public part of a record as the place would show it now."""
    site = site_of(place)
    part = public_part(
        record, site.named_roles, shown=frozenset(plans_to_show(place)), people=stand_ins(place)
    )
    return Prepared(part, _about(site, part), record.group)


def stand_ins(place: Place) -> StandIns:
    """The register's people, each with the body they belong to: people are not named as leading an action."""
    rows = Organisation.objects.filter(place=place, kind=Kind.PERSON)
    people: dict[str, BodyThen | None] = {}
    for pk, parent, name, kind in rows.values_list("pk", "parent", "parent__name", "parent__kind"):
        named = parent is not None and kind != Kind.PERSON
        people[str(pk)] = BodyThen(str(parent), name) if named else None
    return people


def plans_of(place: Place) -> QuerySet[Plan]:
    """The plans a place could show."""
    return place.plans.filter(retired_at=None)


def shown_of(place: Place) -> Mapping[UUID, PublicPlan]:
    """How each plan is shown, of those that were looked at."""
    return {each.plan_id: each for each in PublicPlan.objects.filter(plan__place=place)}


def worded_of(place: Place) -> Mapping[UUID, int]:
    """How many headings and actions of each plan have plain words."""
    rows = PlainWords.objects.filter(plan__place=place).order_by().values_list("plan")
    return dict(rows.annotate(many=Count("pk")))


def publication_of(place: Place, id_: UUID) -> Publication:
    """A publication of the place. Raises Http404."""
    return get_object_or_404(publications_of(place), pk=id_)


def frozen_of(place: Place, key: str) -> Frozen | None:
    """A frozen period of the place by its id; None for "now". Raises Http404."""
    if key == NOW:
        return None
    try:
        return get_object_or_404(place.frozen_periods, pk=UUID(key))
    except ValueError as none:
        raise Http404 from none


def publications_of(place: Place) -> QuerySet[Publication]:
    """Every publication of a place, latest first, without its body."""
    return place.publications.select_related("by", "frozen", "place").defer("body", "about", "frozen__body")


def frozen_to_publish(place: Place) -> QuerySet[Frozen]:
    """The frozen periods of a place, the latest first, without their bodies."""
    return place.frozen_periods.defer("body")


def _about(site: PublicSite, part: Record) -> About:
    plans = [UUID(each.id) for each in part.plans]
    known = {*(each.id for each in part.headings), *(each.id for each in part.actions)}
    words = PlainWords.objects.filter(plan__in=plans).values_list("thing", "text")
    return About(
        name=site.place.name,
        summary=site.summary,
        contact=site.contact,
        licence=site.licence,
        accessibility=site.accessibility,
        plans=_plans(plans, part.taken),
        words={str(thing): text for thing, text in words if str(thing) in known},
    )


def _plans(plans: Collection[UUID], taken: str) -> Mapping[str, PlanAbout]:
    summaries = {
        str(pk): summary
        for pk, summary in PublicPlan.objects.filter(plan__in=plans).values_list("plan", "summary")
    }
    latest: dict[str, Edition] = {}
    editions = Edition.objects.filter(plan__in=plans, adopted_at__lte=taken or timezone.now())
    editions = editions.select_related("original").defer("reading")
    for edition in editions.order_by("plan", "number"):
        latest[str(edition.plan_id)] = edition
    return {id_: _plan(summaries.get(id_, ""), latest.get(id_)) for id_ in map(str, plans)}


def _plan(summary: str, edition: Edition | None) -> PlanAbout:
    if edition is None:
        return PlanAbout(summary)
    source = edition.original.name if edition.original else ""
    return PlanAbout(summary, source, edition.number, edition.adopted_at.date().isoformat())


def source_words(frozen: Frozen | None) -> str:
    """What a publication is told from, in words."""
    if frozen is None:
        return _("How things stood then")
    words = {"starts": day(frozen.starts), "ends": day(frozen.ends), "taken": day(frozen.taken_at)}
    return _("The frozen period %(starts)s to %(ends)s, as it stood on %(taken)s") % words
