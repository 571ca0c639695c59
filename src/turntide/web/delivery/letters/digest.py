"""The letter that tells whoever opened a round what happened in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from turntide.web.delivery.letters import rounds_wording as wording
from turntide.web.delivery.models import Recipient, Round
from turntide.web.delivery.store.happenings import Happened, happened
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import Contents
from turntide.web.mail.models import Message
from turntide.web.plans.models import Action


def _compose(message: Message) -> Contents | None:
    """What happened between two mornings; None where the round is gone, or all of it was undone."""
    opened = Round.objects.exclude(opened_at=None).select_related("place", "opened_by")
    round_ = opened.filter(pk=message.about.get("round")).first()
    if round_ is None or round_.opened_by is None:
        return None
    since, until = (datetime.fromisoformat(message.about[name]) for name in ("since", "until"))
    found = happened(round_, since, until)
    return Contents(_values(round_, found)) if found else None


def _values(round_: Round, found: Happened) -> dict[str, str]:
    assert round_.opened_by is not None
    return {
        "name": round_.opened_by.name,
        "place": round_.place.name,
        "round": round_.title,
        "happened": "\n\n".join(_sections(found)),
        "left": _left(round_),
        "due": date_format(round_.due_on, "l j F Y"),
        "link": settings.ADDRESS.origin + round_.get_absolute_url(),
    }


def _sections(found: Happened) -> Iterator[str]:
    """What an officer acts on first, then what went well."""
    if found.late:
        late = ngettext("%(late)d action is late now.", "%(late)d actions are late now.", found.late)
        yield late % {"late": found.late}
    helped = (_said(each.action, each.recipient.contact.name) for each in found.asks_help)
    yield from _section(_("Asks the board for help:"), helped)
    declined = (_said(each.action, each.contact.name, each.reason) for each in found.declined)
    yield from _section(_("Declined:"), declined)
    unreached = (_unreached(each) for each in found.unreached)
    yield from _section(_("Letters do not reach:"), unreached)
    yield from _section(_("Answered:"), (_counted(name, actions) for name, actions in found.answered))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = [f"* {line}" for line in lines]
    if listed:
        yield "\n".join([title, "", *listed])


def _said(action: Action, name: str, reason: str = "") -> str:
    words = f"{' '.join(str(action).split())} ({name})"
    return f"{words}: {' '.join(reason.split())}" if reason else words


def _unreached(recipient: Recipient) -> str:
    if recipient.contact.left_at is not None:
        return _("%(name)s, who has left") % {"name": recipient.contact.name}
    return f"{recipient.contact.name} ({recipient.email})"


def _counted(name: str, actions: int) -> str:
    told = ngettext("%(name)s: %(actions)d action", "%(name)s: %(actions)d actions", actions)
    return told % {"name": name, "actions": actions}


def _left(round_: Round) -> str:
    left, asked = round_.requests.outstanding().count(), round_.requests.count()
    if not left:
        return _("Everything has been answered.")
    told = ngettext("%(left)d of %(asked)d is still open.", "%(left)d of %(asked)d are still open.", left)
    return told % {"left": left, "asked": asked}


KIND = LetterKind(
    name="digest",
    label=gettext_lazy("What happened in a round"),
    purpose=gettext_lazy("To whoever opened a round, on working mornings after something happened in it."),
    fields=wording.DIGEST_FIELDS,
    subject=wording.DIGEST_SUBJECT,
    body=wording.DIGEST,
    compose=_compose,
    may_be_stopped=True,
)
