"""Tarrow's plan with people who answer for its actions, and a round that asks them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import ExifTags, Image
from site_cast import Cast

from turntide.web.delivery.models import Recipient, Request, Responsibility, Round
from turntide.web.delivery.services.opening import open_round
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action, Plan


@dataclass(frozen=True)
class Asked:
    """An open round: Ray answers for the plan's first three actions, Mina for the fourth."""

    round: Round
    ray: Contact
    mina: Contact

    def of(self, contact: Contact) -> Recipient:
        return self.round.recipients.get(contact=contact)

    def requests(self, contact: Contact) -> list[Request]:
        return list(self.round.requests.filter(recipient__contact=contact))


def contact_at(plan: Plan, name: str, email: str, at: int = 0) -> Contact:
    """Somebody to write to at a body of the plan's place."""
    body = plan.place.organisations.standing().order_by("name")[at]
    return Contact.objects.create(organisation=body, name=name, role="Lead officer", email=email)


def answers_for(contact: Contact, *actions: Action) -> None:
    """The contact answers for these actions."""
    Responsibility.objects.bulk_create(Responsibility(action=each, contact=contact) for each in actions)


def draft_round(plan: Plan, *, title: str = "October to December", due_in: int = 14) -> Round:
    """A round about the quarter that ends with the due day, not yet opened."""
    today = timezone.localdate()
    return Round.objects.create(
        place=plan.place,
        title=title,
        starts=today - timedelta(days=60),
        ends=today + timedelta(days=30),
        due_on=today + timedelta(days=due_in),
    )


@pytest.fixture
def asked(tarrow_plan: Plan, cast: Cast) -> Asked:
    actions = list(tarrow_plan.actions.standing()[:4])
    ray = contact_at(tarrow_plan, "Ray Okoro", "ray@harbourtrust.example")
    mina = contact_at(tarrow_plan, "Mina Farrow", "mina@council.example", at=1)
    answers_for(ray, *actions[:3])
    answers_for(mina, actions[3])
    round_ = draft_round(tarrow_plan)
    open_round(round_=round_, saw=1, by=cast.by)
    round_.refresh_from_db()
    return Asked(round_, ray, mina)


@pytest.fixture
def a_photograph() -> bytes:
    """A picture as a telephone makes it: it says where it was taken, and that it lies on its side."""
    picture = Image.new("RGB", (60, 40), "teal")
    told = Image.Exif()
    told[ExifTags.Base.Orientation] = 6
    told[ExifTags.Base.Model] = "Pocket camera"
    told.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSMapDatum] = "WGS-84 at the boathouse"
    body = BytesIO()
    picture.save(body, "JPEG", exif=told, comment=b"taken by Ray")
    return body.getvalue()
