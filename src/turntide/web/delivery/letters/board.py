"""Letters that follow from what an officer does: what waits for an answer, and words that are to be published."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext_lazy

from turntide.web.delivery.models import Link, Recipient, Request, Update
from turntide.web.delivery.services.linking import address_of, links_for
from turntide.web.delivery.services.opening import LINK_LASTS, answer_link
from turntide.web.delivery.services.publishing_words import last_day, words_waiting
from turntide.web.design.days import day
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import Contents
from turntide.web.mail.models import Message


def _compose_questions(message: Message) -> Contents | None:
    """All that was asked back of a person, or sent back to them, and waits still."""
    recipient = _recipient(message)
    if recipient is None or not recipient.round.is_open:
        return None
    asked = recipient.requests.exclude(state=Request.State.APPROVED).select_related("action", "update")
    items = [words for each in asked for words in _waiting_of(each)]
    return _contents(recipient, _list(items)) if items else None


def _waiting_of(request: Request) -> Iterable[str]:
    action = " ".join(str(request.action).split())
    update = getattr(request, "update", None)
    if request.state == Request.State.SENT_BACK and update is not None:
        yield f"{action}: {_one_line(update.sent_back_with)}"
    if request.question:
        yield f"{action}: {_one_line(request.question)}"


def _compose_words(message: Message) -> Contents | None:
    """All words that wait for a person's look."""
    recipient = _recipient(message)
    if recipient is None:
        return None
    waiting = list(words_waiting(recipient).select_related("action__plan__place__arrangements"))
    if not waiting:
        return None
    items = [_proposed(update) for update in waiting]
    return _contents(recipient, _list(items), until=day(last_day(waiting[0], timezone.now())))


def _proposed(update: Update) -> str:
    action = " ".join(str(update.action).split())
    return f"{action}: “{_one_line(update.public_words)}”"


def _contents(recipient: Recipient, items: str, **more: str) -> Contents:
    values = {"name": recipient.contact.name, "round": recipient.round.title, "items": items}
    values |= {"place": recipient.round.place.name, "link": _link_of(recipient), **more}
    return Contents(values, secret=frozenset({"link"}))


def _link_of(recipient: Recipient) -> str:
    """The person's own page; where their link has expired, by a new one."""
    links = recipient.links.filter(purpose=Link.Purpose.ANSWER).good_at(timezone.now())
    link = links.first()
    if link is None:
        fresh = answer_link(recipient)
        fresh.expires_at = timezone.now() + LINK_LASTS
        (link,) = links_for([fresh])
    return address_of(link)


def _recipient(message: Message) -> Recipient | None:
    found = Recipient.objects.filter(pk=message.about.get("recipient"), contact__left_at=None)
    return found.select_related("round__place", "contact").first()


def _returned(message: Message) -> None:
    Recipient.objects.filter(pk=message.about.get("recipient")).update(returned_at=timezone.now())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"* {item}" for item in items)


_FIELDS = {
    "name": (gettext_lazy("The person's name"), "Ray Okoro"),
    "round": (gettext_lazy("The round"), "October to December 2026"),
    "place": (gettext_lazy("The place"), "Tarrow"),
    "items": (gettext_lazy("What waits, action by action"), "* Open the riverside path: which part is open?"),
    "link": (gettext_lazy("The person's own link"), "https://turntide.example/answer/…"),
}
_QUESTION_BODY = gettext_lazy(
    """Dear {{ name }},

Thank you for your update for {{ round }}. There is something we would like to ask before it goes to the board:

{{ items }}

Your own page opens here; there is no account and no password, and all you said before is still there:

{{ link }}

{{ place }}"""
)
_WORDS_BODY = gettext_lazy(
    """Dear {{ name }},

We would like to tell residents what you told us. These are the words we would publish:

{{ items }}

If they are right, or you do nothing until {{ until }}, we publish them as they stand. You can put them right here:

{{ link }}

{{ place }}"""
)

KINDS = (
    LetterKind(
        name="question",
        label=gettext_lazy("Something is asked back"),
        purpose=gettext_lazy(
            "To a partner whose update was sent back or asked about: one letter for all that waits."
        ),
        fields=_FIELDS,
        subject=gettext_lazy("A question about your update for {{ round }}"),
        body=_QUESTION_BODY,
        compose=_compose_questions,
        returned=_returned,
    ),
    LetterKind(
        name="words",
        label=gettext_lazy("Words to be published"),
        purpose=gettext_lazy("To a partner whose words are to be published, who may put them right first."),
        fields=_FIELDS | {"until": (gettext_lazy("The last day for a reply"), "30 November 2026")},
        subject=gettext_lazy("Before we publish what you told us"),
        body=_WORDS_BODY,
        compose=_compose_words,
        returned=_returned,
    ),
)
"""The letters of the officer's board."""
