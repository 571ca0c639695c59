"""What the mail app holds about a person (`accounts.holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.accounts.striking import strike
from turntide.web.audit.by import By
from turntide.web.design.days import moment
from turntide.web.mail.models import Message, Stop


class LettersHeld:
    """Letters to a person, and which they wanted no more of."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """The names they were written to by."""
        found = Message.objects.filter(place=place, to_email__iexact=email)
        return list(found.order_by().values_list("to_name", flat=True).distinct())

    def held(self, subject: Subject) -> Sequence[Held]:
        """All letters to their address."""
        letters = Message.objects.filter(place=subject.place, to_email__iexact=subject.email)
        stops = Stop.objects.filter(place=subject.place, email__iexact=subject.email)
        return (
            Held(_("Letters"), [_letter(each) for each in letters]),
            Held(_("Letters no longer wanted"), [_stop(each) for each in stops]),
        )

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """Their letters go; letters to others no longer name them."""
        mine = {"place": subject.place, "to_email__iexact": subject.email}
        Message.objects.filter(**mine).delete()
        Stop.objects.filter(place=subject.place, email__iexact=subject.email).delete()
        strike(Message.objects.filter(place=subject.place), ("subject", "text", "fault"), subject)
        return ()


def _letter(message: Message) -> dict[str, str]:
    return {
        _("when"): moment(message.sent_at or message.made_at),
        _("state"): str(message.get_state_display()),
        _("subject"): message.subject,
        _("text"): message.text,
    }


def _stop(stop: Stop) -> dict[str, str]:
    return {_("kind"): stop.kind, _("since"): moment(stop.at)}
