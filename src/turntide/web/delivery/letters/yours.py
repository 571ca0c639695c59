"""The letter that asks whether actions are the person's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from turntide.web.delivery.models import Link, Responsibility
from turntide.web.delivery.services.linking import address_of
from turntide.web.delivery.store.asked_of import asked_of, asker_of, in_full, waiting
from turntide.web.design.days import day
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import Contents
from turntide.web.mail.models import Message

_MOST = 10
"""Actions named in the letter; the page has all."""


def compose(message: Message) -> Contents | None:
    """What the letter says now: all that is asked of the person and not answered; None where nothing is."""
    link = _link(message)
    if link is None or link.contact is None:
        return None
    rows = list(in_full(waiting(asked_of(link.contact))))
    if not rows:
        return None
    return Contents(_values(link, rows), secret=frozenset({"link"}))


def _link(message: Message) -> Link | None:
    """The letter's link, where it opens and the address still is the person's."""
    links = Link.objects.good_at(timezone.now()).filter(pk=message.about.get("link"), contact__left_at=None)
    link = links.select_related("contact__organisation", "place").first()
    if link is None or link.contact is None:
        return None
    return link if link.contact.email.strip().lower() == message.to_email else None


def _values(link: Link, rows: Sequence[Responsibility]) -> Mapping[str, str]:
    assert link.contact is not None and link.expires_at is not None
    return {
        "name": link.contact.name,
        "place": link.place.name,
        "asker": ", ".join(dict.fromkeys(asker_of(row) for row in rows)),
        "how_many": ngettext("%(n)d action", "%(n)d actions", len(rows)) % {"n": len(rows)},
        "actions": "\n".join(_listed(rows)),
        "link": address_of(link),
        "until": day(timezone.localdate(link.expires_at)),
    }


def _listed(rows: Sequence[Responsibility]) -> Sequence[str]:
    lines = [f"* {_one_line(row.action.plan.title)}: {_one_line(row.action.text)}" for row in rows[:_MOST]]
    more = len(rows) - _MOST
    if more > 0:
        lines.append("* " + ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more})
    return lines


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 200 else f"{line[:200].rstrip()}…"


_FIELDS: dict[str, tuple[str | Promise, Any]] = {
    "name": (_("The person’s name"), "Ray Okoro"),
    "place": (_("The place or partnership"), "Tarrow"),
    "asker": (_("Who asks"), "Mina Farrow"),
    "how_many": (_("How many actions"), _("2 actions")),
    "actions": (
        _("The actions, each with its plan"),
        "* Tarrow active plan: Open the riverside path\n* Tarrow active plan: Train ten walk leaders",
    ),
    "link": (_("The person’s own link"), "https://turntide.example/yours/…"),
    "until": (_("The day the link ends"), "22 December 2026"),
}

YOURS = LetterKind(
    name="yours",
    label=_("Is this yours?"),
    purpose=_("Asks somebody who is named for actions whether they are theirs."),
    fields=_FIELDS,
    subject=_("{{ place }}: {{ how_many }} – is this yours?"),
    body=_(
        "Dear {{ name }},\n\n"
        "{{ asker }} would like to know whether you are the one who answers for this in {{ place }}:\n\n"
        "{{ actions }}\n\n"
        "Please say yes, pass it on to a colleague, or say no, here. It takes a minute and needs no account:\n\n"
        "{{ link }}\n\n"
        "The link is yours alone and works until {{ until }}. You can change your answer there.\n\n"
        "If you say yes, you will be asked now and then how it is going, by e-mail, in the same way."
    ),
    compose=compose,
)
KINDS = (YOURS,)
