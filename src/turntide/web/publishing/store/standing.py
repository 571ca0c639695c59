"""Whether what a place shows is still what it was: one question, which every public page asks."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery

from turntide.web.publishing.models import Publication
from turntide.web.stories.models import Story

Mark = tuple[Any, ...]
"""All on which what is shown depends, and may change: equal marks mean that nothing did."""
_A_PLACE = "the-place-that-is-asked-for"


def mark_of(slug: str) -> Mark | None:
    """The mark of what a place shows; None where it is closed, was never published, or does not exist."""
    sql, before, after = _question(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, (*before, slug, *after))
        found: Mark | None = cursor.fetchone()
    return None if found is None else tuple(found)


def latest() -> QuerySet[Publication]:
    """Standing publications of open places, latest first."""
    return Publication.objects.standing().filter(place__public_site__open=True)


def several_publish() -> bool:
    """Whether more than one place shows itself, so that there are plans to lay side by side."""
    return len(latest().order_by().values("place").distinct()[:2]) > 1


@cache
def _question(vendor: str) -> tuple[str, tuple[Any, ...], tuple[Any, ...]]:
    """The question as the database wants it, and what stands before and after the place in it: to word it anew each
    time takes several times as long as to answer it.
    """
    stories = Story.objects.filter(place=OuterRef("place")).order_by().values("place")
    told = Story.objects.tellable().filter(place=OuterRef("place")).order_by().values("place")
    asked = latest().annotate(
        told=Subquery(told.annotate(many=Count("pk")).values("many")),
        written=Subquery(stories.annotate(last=Max("changed_at")).values("last")),
    )
    wanted = asked.filter(place__slug=_A_PLACE).values_list(
        *("pk", "fingerprint", "place__name", "place__public_site__changed_at", "told", "written"),
    )[:1]
    sql, params = wanted.query.sql_with_params()
    at = params.index(_A_PLACE)
    return sql, tuple(params[:at]), tuple(params[at + 1 :])
