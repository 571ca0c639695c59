"""A group's page: what it is for, who sits on it, what it looks after, its rounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group, Member, Remit, Round
from turntide.web.delivery.pages.groups.history import EditLine
from turntide.web.delivery.pages.groups.wording import Crumbs, at, crumbs_to_groups, group_url, plan_of
from turntide.web.design.days import day
from turntide.web.design.summaries import Row
from turntide.web.organisations.pages.wording import body_url
from turntide.web.plans.models import Plan
from turntide.web.plans.pages.wording import level_and_ref, short

Named = tuple[str, str]
"""Words and where they lead."""


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody who sits on the group, and what may be done about it."""

    name: str
    role: str
    email: str
    body: Named
    chair: bool
    left: bool
    lead: str
    away: str


@dataclass(frozen=True, slots=True)
class PlanLooked:
    """A plan of which the group looks after all or something."""

    plan: Named
    whole: bool
    headings: tuple[Named, ...]
    actions: tuple[Named, ...]
    edit: str


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round for what the group looks after."""

    title: str
    url: str
    starts: str
    ends: str
    state: str


@dataclass(frozen=True, slots=True)
class GroupPage:
    """All of a group. ``actions`` is how many it looks after, all beneath its headings counted."""

    template: ClassVar[str] = "delivery/groups/group.html"
    place: Place
    group: Group
    members: tuple[MemberLine, ...]
    plans: tuple[PlanLooked, ...]
    actions: int
    subgroups: Sequence[Group]
    rounds: tuple[RoundLine, ...]
    history: tuple[EditLine, ...]
    may_edit: bool

    @property
    def title(self) -> str:
        """Its name."""
        return self.group.name

    @property
    def caption(self) -> str:
        """What it is."""
        return str(Group.Kind(self.group.kind).label)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_groups(self.place)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is known of it; what is not known is left out."""
        group = self.group
        found = (
            Row(_("Part of"), self._links([group.parent] if group.parent else [])),
            Row(_("Its groups"), self._links(self.subgroups)),
            Row(_("Meets until"), day(group.ends_on)),
            Row(_("Ended"), day(group.ended_at)),
            Row(_("In plans as"), self._body()),
        )
        return tuple(row for row in found if row.value)

    @property
    def urls(self) -> Mapping[str, str]:
        """Where one can go from here."""
        names = ("edit", "end", "back", "actions", "remit", "member_add")
        return {name: at(self.place, f"group_{name}", self.group.pk) for name in names}

    def _links(self, groups: Iterable[Group]) -> SafeString:
        pairs = ((group_url(self.place, group), group.name) for group in groups)
        return format_html_join(SafeString("<br>"), '<a class="govuk-link" href="{}">{}</a>', pairs)

    def _body(self) -> SafeString | str:
        body = self.group.organisation
        if body is None:
            return ""
        return format_html('<a class="govuk-link" href="{}">{}</a>', body_url(self.place, body), body.name)


def member_lines(place: Place, group: Group, members: Iterable[Member]) -> tuple[MemberLine, ...]:
    """Who sits on a group, those who chair it first."""
    return tuple(_member(place, group, member) for member in members)


def _member(place: Place, group: Group, member: Member) -> MemberLine:
    contact = member.contact
    return MemberLine(
        name=contact.name,
        role=contact.role,
        email=contact.email,
        body=(contact.organisation.name, body_url(place, contact.organisation)),
        chair=member.chair,
        left=contact.left_at is not None,
        lead=at(place, "group_chair", group.pk, contact.pk),
        away=at(place, "group_member_away", group.pk, contact.pk),
    )


def plans_looked(place: Place, group: Group, remits: Iterable[Remit]) -> tuple[PlanLooked, ...]:
    """What a group looks after, plan by plan."""
    by_plan: dict[Plan, list[Remit]] = {}
    for remit in remits:
        by_plan.setdefault(plan_of(remit), []).append(remit)
    ordered = sorted(by_plan.items(), key=lambda pair: (pair[0].title, str(pair[0].pk)))
    return tuple(_looked(place, group, plan, found) for plan, found in ordered)


def round_lines(rounds: Iterable[Round]) -> tuple[RoundLine, ...]:
    """Rounds for a group."""
    return tuple(
        RoundLine(each.title, each.get_absolute_url(), day(each.starts), day(each.ends), _state(each))
        for each in rounds
    )


def _looked(place: Place, group: Group, plan: Plan, remits: Sequence[Remit]) -> PlanLooked:
    tree = reverse("plan_tree", args=[place.slug, plan.pk])
    headings = [remit.heading for remit in remits if remit.heading]
    actions = [remit.action for remit in remits if remit.action]
    return PlanLooked(
        plan=(plan.title, reverse("plan", args=[place.slug, plan.pk])),
        whole=any(remit.plan_id for remit in remits),
        headings=tuple(
            (short(f"{level_and_ref(each)} {each.text}".strip()), f"{tree}#heading-{each.pk}")
            for each in headings
        ),
        actions=tuple((short(str(each)), reverse("action", args=[place.slug, each.pk])) for each in actions),
        edit=at(place, "group_remit_plan", group.pk, plan.pk),
    )


def _state(round_: Round) -> str:
    if round_.opened_at is None:
        return _("Not yet opened")
    return _("Open") if round_.is_open else _("Closed")
