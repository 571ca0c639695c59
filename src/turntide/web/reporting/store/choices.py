"""What there is to choose from when a paper is begun or changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group, Round
from turntide.web.delivery.rules.periods import likeliest, proposals
from turntide.web.organisations.models import Organisation
from turntide.web.periods.models import Frozen
from turntide.web.plans.models import Heading, Involvement, Plan
from turntide.web.reporting.models import Letterhead, Report
from turntide.web.stories.models import Story

_MOST_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Days:
    """A period to choose: a round's, by its title, or one of the calendar's."""

    starts: date
    ends: date
    round: str = ""


def rounds_opened(place: Place) -> QuerySet[Round]:
    """Rounds that asked somebody, the latest period first."""
    return place.rounds.all().kept().exclude(opened_at=None).order_by("-ends", "-opened_at")


def periods_offered(place: Place, today: date) -> Iterator[Days]:
    """The periods of rounds, and those of the calendar that are none of them."""
    known: set[tuple[date, date]] = set()
    for round_ in rounds_opened(place)[:_MOST_ROUNDS]:
        if (round_.starts, round_.ends) not in known:
            known.add((round_.starts, round_.ends))
            yield Days(round_.starts, round_.ends, round_.title)
    for period in proposals(today):
        if (period.starts, period.ends) not in known:
            yield Days(period.starts, period.ends)


def latest_period(place: Place, today: date) -> Days:
    """What a board paper is most likely about: the latest round whose answers were due, else the one that runs.

    Where nobody was ever asked, it is what would be asked for today.
    """
    begun = rounds_opened(place).filter(starts__lte=today)
    round_ = begun.exclude(closed_at=None, due_on__gte=today).first() or begun.first()
    if round_ is not None:
        return Days(round_.starts, round_.ends, round_.title)
    likely = likeliest(today)
    return Days(likely.starts, likely.ends)


def board_papers_frozen(place: Place, group: UUID | None = None) -> QuerySet[Report]:
    """Frozen board papers of a group, or of none, that nothing stands in for, the latest period first."""
    papers = Report.objects.filter(place=place, kind=Report.Kind.BOARD, group=group).kept().frozen()
    return papers.uncorrected().select_related("group").order_by("-ends", "-frozen_at")


def compared_offered(place: Place) -> QuerySet[Report]:
    """Every frozen board paper that a paper may be compared with."""
    papers = Report.objects.filter(place=place, kind=Report.Kind.BOARD).kept().frozen().uncorrected()
    return papers.select_related("group").order_by("-ends", "-frozen_at")


def frozen_before(place: Place, ends: date, group: UUID | None = None) -> Frozen | None:
    """The period of the last frozen board paper before this one."""
    paper = board_papers_frozen(place, group).filter(ends__lt=ends).select_related("frozen").first()
    return paper.frozen if paper else None


def letterhead_used_last(place: Place) -> Letterhead | None:
    """The letterhead of the paper made last, or the only one there is."""
    standing = Letterhead.objects.filter(place=place).standing()
    last = Report.objects.filter(place=place, letterhead__in=standing.values("pk")).order_by("-made_at")
    paper = last.select_related("letterhead").first()
    return paper.letterhead if paper else _only(standing)


def plans_offered(place: Place) -> QuerySet[Plan]:
    """Plans that stand."""
    return place.plans.filter(retired_at=None)


def groups_offered(place: Place) -> QuerySet[Group]:
    """Groups that meet."""
    return place.groups.standing()


def themes_offered(place: Place) -> QuerySet[Heading]:
    """The outermost headings of the plans that stand, plan by plan."""
    outermost = Heading.objects.filter(plan__place=place, plan__retired_at=None, parent=None).standing()
    return outermost.select_related("plan").order_by("plan__title", "plan_id", "position", "pk")


def bodies_offered(place: Place) -> QuerySet[Organisation]:
    """Bodies that have a part in an action that stands, by the name they are known as."""
    standing = Involvement.objects.filter(action__plan__place=place, action__retired_at=None)
    known_as = Coalesce("organisation__merged_into", "organisation")
    return place.organisations.filter(pk__in=standing.values_list(known_as)).order_by("key", "pk")


def letterheads_offered(place: Place) -> QuerySet[Letterhead]:
    """Letterheads in use."""
    return Letterhead.objects.filter(place=place).standing()


def stories_offered(place: Place) -> QuerySet[Story]:
    """Stories whose consent holds."""
    return place.stories.all().tellable()


def _only(letterheads: QuerySet[Letterhead]) -> Letterhead | None:
    some = list(letterheads[:2])
    return some[0] if len(some) == 1 else None
