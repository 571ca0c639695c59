"""What a plan says of an action, value by value, each with where it stands in the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.design.days import day
from turntide.web.plans.models import Action, Involvement, Part
from turntide.web.plans.pages.places_in_files import Whereabouts, place_in_file
from turntide.web.plans.pages.wording import own_heading


@dataclass(frozen=True, slots=True)
class Entry:
    """A value: its words, what was worked out from them, its source, and a link where it has a page.

    ``seen`` is the address of the document with the value lit up.
    """

    words: str
    beside: str = ""
    source: dict[str, Any] | None = None
    url: str = ""
    seen: str = ""

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return place_in_file(self.source)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a plan says of one matter, under the plan's own heading for it; ``edit`` is where that is changed."""

    name: str
    entries: tuple[Entry, ...]
    edit: str = ""


def facts_of(place: Place, action: Action, where: Whereabouts, *, may_edit: bool = False) -> tuple[Fact, ...]:
    """All that is said of an action but its text, in the order a person asks for it.

    For those who may edit also what is not said yet, each with the address where it is changed.
    """
    facts = (
        Fact(
            name,
            tuple(_placed(entry, where) for entry in entries),
            _edit(place, action, field) if may_edit and field else "",
        )
        for name, entries, field in _facts(place, action)
    )
    return tuple(fact for fact in facts if fact.entries or fact.edit)


def _placed(entry: Entry, where: Whereabouts) -> Entry:
    return replace(entry, seen=where.value(entry.source))


def _edit(place: Place, action: Action, field: str) -> str:
    return reverse("edit_action_field", args=[place.slug, action.pk, field])


Told = tuple[str, tuple[Entry, ...], str]


def _facts(place: Place, action: Action) -> Iterator[Told]:
    plan = action.plan
    yield own_heading(plan, "detail") or _("Detail"), _single(action, "detail"), "detail"
    yield from _who(place, action)
    yield own_heading(plan, "timescale") or _("When"), tuple(_when(action)), "when"
    yield own_heading(plan, "milestone") or _("Milestones"), tuple(_milestones(action)), "milestones"
    yield own_heading(plan, "measure", "target") or _("Measures"), tuple(_measures(action)), "measures"
    yield _("Weighting"), _weightings(action), "weightings"
    yield own_heading(plan, "money") or _("Cost"), _worded(action.money, "wording"), "money"
    yield own_heading(plan, "status") or _("Status"), tuple(_status(action)), "status"
    yield own_heading(plan, "progress") or _("Progress"), tuple(_progress(action)), "progress"
    yield _("Programmes"), tuple(_programmes(place, action)), "programmes"
    yield own_heading(plan, "rationale") or _("Why"), _single(action, "rationale"), "rationale"
    for heading in dict.fromkeys(remark["heading"] for remark in action.remarks) or ("",):
        same = [remark for remark in action.remarks if remark["heading"] == heading]
        yield heading or _("Also said"), _worded(same, "text"), "remarks"


def _who(place: Place, action: Action) -> Iterator[Told]:
    plan, involved = action.plan, list(action.involvements.all())
    leads = [each for each in involved if each.part == Part.LEAD]
    partners = [each for each in involved if each.part == Part.PARTNER]
    yield (
        own_heading(plan, "lead", "owner") or _("Lead"),
        tuple(_body(place, each) for each in leads),
        "leads",
    )
    yield (
        own_heading(plan, "partner") or _("Partners"),
        tuple(_body(place, each) for each in partners),
        "partners",
    )
    yield _("Who, in the plan's words"), _single(action, "involving"), "involving"


def _body(place: Place, involvement: Involvement) -> Entry:
    body = involvement.organisation.known_as
    known_as = _("known as %s") % body.name if body.name != involvement.name else ""
    url = reverse("organisation", args=[place.slug, body.pk])
    return Entry(involvement.name, known_as, involvement.source, url)


def _when(action: Action) -> Iterator[Entry]:
    if action.when_wording:
        beside = "; ".join(filter(None, (_span(action.starts, action.ends), action.recurs)))
        yield Entry(action.when_wording, beside, action.when_source)


def _span(starts: date | None, ends: date | None) -> str:
    if starts and ends and starts != ends:
        return _("%(starts)s to %(ends)s") % {"starts": day(starts), "ends": day(ends)}
    if ends:
        return _("by %s") % day(ends)
    return _("from %s") % day(starts) if starts else ""


def _milestones(action: Action) -> Iterator[Entry]:
    for each in action.milestones.all():
        due = _("due %s") % day(each.due) if each.due else ""
        yield Entry(each.text, "; ".join(filter(None, (due, each.cadence))), each.source)


def _measures(action: Action) -> Iterator[Entry]:
    for each in action.measures.all():
        target = _("target: %s") % each.target if each.target else ""
        groups = _("for %s") % ", ".join(each.groups) if each.groups else ""
        yield Entry(each.text, "; ".join(filter(None, (target, groups))), each.source)


def _weightings(action: Action) -> tuple[Entry, ...]:
    return tuple(
        Entry(f"{each['name']}: {each['wording']}", "", each.get("source")) for each in action.weightings
    )


def _status(action: Action) -> Iterator[Entry]:
    if action.status_wording:
        yield Entry(action.status_wording, "", action.status_source)


def _progress(action: Action) -> Iterator[Entry]:
    for each in action.progress:
        dated = day(date.fromisoformat(each["dated"])) if each.get("dated") else ""
        yield Entry(each["text"], dated, each.get("source"))


def _programmes(place: Place, action: Action) -> Iterator[Entry]:
    listed = reverse("actions", args=[place.slug])
    for tie in action.ties.all():
        name = tie.programme.name
        yield Entry(name, "", tie.source, f"{listed}?{urlencode({'programme': name})}")


def _single(action: Action, name: str) -> tuple[Entry, ...]:
    words = getattr(action, name)
    return (Entry(words, "", action.sources.get(name)),) if words else ()


def _worded(parts: Iterable[dict[str, Any]], key: str) -> tuple[Entry, ...]:
    return tuple(Entry(str(part[key]), "", part.get("source")) for part in parts)
