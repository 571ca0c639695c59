"""The letter that a colleague gets to whom an action was passed on."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy

from turntide.web.delivery.models import Link, Recipient, Request
from turntide.web.delivery.services.forwarding import LETTER
from turntide.web.delivery.services.linking import address_of, links_for
from turntide.web.delivery.services.opening import answer_link
from turntide.web.design.days import day
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import Contents
from turntide.web.mail.models import Message


def _compose(message: Message) -> Contents | None:
    """What waits for the colleague now; None where it was taken back or answered meanwhile."""
    asked = _request(message)
    if asked is None or not asked.round.is_open or asked.passed_by is None:
        return None
    return Contents(
        {
            "name": asked.recipient.contact.name,
            "colleague": asked.passed_by.name,
            "action": " ".join(str(asked.action).split()),
            "plan": asked.action.plan.title,
            "round": asked.round.title,
            "due": day(asked.round.due_on),
            "place": asked.round.place.name,
            "link": _link_of(asked.recipient),
        },
        secret=frozenset({"link"}),
    )


def _request(message: Message) -> Request | None:
    waiting = Request.objects.outstanding().filter(
        pk=message.about.get("request"),
        recipient=message.about.get("recipient"),
        recipient__contact__left_at=None,
    )
    related = ("recipient__round__place", "recipient__contact", "round__place", "action__plan", "passed_by")
    return waiting.select_related(*related).first()


def _link_of(recipient: Recipient) -> str:
    link = recipient.links.filter(purpose=Link.Purpose.ANSWER).good_at(timezone.now()).first()
    if link is None:
        (link,) = links_for([answer_link(recipient)])
    return address_of(link)


def _returned(message: Message) -> None:
    Recipient.objects.filter(pk=message.about.get("recipient")).update(returned_at=timezone.now())


_FIELDS = {
    "name": (gettext_lazy("The colleague's name"), "Mina Farrow"),
    "colleague": (gettext_lazy("Who passed it on"), "Ray Okoro"),
    "action": (gettext_lazy("The action"), "1.2 Open the riverside path"),
    "plan": (gettext_lazy("The plan"), "Tarrow on the move"),
    "round": (gettext_lazy("The round"), "October to December 2026"),
    "due": (gettext_lazy("The day by which an answer is wanted"), "15 January 2027"),
    "place": (gettext_lazy("The place"), "Tarrow"),
    "link": (gettext_lazy("The colleague's own link"), "https://turntide.example/answer/…"),
}
_SUBJECT = gettext_lazy("{{ colleague }} asks you how an action is going: {{ round }}")
_BODY = gettext_lazy(
    """Dear {{ name }},

{{ colleague }} was asked how this action is going, and says that you know best:

* {{ action }}

It is part of {{ plan }}. Please say how it stands by {{ due }}. It takes about a minute.

There is no account and no password. Your own page opens here:

{{ link }}

If it is not for you, you can say so there.

{{ place }}"""
)

KINDS = (
    LetterKind(
        name=LETTER,
        label=gettext_lazy("Passed on by a colleague"),
        purpose=gettext_lazy("Asks somebody for an update of the action that a colleague passed on to them."),
        fields=_FIELDS,
        subject=_SUBJECT,
        body=_BODY,
        compose=_compose,
        returned=_returned,
    ),
)
