"""What a search found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.plans.pages.statuses import status_tags
from turntide.web.plans.pages.wording import Crumbs
from turntide.web.plans.store.searching import ACTIONS, HEADINGS, KINDS, PLANS, Found, Piece, Results

_GROUPS: dict[str, Promise] = {
    PLANS: gettext_lazy("Plans"),
    HEADINGS: gettext_lazy("Headings"),
    ACTIONS: gettext_lazy("Actions"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: what was looked for is lit in its title and in a piece of the rest of its words."""

    url: str
    title: SafeString
    excerpt: SafeString
    plan: str
    status: SafeString


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind, how many there are in all, and where all are listed, if anywhere."""

    words: str | Promise
    hits: tuple[Hit, ...]
    total: int
    all: str

    @property
    def more(self) -> bool:
        """Whether there are more than are shown."""
        return self.total > len(self.hits)


def _told(found: Found) -> SafeString:
    """The rest of its words, where they have what was looked for; each of its lines stands apart."""
    if not any(piece.lit for piece in found.excerpt):
        return SafeString()
    return _drawn(replace(piece, text=piece.text.replace("\n", " · ")) for piece in found.excerpt)


def _drawn(pieces: Iterable[Piece]) -> SafeString:
    lit = ((format_html("<mark>{}</mark>", each.text) if each.lit else each.text,) for each in pieces)
    return format_html_join("", "{}", lit)


@dataclass(frozen=True, slots=True)
class BodyHit:
    """A body whose name was found."""

    name: str
    url: str
    actions: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search box, and what was found."""

    template: ClassVar[str] = "plans/search.html"
    place: Place
    typed: str
    results: Results

    @property
    def title(self) -> str:
        """What was looked for."""
        return _("Search for “%s”") % self.typed if self.typed else _("Search")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def address(self) -> str:
        """Where searches are sent."""
        return reverse("search", args=[self.place.slug])

    @property
    def bodies(self) -> tuple[BodyHit, ...]:
        """Bodies found by name."""
        actions = reverse("actions", args=[self.place.slug])
        return tuple(
            BodyHit(
                body.name,
                reverse("organisation", args=[self.place.slug, body.pk]),
                f"{actions}?{urlencode({'owner': str(body.pk)})}",
            )
            for body in self.results.bodies
        )

    @property
    def groups(self) -> tuple[Group, ...]:
        """What was found, kind by kind."""
        listed = f"{reverse('actions', args=[self.place.slug])}?{urlencode({'words': self.typed})}"
        return tuple(
            Group(
                _GROUPS[kind],
                tuple(self._hit(found) for found in self.results.of(kind)),
                self.results.total(kind),
                listed if kind == ACTIONS else "",
            )
            for kind in KINDS
            if self.results.of(kind)
        )

    @property
    def nothing(self) -> bool:
        """Whether something was looked for and nothing found."""
        return bool(self.typed) and not self.results.found and not self.results.bodies

    def _hit(self, found: Found) -> Hit:
        row = found.row
        return Hit(
            url=self._url(found),
            title=_drawn(found.title),
            excerpt=_told(found),
            plan="" if found.kind == PLANS else row.plan.title,
            status=status_tags(row.action, silent=True) if row.action else SafeString(),
        )

    def _url(self, found: Found) -> str:
        row = found.row
        if found.kind == ACTIONS:
            return reverse("action", args=[self.place.slug, row.action_id])
        if found.kind == HEADINGS:
            table = reverse("plan_table", args=[self.place.slug, row.plan_id])
            return f"{table}?{urlencode({'theme': str(row.heading_id)})}"
        return reverse("plan", args=[self.place.slug, row.plan_id])
