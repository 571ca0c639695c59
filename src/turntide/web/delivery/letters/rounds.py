"""The letters of a round: the one that asks, the one that reminds, and the digest for whoever opened it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from turntide.web.delivery.letters import digest
from turntide.web.delivery.letters import rounds_wording as wording
from turntide.web.delivery.models import Link, Recipient, Request, Round
from turntide.web.delivery.rules.period_words import words_of
from turntide.web.delivery.services.linking import address_of, links_for
from turntide.web.delivery.services.opening import answer_link
from turntide.web.delivery.services.sheets import sheet_for
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import Contents
from turntide.web.mail.models import Message
from turntide.web.plans.models import Action

MOST_LISTED = 25
"""Actions that a letter lists; beyond these it says how many more there are."""
_SECRET = frozenset({"link"})


def values_of(
    round_: Round, officer: str, name: str, actions: Iterable[Action], link: str = ""
) -> dict[str, str]:
    """What the letters that ask and remind say to somebody of these actions."""
    return {
        "name": name,
        "place": round_.place.name,
        "round": round_.title,
        "period": words_of(round_.starts, round_.ends),
        "due": date_format(round_.due_on, "l j F Y"),
        "actions": _list(tuple(actions)),
        "note": round_.note.strip(),
        "officer": officer,
        "link": link,
    }


def _compose_request(message: Message) -> Contents | None:
    """All that is asked of a person now; None where it was answered, taken back or closed meanwhile."""
    recipient = _recipient(message)
    waiting = _waiting(recipient) if recipient else ()
    if recipient is None or not waiting:
        return None
    return Contents(_values(recipient, waiting), _SECRET, (sheet_for(recipient),))


def _compose_reminder(message: Message) -> Contents | None:
    """What still waits; None where nothing does, or a later reminder was made before this one went out."""
    recipient = _recipient(message)
    if recipient is None or recipient.returned_at or recipient.reminded != message.about.get("number"):
        return None
    waiting = _waiting(recipient)
    if not waiting:
        return None
    values = _values(recipient, waiting)
    return Contents(values | {"when": _when(recipient.round, values["due"])}, _SECRET)


def _values(recipient: Recipient, waiting: tuple[Request, ...]) -> dict[str, str]:
    round_, actions = recipient.round, (request.action for request in waiting)
    officer = round_.opened_by.name if round_.opened_by else round_.place.name
    return values_of(round_, officer, recipient.contact.name, actions, _own_page(recipient))


def _recipient(message: Message) -> Recipient | None:
    """Whom the letter is for, where it may still go to them."""
    reached = Recipient.objects.filter(wrong_at=None, stopped_at=None, contact__left_at=None)
    related = reached.select_related("round__place", "round__opened_by", "contact")
    recipient = related.filter(pk=message.about.get("recipient")).first()
    return recipient if recipient is not None and recipient.round.is_open else None


def _waiting(recipient: Recipient) -> tuple[Request, ...]:
    return tuple(recipient.requests.outstanding().select_related("action__plan"))


def _own_page(recipient: Recipient) -> str:
    """The address of the person's own page."""
    link = recipient.links.filter(purpose=Link.Purpose.ANSWER).good_at(timezone.now()).first()
    if link is None:
        (link,) = links_for([answer_link(recipient)])
    return address_of(link)


def _list(actions: tuple[Action, ...]) -> str:
    """A line an action, with its plan where there are several."""
    several = len({action.plan_id for action in actions}) > 1
    lines = [_line(action, several=several) for action in actions[:MOST_LISTED]]
    if more := len(actions) - len(lines):
        told = ngettext(
            "* and %(more)d more, which is on your page", "* and %(more)d more, which are on your page", more
        )
        lines.append(told % {"more": more})
    return "\n".join(lines)


def _line(action: Action, *, several: bool) -> str:
    words = " ".join(str(action).split())
    return f"* {words} ({action.plan.title})" if several else f"* {words}"


def _when(round_: Round, due: str) -> str:
    late = round_.is_late(timezone.localdate())
    return _("was due on %(day)s") % {"day": due} if late else _("is due on %(day)s") % {"day": due}


def _returned(message: Message) -> None:
    Recipient.objects.filter(pk=message.about.get("recipient")).update(returned_at=timezone.now())


def _away(message: Message, until: date | None) -> None:
    """Whoever is away is not reminded until they are back; where no day is named, nothing is known of that."""
    if until is not None:
        Recipient.objects.filter(pk=message.about.get("recipient")).update(away_until=until)


REQUEST = LetterKind(
    name="request",
    label=gettext_lazy("A round asks for updates"),
    purpose=gettext_lazy(
        "To everybody who answers for an action, when a round is opened: one letter for all."
    ),
    fields=wording.FIELDS,
    subject=wording.REQUEST_SUBJECT,
    body=wording.REQUEST,
    compose=_compose_request,
    returned=_returned,
    away=_away,
)
REMINDER = LetterKind(
    name="reminder",
    label=gettext_lazy("A reminder"),
    purpose=gettext_lazy("To whoever has not answered: twice before the due day, up to four times after it."),
    fields=wording.FIELDS | wording.REMINDER_FIELDS,
    subject=wording.REMINDER_SUBJECT,
    body=wording.REMINDER,
    compose=_compose_reminder,
    returned=_returned,
    away=_away,
)

KINDS = (REQUEST, REMINDER, digest.KIND)
