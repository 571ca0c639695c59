"""A place with one of each thing that an address can name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from routes_of_the_site import Route

from turntide.mending import from_data
from turntide.mending.kinds import ColumnMeans
from turntide.opening import read_plan
from turntide.plan.model import Plan as ReadPlan
from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.inviting import invite
from turntide.web.accounts.services.people import add_person
from turntide.web.accounts.services.restoring import token_of
from turntide.web.accounts.services.roles import RoleChange
from turntide.web.audit.by import By
from turntide.web.files.services import keep_original
from turntide.web.intake.models import Intake
from turntide.web.intake.services.adopting import adopt
from turntide.web.intake.services.bringing import ASK_LATER, Arriving, bring_in
from turntide.web.intake.services.mending import make_mend
from turntide.web.intake.services.reading import read_now
from turntide.web.organisations.models import Contact, Identifier, Organisation, OtherName
from turntide.web.organisations.services.describing import retire
from turntide.web.organisations.services.merging import tell_apart
from turntide.web.plans.services.adopting import adopt_plan
from turntide.web.plans.services.commenting import add_comment

EXAMPLES = Path(__file__).parents[3] / "examples"
PASSWORD = "tidal marmalade lantern oak"


@lru_cache(maxsize=1)
def the_plan() -> ReadPlan:
    return read_plan(EXAMPLES / "tarrow-active-plan.docx")


@dataclass(frozen=True)
class Wording:
    """What people call things, and say of them, in a place. ``tag`` goes into each name."""

    tag: str = ""
    plan: ReadPlan = field(default_factory=the_plan)
    upload: tuple[str, bytes] = field(default_factory=lambda: example("wexcombe-year-plan.xlsx"))

    def __call__(self, words: str) -> str:
        return f"{words} {self.tag}".strip()


def example(name: str) -> tuple[str, bytes]:
    return name, (EXAMPLES / name).read_bytes()


@dataclass(frozen=True)
class FurnishedPlace:
    """A place, its people by role, and the value of each variable by the fixed part of the address before it."""

    place: Place
    people: Mapping[Role, Person]
    values: Mapping[str, Any]
    invitation_key: str

    def values_for(self, route: Route) -> dict[str, Any]:
        """What makes the route an address of this place. Raises KeyError for a thing that is not furnished."""
        return {"place": self.place.slug, **{name: self.values[segment] for segment, name in route.variables}}


def furnish(slug: str, said: Wording | None = None) -> FurnishedPlace:
    said = said or Wording()
    place = Place.objects.create(slug=slug, name=said(slug.title()))
    people = {role: _person(f"{role}@{slug}.example", said, place, role) for role in Role}
    by = By.person(people[Role.EDITOR])
    asked = invite(
        place=place,
        emails=[f"ivy@{slug}.example"],
        role=Role.VIEWER,
        link_to=lambda key: key,
        by=By.person(people[Role.OWNER]),
    )[0]
    change = RoleChange(people[Role.CONTRIBUTOR], Role.CONTRIBUTOR, Role.VIEWER)
    values = {
        **_plan_values(place, said, by),
        **_intake_values(place, said, people[Role.EDITOR], by),
        "people": people[Role.CONTRIBUTOR].pk,
        "invitations": asked.invitation.pk,
        "restore": token_of(place, change),
        "export": "csv",
        "edit": "text",
        "versions": 1,
    }
    return FurnishedPlace(place, people, values, asked.link)


def _person(email: str, said: Wording, place: Place, role: Role) -> Person:
    name = said(email.split("@", 1)[0].title())
    person = add_person(email=email, name=name, password=PASSWORD, by=By.work("test"))
    Membership.objects.create(place=place, person=person, role=role)
    return person


def _plan_values(place: Place, said: Wording, by: By) -> dict[str, Any]:
    original = keep_original(
        place=place, name=said("plan.docx"), body=b"the bytes of a plan", person=None, by=by
    )
    plan = adopt_plan(place=place, read=said.plan, original=original, name="plan", by=by).plan
    action = plan.actions.all()[0]
    body, other, third = place.organisations.all()[:3]
    edit = retire(body=third, by=by)
    assert edit is not None
    OtherName.objects.create(organisation=body, place=place, name=said("The body"), key="the body")
    Identifier.objects.create(organisation=body, scheme="GB-COH", code="01234567")
    return {
        "plans": plan.pk,
        "editions": plan.editions.all()[0].pk,
        "actions": action.pk,
        "headings": plan.headings.all()[0].pk,
        "changes": plan.changes.all()[0].pk,
        "comments": add_comment(action=action, text=said("Is this on its way?"), by=by).pk,
        "originals": original.pk,
        "organisations": body.pk,
        "suggestions": tell_apart(one=body, other=other, by=by).pk,
        "edits": edit.pk,
        "contacts": _contact(body, said).pk,
    }


def _contact(body: Organisation, said: Wording) -> Contact:
    return Contact.objects.create(
        organisation=body, name=said("Ray"), role=said("Lead officer"), email="ray@body.example"
    )


def _intake_values(place: Place, said: Wording, person: Person, by: By) -> dict[str, Any]:
    adopted, intake = _read(place, said, person, by), _read(place, said, person, by)
    offered = next((offers[0] for offers in intake.offers if offers), None)
    mend = (
        from_data(offered) if offered else ColumnMeans((intake.reading or {})["columns"][-1]["heading"], None)
    )
    mended = make_mend(intake=intake, mend=mend, saw=intake.version, by=by).mended
    edition = adopt(intake=adopted, title=said("Another plan"), saw=adopted.version, by=by)
    return {"bring-in": intake.pk, "mends": mended.position, "documents": edition.pk}


def _read(place: Place, said: Wording, person: Person, by: By) -> Intake:
    arriving = [Arriving(*said.upload)]
    return read_now(bring_in(place=place, files=arriving, choice=ASK_LATER, person=person, by=by)[0])
