"""What following holds about a person (`accounts.holding`): their address, and what of the place it follows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.design.days import moment
from turntide.web.publishing.models import Follower
from turntide.web.publishing.store.following import name_of


class FollowingHolds:
    """Who asked to be told of news."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """Followers give no name."""
        return ()

    def held(self, subject: Subject) -> Sequence[Held]:
        """All that the address follows, or did."""
        rows = Follower.objects.filter(place=subject.place, email__iexact=subject.email)
        return (Held(_("Follows"), [_row(each) for each in rows.select_related("place", "plan")]),)

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """The address goes; its links open nothing."""
        Follower.objects.filter(place=subject.place, email__iexact=subject.email).delete()
        return ()


def _row(follower: Follower) -> dict[str, str]:
    return {
        _("what"): name_of(follower),
        _("asked"): moment(follower.asked_at),
        _("confirmed"): moment(follower.confirmed_at),
        _("stopped"): moment(follower.stopped_at),
    }
