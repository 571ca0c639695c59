"""Which body of the register a plan's name means, and what it is called now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Coalesce

from turntide.web.accounts.models import Place
from turntide.web.organisations.models import Organisation, OtherName
from turntide.web.organisations.spelling import spelling_key
from turntide.web.periods.rules.record import BodyThen


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a place by the spelling of their names."""

    by_key: Mapping[str, BodyThen]

    def of(self, names: Iterable[str]) -> tuple[BodyThen, ...]:
        """The bodies that names mean, each once; a name that means none stands for itself."""
        found = (self.by_key.get(spelling_key(name)[:300]) or BodyThen("", name) for name in names)
        return tuple(dict.fromkeys(found))


def bodies_named(place: Place) -> Bodies:
    """Two queries."""
    own = Organisation.objects.filter(place=place).annotate(
        body=Coalesce("merged_into", "pk"), called=Coalesce("merged_into__name", F("name"))
    )
    other = OtherName.objects.filter(place=place).annotate(
        body=Coalesce("organisation__merged_into", "organisation"),
        called=Coalesce("organisation__merged_into__name", F("organisation__name")),
    )
    named = [*other.values_list("key", "body", "called"), *own.values_list("key", "body", "called")]
    return Bodies({key: BodyThen(str(body), called) for key, body, called in named})
