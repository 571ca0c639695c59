"""The values of an action beside its document: what is to be said of the place of each."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.explaining.values import Value
from turntide.web.intake.looking.places import SpotName, name_of
from turntide.web.intake.looking.standing import How, Standing
from turntide.web.intake.pages.reading_words import field_words
from turntide.web.plans.models import Edition


@dataclass(frozen=True, slots=True)
class ValueShown:
    """A value of an action: which field it is, its words, what is to be said of its place, and a link to it."""

    tag: str
    family: str
    text: str
    said: str
    url: str
    chosen: bool


def value_shown(standing: Standing, query: str, *, chosen: bool) -> ValueShown:
    """A value; ``query`` is how the address names what it is of."""
    value = standing.value
    return ValueShown(
        tag=field_words(value.family, value.tag),
        family=value.family,
        text=value.text,
        said=_said(standing),
        url=_address(value, query) if value.spots else "",
        chosen=chosen,
    )


def _address(value: Value, query: str) -> str:
    named = SpotName.of(value.spots[0])
    return f"?{query}&spot={named}#at-{name_of(named.unit)}"


def _said(standing: Standing) -> str:
    if standing.how == How.CHANGED:
        return _("the document says so; it was changed since")
    if standing.how == How.BY_HAND:
        return _("entered by hand; no document says so")
    if standing.how == How.UNTOLD:
        return _("it is not known where it stands")
    if standing.how == How.ELSEWHERE:
        return _from(standing.edition)
    return ""


def _from(edition: Edition | None) -> str:
    if edition is None:
        return _("from a file that is not kept here")
    return _("from the document of edition %(number)s") % {"number": edition.number}
