"""The filters of a list of actions: what there is to choose, and what was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.design.statuses import CONFIDENCE, FRESHNESS, LIFECYCLE, Shown
from turntide.web.plans.models import Heading
from turntide.web.plans.pages.wording import GAP_WORDS, PART_WORDS, short
from turntide.web.plans.store.choices import Choices, Pairs
from turntide.web.plans.store.filtering import Chosen
from turntide.web.plans.store.filters import LOOSE, NO_DATE, NOT_REPORTED, OVERDUE, year_name

_WHEN = {
    OVERDUE: gettext_lazy("Overdue"),
    NO_DATE: gettext_lazy("No date given"),
    LOOSE: gettext_lazy("No certain date"),
}
_BACK, _ON = 4, 8
Options = tuple[tuple[str, str | Promise], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A filter as a choice of a list; without options, as a box to type in."""

    name: str
    label: str
    value: str
    options: Options | None = None

    @property
    def drawn(self) -> SafeString:
        """The options as markup: there are hundreds, and a template would take longer over them than over the rest."""
        options = (self._option(value, words) for value, words in self.options or ())
        return format_html_join("", '<option value="{}"{}>{}</option>', options)

    def _option(self, value: str, words: str | Promise) -> tuple[str, SafeString, str]:
        return value, SafeString(" selected") if value == self.value else SafeString(""), str(words)


def fields_of(
    choice: Chosen, choices: Choices, today: date, *, own_plan: bool, reports: bool
) -> tuple[Field, ...]:
    """The filters to show. ``own_plan``: the list is one plan's own, so no plan is chosen; ``reports``: people are
    asked for updates here.
    """
    fields = tuple(_fields(choice, choices, today, own_plan))
    return (*fields, _freshness(choice)) if reports else fields


def _freshness(choice: Chosen) -> Field:
    return Field("fresh", _("Freshness"), choice.filters.fresh, _any(_("Any freshness"), _axis(FRESHNESS)))


def kept_fields(choice: Chosen) -> tuple[tuple[str, str], ...]:
    """What is asked for by links alone and stays when the form is sent."""
    filters = choice.filters
    kept = (("part", filters.part), ("said", filters.said), ("sort", filters.sort))
    return tuple((name, value) for name, value in kept if value)


def chips_of(choice: Chosen, start: str = "") -> tuple[tuple[str, str], ...]:
    """Each filter in use, in words, with the address without it."""
    filters = choice.filters
    return tuple(
        (words, f"{start}?{filters.without(name, value).as_query()}")
        for name, value in filters.given()
        if (words := _in_words(choice, name, value))
    )


def _fields(choice: Chosen, choices: Choices, today: date, own_plan: bool) -> Iterator[Field]:
    filters = choice.filters
    yield Field("words", _("Words"), filters.words)
    if not own_plan:
        yield Field("plan", _("Plan"), filters.plan, _any(_("All plans"), choices.plans))
    if choices.headings:
        everything = _any(_("Everything"), tuple(_indented(choices.headings)))
        yield Field("theme", _("Under"), filters.theme, everything)
    yield _listed("owner", _("Who"), _owner(choice), choices.bodies, choice.owner)
    yield Field("when", _("When"), filters.when, _any(_("Any time"), _times(choice, today)))
    yield Field("status", _("Status"), filters.status, _any(_("Any status"), _axis(LIFECYCLE)))
    yield Field(
        "confidence", _("Confidence"), filters.confidence, _any(_("Any confidence"), _axis(CONFIDENCE))
    )
    if choices.programmes is None or choices.programmes:
        yield _listed("programme", _("Programme"), filters.programme, choices.programmes, filters.programme)


def _listed(name: str, label: str, value: str, options: Pairs | None, words: str) -> Field:
    """A choice of what there is, and of what is chosen although it is not listed; typed where there is too much."""
    if options is None:
        return Field(name, label, words)
    unlisted = ((value, words),) if value and value not in dict(options) else ()
    return Field(name, label, value, _any(_("Anyone") if name == "owner" else _("Any"), options + unlisted))


def _owner(choice: Chosen) -> str:
    return str(choice.bodies[0][0]) if len(choice.bodies) == 1 else choice.filters.owner


def _any(words: str, options: Iterable[tuple[str, str | Promise]]) -> Options:
    return (("", words), *options)


def _times(choice: Chosen, today: date) -> Options:
    this = today.year if today.month >= 4 else today.year - 1
    years = {year_name(year) for year in range(this - _BACK, this + _ON)}
    if choice.filters.when and choice.filters.when not in _WHEN:
        years.add(choice.filters.when)
    return (*_WHEN.items(), *((year, year) for year in sorted(years)))


def _axis(axis: Mapping[str, Shown]) -> Options:
    known = tuple((value, shown.word) for value, shown in axis.items() if value != "blue")
    return (*known, (NOT_REPORTED, _("Not reported")))


def _indented(headings: Iterable[Heading]) -> Iterator[tuple[str, str]]:
    depths: dict[object, int] = {}
    for heading in headings:
        depths[heading.pk] = depths.get(heading.parent_id, -1) + 1
        yield str(heading.pk), "\u2003" * depths[heading.pk] + short(str(heading), 70)


def _in_words(choice: Chosen, name: str, value: str) -> str:
    told: dict[str, str | Promise] = {
        "words": f"“{value}”",
        "plan": choice.plan.title if choice.plan else "",
        "theme": short(str(choice.theme)) if choice.theme else "",
        "owner": choice.owner,
        "part": PART_WORDS.get(value, ""),
        "when": _WHEN.get(value, value),
        "status": LIFECYCLE[value].word if value in LIFECYCLE else _("Status not reported"),
        "said": f"“{value}”",
        "confidence": CONFIDENCE[value].word if value in CONFIDENCE else _("Confidence not reported"),
        "fresh": FRESHNESS[value].word if value in FRESHNESS else _("Nothing reported"),
        "programme": value,
        "lacks": GAP_WORDS.get(value, ""),
    }
    return str(told.get(name, ""))
