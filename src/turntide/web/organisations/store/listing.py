"""The register narrowed to what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.organisations.models import Organisation, Organisations

NO_CONTACT, ENDED, ASIDE = "no-contact", "ended", "aside"
ONLY = {
    NO_CONTACT: gettext_lazy("Without contact"),
    ENDED: gettext_lazy("No longer exist"),
    ASIDE: gettext_lazy("Set aside"),
}
"""What the list may be narrowed to besides, in words."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; what is empty does not narrow. ``only`` is one of the words above."""

    words: str = ""
    kind: str = ""
    only: str = ""

    def given(self) -> Iterator[tuple[str, str]]:
        """Names and values of what is asked for."""
        named = (("words", self.words), ("kind", self.kind), ("only", self.only))
        return ((name, value) for name, value in named if value)


def bodies_listed(place: Place, filters: Filters) -> Organisations:
    """The bodies that fit, by name. Those set aside are listed only where they are asked for."""
    bodies = Organisation.objects.listed().filter(place=place)
    bodies = bodies.exclude(retired_at=None) if filters.only == ASIDE else bodies.filter(retired_at=None)
    if filters.words:
        bodies = bodies.with_words(filters.words)
    if filters.kind:
        bodies = bodies.filter(kind=filters.kind)
    if filters.only == NO_CONTACT:
        bodies = bodies.without_contact()
    return bodies.ended() if filters.only == ENDED else bodies


def with_names(bodies: Organisations) -> Organisations:
    """Bodies with all their names, and those of the bodies merged into them."""
    merged = Organisation.objects.prefetch_related("other_names")
    return bodies.prefetch_related("other_names", Prefetch("merged", merged))


def other_names(body: Organisation) -> list[str]:
    """The names a body goes by beside its own. It must come `with_names`."""
    found = [other.name for other in body.other_names.all()]
    for merged in body.merged.all():
        found += [merged.name, *(other.name for other in merged.other_names.all())]
    return sorted(dict.fromkeys(found), key=str.casefold)
