"""A place with one of each thing that an address can name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from django.utils import timezone
from docx import Document
from pixel import PIXEL
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
from turntide.web.api.models import Scope, Webhook
from turntide.web.api.services.tokens import make_token
from turntide.web.api.services.webhooks import begin_webhook
from turntide.web.audit.by import By
from turntide.web.delivery.models import Group, Responsibility, Round
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.rules.vocabulary import Wording as TermWording
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.approving import send_back
from turntide.web.delivery.services.asking_whose import ask_whose
from turntide.web.delivery.services.deciding import record_decision
from turntide.web.delivery.services.grouping import Described, begin_group
from turntide.web.delivery.services.naming import name_answerer
from turntide.web.delivery.services.opening import open_round
from turntide.web.delivery.services.remitting import Looked, set_remit
from turntide.web.delivery.services.saying_whose import decline
from turntide.web.delivery.services.seating import seat_member
from turntide.web.delivery.services.vocabulary import OURS, reword
from turntide.web.files.services import keep_original
from turntide.web.intake.models import Intake
from turntide.web.intake.services.adopting import adopt
from turntide.web.intake.services.bringing import ASK_LATER, Arriving, bring_in
from turntide.web.intake.services.mending import make_mend
from turntide.web.intake.services.reading import read_now
from turntide.web.mail.kinds import LetterKind, tell
from turntide.web.mail.models import Message, PostingRules
from turntide.web.mail.models import Wording as MailWording
from turntide.web.organisations.models import Contact, Identifier, Organisation, OtherName
from turntide.web.organisations.services.describing import retire
from turntide.web.organisations.services.merging import tell_apart
from turntide.web.periods.services.freezing import freeze
from turntide.web.periods.store.taking import Span, take
from turntide.web.plans.services.adopting import adopt_plan
from turntide.web.plans.services.commenting import add_comment
from turntide.web.publishing.services.describing import (
    SiteWords,
    describe_plan,
    describe_site,
    put_in_plain_words,
)
from turntide.web.publishing.services.publishing import publish
from turntide.web.reporting.models import Printing, Report
from turntide.web.reporting.services.beginning import begin_board_paper
from turntide.web.reporting.services.drafting import begin_paper, write_words
from turntide.web.reporting.services.freezing import freeze_paper
from turntide.web.reporting.services.letterheads import keep_letterhead
from turntide.web.reporting.services.printing import make_file
from turntide.web.reporting.services.remarking import remark_on
from turntide.web.reporting.store.states import Chosen
from turntide.web.reporting.store.telling import told_of
from turntide.web.stories.rules.telling import Told
from turntide.web.stories.services.picturing import add_picture
from turntide.web.stories.services.telling import write_story

EXAMPLES = Path(__file__).parents[3] / "examples"
PASSWORD = "tidal marmalade lantern oak"
A_LETTER = LetterKind(
    name="furnished",
    label="A letter of the tests",
    purpose="Stands in addresses.",
    fields={"name": ("Their name", "Ada Alder")},
    subject="Dear {{ name }}",
    body="Dear {{ name }}",
    compose=lambda message: None,
    may_be_stopped=True,
)


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
    """A place, its people by role, and the value of each variable by the fixed part of the address before it.

    ``of_routes``: the values of routes that are about another thing than their neighbours are.
    """

    place: Place
    people: Mapping[Role, Person]
    values: Mapping[str, Any]
    of_routes: Mapping[str, Mapping[str, Any]]
    invitation_key: str

    def values_for(self, route: Route) -> dict[str, Any]:
        """What makes the route an address of this place. Raises KeyError for a thing that is not furnished."""
        own = self.of_routes.get(route.name, {})
        usual = {name: self.values[segment] for segment, name in route.variables if name not in own}
        return {"place": self.place.slug, **usual, **own}


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
        **_asking_values(place, said, by),
        **_letter_values(place, said),
        **_group_values(place, said, by),
        **_story_values(place, said, people[Role.EDITOR], by),
        **_round_values(place, said, by),
        **_paper_values(place, said, people[Role.EDITOR], by),
        **_program_values(place, said, by),
        **_public_values(place, said, by),
        "people": people[Role.CONTRIBUTOR].pk,
        "invitations": asked.invitation.pk,
        "restore": token_of(place, change),
        "export": "csv",
        "edit": "text",
        "versions": 1,
    }
    return FurnishedPlace(place, people, values, _frozen_paper(place, by), asked.link)


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
        "decisions": record_decision(
            plan=plan, action=action, text=said("Go on."), on=date(2026, 10, 5), group=None, by=by
        ).pk,
        "comments": add_comment(action=action, text=said("Is this on its way?"), by=by).pk,
        "originals": original.pk,
        "organisations": body.pk,
        "suggestions": tell_apart(one=body, other=other, by=by).pk,
        "edits": edit.pk,
        "contacts": _contact(body, said).pk,
    }


def _story_values(place: Place, said: Wording, person: Person, by: By) -> dict[str, Any]:
    told = Told(
        title=said("A walk to school"),
        situation=said("Few walked."),
        did=said("A walking bus."),
        changed=said("Many walk."),
        words=said("I like it."),
        whose=said("A pupil"),
        groups=(said("Children"),),
        agreed_on=date(2026, 10, 5),
        agreed_how=said("On a form"),
        ready=True,
        actions=(place.plans.all()[0].actions.all()[0].pk,),
    )
    story = write_story(place=place, told=told, by=by)
    picture = add_picture(
        story=story,
        name=said("bus.png"),
        body=PIXEL,
        seen=said("A gate"),
        person=person,
        by=by,
    )
    return {"stories": story.pk, "pictures": picture.pk}


def _asking_values(place: Place, said: Wording, by: By) -> dict[str, Any]:
    """Two actions for which somebody is named and asked; of a third they said that it is not theirs."""
    body = place.organisations.standing()[1]
    person = Contact.objects.create(
        organisation=body, name=said("Mina"), role=said("Ranger"), email="m@b.example"
    )
    actions = list(place.plans.all()[0].actions.standing()[1:4])
    named = name_answerer(actions=actions, contact=person, by=by)
    rows = list(Responsibility.objects.filter(contact=person))
    asked = ask_whose(responsibilities=rows, by=by)
    decline(responsibility=rows[0], reason=said("The parks team does this."))
    return {"named": named.act, "asked": asked.act}


def _round_values(place: Place, said: Wording, by: By) -> dict[str, Any]:
    """A round that is open, in which somebody answered and asks for help."""
    round_ = Round.objects.create(
        place=place,
        title=said("October to December"),
        starts=date(2026, 10, 1),
        ends=date(2026, 12, 31),
        due_on=date(2027, 1, 15),
        note=said("Thank you."),
    )
    open_round(round_=round_, saw=1, by=by)
    asked = round_.requests.all()[0]
    words = Said(lifecycle="delivering", done=said("Half is done."), ask=said("A crossing."))
    person = asked.recipient.contact
    update = hand_in(request=asked, said=words, saw=NOTHING_SEEN, author=Author.from_link(person))
    send_back(update=update, comment=said("Which half?"), by=by)
    return {
        "rounds": round_.pk,
        "requests": asked.pk,
        "recipients": asked.recipient_id,
        "requests-of": asked.recipient_id,
    }


def _public_values(place: Place, said: Wording, by: By) -> dict[str, Any]:
    """A plan that is shown, published from a frozen period; the page itself is closed."""
    plan = place.plans.all()[0]
    action = plan.actions.standing()[0]
    words = SiteWords(summary=said("What we do."), contact="us@body.example", accessibility=said("Ask us."))
    describe_site(place=place, words=words, saw=0, by=by)
    describe_plan(plan=plan, shown=True, summary=said("We walk."), saw=0, by=by)
    put_in_plain_words(plan=plan, words={action.pk: said("Walk more")}, by=by)
    frozen = freeze(place=place, record=take(place, Span(date(2026, 10, 1), date(2026, 12, 31))), by=by)
    made = publish(place=place, frozen=frozen, by=by)
    return {"publications": made.pk, "preview": frozen.pk, "pages": f"actions/{action.pk}/"}


def _paper_values(place: Place, said: Wording, person: Person, by: By) -> dict[str, Any]:
    """A draft of the board's paper that somebody commented on and asked for as a file; and a letterhead."""
    report, _begun = begin_board_paper(place=place, today=date(2027, 1, 20), by=by)
    report = write_words(report=report, part="asks", text=said("Please decide."), saw=report.version, by=by)
    letterhead = keep_letterhead(
        place=place,
        name=said("Our paper"),
        file=said("ours.docx"),
        body=letterhead_file(),
        person=person,
        by=by,
    )
    return {
        "papers": report.pk,
        "new": Report.Kind.BOARD,
        "words": "asks",
        "remarks": remark_on(report=report, part="asks", text=said("Is this so?"), by=by).pk,
        "files": make_file(report=report, format_=Printing.Format.WORD, by=by).pk,
        "letterheads": letterhead.pk,
    }


def _frozen_paper(place: Place, by: By) -> dict[str, dict[str, Any]]:
    """A paper that everybody in the place may read: what only looks at papers is about it."""
    chosen = Chosen(title="Autumn", starts=date(2026, 7, 1), ends=date(2026, 9, 30))
    report = begin_paper(place=place, kind=Report.Kind.RATES, chosen=chosen, by=by)
    frozen = freeze_paper(report=report, saw=told_of(report).fingerprint, by=by)
    file = frozen.printings.all()[0]
    return {"paper": {"id": frozen.pk}, "printing": {"id": file.pk}, "printing_save": {"id": file.pk}}


def _program_values(place: Place, said: Wording, by: By) -> dict[str, Any]:
    """A program that may read, and an address that is told what happens."""
    token = make_token(place=place, name=said("The dashboard"), scopes=[Scope.READ], by=by).token
    hook = begin_webhook(
        place=place, url="https://93.184.215.14/told", events=[Webhook.Event.PUBLISHED], by=by
    )
    return {"keys": token.pk, "webhooks": hook.webhook.pk}


def letterhead_file() -> bytes:
    """A Word file with nothing in it."""
    written = BytesIO()
    Document().save(written)
    return written.getvalue()


def _group_values(place: Place, said: Wording, by: By) -> dict[str, Any]:
    """A board with somebody on it that looks after a plan; and the plan has its own words."""
    plan = place.plans.all()[0]
    described = Described(name=said("The board"), kind=Group.Kind.BOARD, purpose=said("Watches over it."))
    group = begin_group(place=place, described=described, by=by)
    member = Contact.objects.filter(organisation__place=place)[0]
    seat_member(group=group, contact=member, chair=True, by=by)
    set_remit(group=group, plan=plan, looked=Looked(whole=True), saw=2, by=by)
    words = {("lifecycle", "delivering"): TermWording(said("Under way")[:100], said("Work has begun."))}
    reword(plan=plan, terms=words, saw=OURS, by=by)
    return {"groups": group.pk, "members": member.pk}


def _letter_values(place: Place, said: Wording) -> dict[str, Any]:
    tell(A_LETTER)
    kind = A_LETTER.name
    message = Message.objects.create(
        place=place,
        kind=kind,
        reason="a reason",
        to_email="ray@body.example",
        to_name=said("Ray"),
        due_at=timezone.now(),
        state=Message.State.RETURNED,
        fault=said("Nobody is there."),
        subject=said("A letter"),
        text=said("Dear Ray"),
    )
    wording = MailWording.objects.create(
        place=place, kind=kind, subject=said("A letter"), body=said("Dear Ray")
    )
    PostingRules.objects.create(place=place, signature=said("The team"))
    return {"letters": message.pk, "wordings": kind, "again": wording.pk}


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
    match = intake.matches.create(old="one", new="another", same=True)
    return {
        "bring-in": intake.pk,
        "mends": mended.position,
        "matches": match.pk,
        "documents": edition.pk,
    }


def _read(place: Place, said: Wording, person: Person, by: By) -> Intake:
    arriving = [Arriving(*said.upload)]
    return read_now(bring_in(place=place, files=arriving, choice=ASK_LATER, person=person, by=by)[0])
