"""An action's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.plans.delivery_connection import Fresh, Panel
from turntide.web.plans.models import Action, Edition, Heading, Plan
from turntide.web.plans.pages.facts import Entry, Fact, facts_of
from turntide.web.plans.pages.places_in_files import Whereabouts, place_in_file
from turntide.web.plans.pages.statuses import status_tags
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, level_and_ref, short
from turntide.web.plans.store.neighbours import Neighbours

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PathPart:
    """A heading above an action, in the plan's own words."""

    level: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class ActionPage:
    """Everything an action says, where it comes from, and what stands near it."""

    template: ClassVar[str] = "plans/action.html"
    place: Place
    action: Action
    headings: tuple[tuple[Heading, ...], ...]
    neighbours: Neighbours
    editions: Sequence[Edition]
    where: Whereabouts
    may_edit: bool
    may_contribute: bool
    fresh: Fresh | None
    panels: Sequence[Panel]

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.action.text

    @property
    def caption(self) -> str:
        """The action's number in the plan."""
        return self.action.ref

    @property
    def plan(self) -> Plan:
        """The plan whose action it is."""
        return self.action.plan

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)

    @property
    def status(self) -> SafeString:
        """Its status."""
        return status_tags(self.action, self.fresh)

    @property
    def paths(self) -> tuple[tuple[PathPart, ...], ...]:
        """The headings it stands under."""
        return tuple(tuple(self._part(heading) for heading in path) for path in self.headings)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the plan says of it, each with where that stands."""
        return facts_of(self.place, self.action, self.where, may_edit=self.may_edit and not self.gone)

    @property
    def notes(self) -> tuple[Entry, ...]:
        """Notes of the document about it, each with where it stands."""
        notes = self.action.notes.all()
        return tuple(Entry(note.text, "", note.source, "", self.where.value(note.source)) for note in notes)

    @property
    def source(self) -> str:
        """Where the whole of it stands in the original."""
        return place_in_file(self.action.source)

    @property
    def seen(self) -> str:
        """The address of the document with the action lit up; empty where it is not kept as laid out."""
        sources = [self.action.source, *self.action.sources.values()]
        return next(filter(None, map(self.where.whole, sources)), "")

    @property
    def original(self) -> Link | None:
        """The file it was read from, as it was brought in."""
        if self.homeless:
            return None
        edition = self.where.origins.edition_of(self.action.source) or next(iter(self.editions), None)
        original = edition.original if edition else None
        return (original.name, reverse("original", args=[self.place.slug, original.pk])) if original else None

    @property
    def homeless(self) -> str:
        """That it stands in no document, where that is so."""
        if self.action.source or self.action.sources:
            return ""
        if self.where.origins.adopted:
            return _("The document it came in does not say where it stands.")
        return _("This action was added by hand. It stands in no document.")

    @property
    def gone(self) -> str:
        """That it stands no more, where that is so."""
        if self.action.merged_into_id:
            return _("This action was merged into another one. It is kept for its history.")
        return _("This action was retired. It is kept for its history.") if self.action.retired_at else ""

    @property
    def went_to(self) -> Link | None:
        """The action it was merged into."""
        return self._link(self.action.merged_into) if self.action.merged_into else None

    @property
    def before(self) -> Link | None:
        """The one before it in the plan."""
        return self._link(self.neighbours.before) if self.neighbours.before else None

    @property
    def after(self) -> Link | None:
        """The one after it in the plan."""
        return self._link(self.neighbours.after) if self.neighbours.after else None

    @property
    def near(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """Others with the same lead, and of the same programme."""
        return tuple(self._near())

    def _near(self) -> Iterator[tuple[str, tuple[Link, ...]]]:
        groups: Mapping[str, Sequence[Action]] = {
            _("With the same lead"): self.neighbours.owned,
            _("In the same programme"): self.neighbours.joined,
        }
        for words, actions in groups.items():
            if actions:
                yield words, tuple(self._link(action) for action in actions)

    def _link(self, action: Action) -> Link:
        return short(str(action)), reverse("action", args=[self.place.slug, action.pk])

    def _part(self, heading: Heading) -> PathPart:
        table = reverse("plan_table", args=[self.place.slug, heading.plan_id])
        return PathPart(level_and_ref(heading), heading.text, f"{table}?theme={heading.pk}")
