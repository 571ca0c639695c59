"""The fields that papers are asked for by, and how their choices are worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Group, Round
from turntide.web.delivery.rules.period_words import words_of
from turntide.web.design.days import day
from turntide.web.design.forms import DateInputField
from turntide.web.organisations.models import Organisation
from turntide.web.plans.models import Heading, Plan
from turntide.web.reporting.models import Letterhead, Report
from turntide.web.reporting.store.choices import Days
from turntide.web.stories.models import Story

OTHER = "other"


if TYPE_CHECKING:
    _Rounds = forms.ModelChoiceField[Round]
else:
    _Rounds = forms.ModelChoiceField


class RoundField(_Rounds):
    """A round, by its name and period."""

    def label_from_instance(self, obj: Round) -> str:
        """Its name, and its period where the name does not tell it."""
        period = words_of(obj.starts, obj.ends)
        return obj.title if period == obj.title else f"{obj.title} ({period})"


def _plans() -> forms.Field:
    return forms.ModelMultipleChoiceField(
        label=_("Plans"),
        queryset=Plan.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick none to tell of all of them."),
    )


def _group() -> forms.Field:
    return forms.ModelChoiceField(
        label=_("Only what this group looks after"),
        queryset=Group.objects.none(),
        empty_label=_("Everything"),
    )


def _theme() -> forms.Field:
    return forms.ModelChoiceField(label=_("Theme"), queryset=Heading.objects.none())


def _body() -> forms.Field:
    return forms.ModelChoiceField(label=_("Partner"), queryset=Organisation.objects.none())


def _round() -> forms.Field:
    return RoundField(label=_("Round"), queryset=Round.objects.none())


def _story() -> forms.Field:
    return forms.ModelChoiceField(
        label=_("Story"),
        queryset=Story.objects.none(),
        empty_label=_("Choose one for me"),
        help_text=_("Only stories that are ready and agreed to can be chosen."),
    )


def _letterhead() -> forms.Field:
    return forms.ModelChoiceField(
        label=_("Letterhead of the Word file"),
        queryset=Letterhead.objects.none(),
        empty_label=_("Turntide’s plain look"),
    )


def _language() -> forms.Field:
    return forms.ChoiceField(label=_("Language of the paper"), choices=settings.LANGUAGES)


def _title() -> forms.Field:
    return forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_("Without one it is named after what it is and its period."),
    )


OUR_FIELDS: Mapping[str, Callable[[], forms.Field]] = {
    "period": lambda: forms.ChoiceField(label=_("Which period is it about?")),
    "since": lambda: DateInputField(label=_("From how things stood at the end of")),
    "until": lambda: DateInputField(label=_("To how things stood at the end of")),
    "before": lambda: forms.ChoiceField(label=_("Compare with")),
    "plans": _plans,
    "group": _group,
    "theme": _theme,
    "body": _body,
    "round": _round,
    "story": _story,
    "letterhead": _letterhead,
    "language": _language,
    "title": _title,
}


def key_of(starts: date, ends: date) -> str:
    """A period as a choice."""
    return f"{starts.isoformat()} {ends.isoformat()}"


def period_choices(offered: Iterable[Days]) -> Iterator[tuple[str, str]]:
    """Periods in words; a round's with the round's name where that tells more."""
    for each in offered:
        words = words_of(each.starts, each.ends)
        named = f"{words} ({each.round})" if each.round not in ("", words) else words
        yield key_of(each.starts, each.ends), named
    yield OTHER, _("Other days")


def compared_choices(papers: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """Frozen papers to compare with."""
    yield "", _("Nothing")
    for paper in papers:
        words = {"title": paper.title, "day": day(paper.frozen_at)}
        yield str(paper.frozen_id), _("%(title)s, frozen on %(day)s") % words


def theme_choices(themes: Iterable[Heading]) -> list[tuple[str, Any]]:
    """Themes under their plans, where there are several."""
    plans = [(str(plan), list(rows)) for plan, rows in groupby(themes, key=lambda each: each.plan)]
    choices = [(name, [(str(each.pk), str(each)) for each in rows]) for name, rows in plans]
    first: list[tuple[str, Any]] = [("", _("Choose a theme"))]
    return first + list(choices[0][1] if len(choices) == 1 else choices)
