"""A body's page: who it is, what it does in plans, whom to write to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from django.core.paginator import Page
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.design.days import day
from turntide.web.design.summaries import Row
from turntide.web.organisations.connections import ActionShown, Spelling
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.organisations.pages.history import EditLine
from turntide.web.organisations.pages.wording import Crumbs, body_url, crumbs_to_register, kind_of
from turntide.web.organisations.schemes import OTHER, SCHEMES


@dataclass(frozen=True, slots=True)
class PlanDone:
    """A plan, and what the body does in it."""

    title: str
    url: str
    actions: tuple[ActionShown, ...]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Somebody to write to, and what may be done about it."""

    contact: Contact
    edit: str
    turn: str
    forget: str


@dataclass(frozen=True, slots=True)
class MergedLine:
    """A body that is known as this one."""

    name: str
    unmerge: str


@dataclass(frozen=True, slots=True)
class Around:
    """The bodies around one: what it is part of, its parts, what came before and after it."""

    parent: Organisation | None
    parts: Sequence[Organisation]
    predecessors: Sequence[Organisation]
    successor: Organisation | None


@dataclass(frozen=True, slots=True)
class BodyPage:
    """All that is known of a body."""

    template: ClassVar[str] = "organisations/body.html"
    place: Place
    body: Organisation
    around: Around
    merged: tuple[MergedLine, ...]
    spellings: Sequence[Spelling]
    paging: Page[Any]
    plans: tuple[PlanDone, ...]
    table: str
    contacts: tuple[ContactLine, ...]
    history: tuple[EditLine, ...]
    may_edit: bool

    @property
    def title(self) -> str:
        """Its name."""
        return self.body.name

    @property
    def caption(self) -> str:
        """What it is."""
        return kind_of(self.body)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_register(self.place)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is known of it; what is not known is left out."""
        found = (
            Row(_("Part of"), self._links([self.around.parent] if self.around.parent else [])),
            Row(_("Its parts"), self._links(self.around.parts)),
            Row(_("No longer exists since"), day(self.body.ended_on) if self.body.ended_on else ""),
            Row(_("Successor"), self._links([self.around.successor] if self.around.successor else [])),
            Row(_("Came after"), self._links(self.around.predecessors)),
            Row(_("Other names"), _lines(other.name for other in self.body.other_names.all())),
            Row(_("Website"), _website(self.body.website)),
            Row(_("Identifiers"), _lines(_identifier(each) for each in self.body.identifiers.all())),
            Row(_("About"), self.body.about),
        )
        return tuple(row for row in found if row.value)

    @property
    def urls(self) -> Mapping[str, str]:
        """Where one can go from here."""
        routes = ("edit", "merge", "retire", "restore")
        args = [self.place.slug, self.body.pk]
        urls = {name: reverse(f"organisation_{name}", args=args) for name in routes}
        return urls | {"add_contact": reverse("contact_add", args=args)}

    @property
    def here_no_more(self) -> tuple[ContactLine, ...]:
        """Contacts that have left."""
        return tuple(line for line in self.contacts if line.contact.left_at)

    @property
    def here_now(self) -> tuple[ContactLine, ...]:
        """Contacts to write to."""
        return tuple(line for line in self.contacts if not line.contact.left_at)

    def _links(self, bodies: Iterable[Organisation]) -> SafeString:
        pairs = ((body_url(self.place, body), body.name) for body in bodies)
        return format_html_join(SafeString("<br>"), '<a class="govuk-link" href="{}">{}</a>', pairs)


def by_plan(actions: Iterable[ActionShown]) -> tuple[PlanDone, ...]:
    """Actions grouped by their plan; they come in its order."""
    groups = groupby(actions, key=lambda each: (each.plan, each.plan_url))
    return tuple(PlanDone(title, url, tuple(group)) for (title, url), group in groups)


def contact_line(place: Place, contact: Contact) -> ContactLine:
    """A contact with what may be done about it."""
    args = [place.slug, contact.organisation_id, contact.pk]
    turn = "contact_back" if contact.left_at else "contact_left"
    return ContactLine(
        contact,
        edit=reverse("contact_edit", args=args),
        turn=reverse(turn, args=args),
        forget=reverse("contact_forget", args=args),
    )


def merged_line(place: Place, merged: Organisation) -> MergedLine:
    """A merged body with the way to take it apart."""
    return MergedLine(merged.name, reverse("organisation_unmerge", args=[place.slug, merged.pk]))


def _lines(texts: Iterable[str]) -> SafeString:
    return format_html_join(SafeString("<br>"), "{}", ((text,) for text in texts))


def _website(url: str) -> SafeString | str:
    # The form takes web addresses alone; anything else that came another way is shown, never a link.
    if not url.startswith(("https://", "http://")):
        return url
    return format_html('<a class="govuk-link" href="{}" rel="noopener noreferrer">{}</a>', url, url)


def _identifier(each: Any) -> str:
    scheme = _("Another register") if each.scheme == OTHER else str(SCHEMES.get(each.scheme, each.scheme))
    return f"{scheme}: {each.code}"
