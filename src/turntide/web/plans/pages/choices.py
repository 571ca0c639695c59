"""Choices of headings and places, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from turntide.web.plans.models import Action, Heading, Plan
from turntide.web.plans.pages.wording import short
from turntide.web.plans.store.placing import FIRST, LAST, OUTERMOST
from turntide.web.plans.store.reaching import Branch
from turntide.web.plans.store.states import hex_id

_DEEPER = "\u00a0\u00a0\u00a0"


def heading_options(branches: Iterable[Branch], *, outermost: bool) -> list[tuple[str, str]]:
    """Headings of one plan, each as deep as it stands; for actions, standing under none is said so."""
    first = _("Outermost") if outermost else _("No heading")
    return [(OUTERMOST, first), *(_option(row, depth) for row, depth in branches)]


def bulk_headings(plans: Sequence[tuple[Plan, Sequence[Branch]]]) -> list[Any]:
    """Headings of several plans, grouped by plan where there are several."""
    groups = [(short(plan.title), [_option(row, depth) for row, depth in found]) for plan, found in plans]
    return groups if len(groups) > 1 else [option for _, options in groups for option in options]


def also_choices(plans: Iterable[tuple[Plan, Sequence[Branch]]], *, but: str | None) -> list[Any]:
    """Headings to tick, by plan, without the one the action stands under anyway."""
    return [
        (short(plan.title), [_ticked(row) for row, _depth in found if hex_id(row.pk) != but])
        for plan, found in plans
        if found
    ]


def where_options(siblings: Iterable[Action | Heading]) -> list[tuple[str, str]]:
    """First, last, or after one of those that stand there."""
    named = [(hex_id(row.pk), _("After “%(name)s”") % {"name": short(str(row))}) for row in siblings]
    if not named:
        return [(LAST, _("Here, as the only one"))]
    return [(FIRST, _("First")), *named, (LAST, _("Last"))]


def _option(row: Heading, depth: int) -> tuple[str, str]:
    return hex_id(row.pk), f"{_DEEPER * depth}{_named(row)}"


def _ticked(row: Heading) -> tuple[str, str]:
    return hex_id(row.pk), _named(row)


def _named(row: Heading) -> str:
    return short(f"{row.level}: {row}" if row.level else str(row))
