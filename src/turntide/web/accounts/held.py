"""What accounts hold about a person (`holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Invitation, Membership, Person, Place
from turntide.web.accounts.services.roles import take_role
from turntide.web.accounts.striking import strike
from turntide.web.audit.by import By
from turntide.web.audit.models import Entry
from turntide.web.design.days import moment


class AccountsHold:
    """Accounts, memberships, invitations and who did what."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """The name of a member's account."""
        found = Person.objects.filter(email__iexact=email, memberships__place=place)
        return list(found.values_list("name", flat=True))

    def held(self, subject: Subject) -> Sequence[Held]:
        """The account, if it belongs to the place, its invitations and its acts there."""
        member = self._member(subject)
        return (
            Held(_("Account"), [_account(member)] if member else []),
            Held(_("Invitations"), [_invitation(each) for each in self._invitations(subject)]),
            Held(_("What they did here"), [_act(each) for each in self._acts(member, subject)]),
        )

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """Take the membership; an account that belongs to no other place goes altogether."""
        self._invitations(subject).delete()
        # The audit names people by ids alone, but may tell what a body was called, and a body may be a person.
        strike(Entry.objects.filter(place_id=subject.place.pk), ("detail",), subject)
        member = self._member(subject)
        if member is None:
            return ()
        person = member.person
        take_role(place=subject.place, person=person, by=by)
        if person.memberships.exists():
            return (_("The person also belongs to another place here, which must erase them itself."),)
        person.delete()
        return ()

    def _member(self, subject: Subject) -> Membership | None:
        found = Membership.objects.filter(place=subject.place, person__email__iexact=subject.email)
        return found.select_related("person").first()

    def _invitations(self, subject: Subject) -> QuerySet[Invitation]:
        return Invitation.objects.filter(place=subject.place, email__iexact=subject.email)

    def _acts(self, member: Membership | None, subject: Subject) -> Sequence[Entry] | QuerySet[Entry]:
        if member is None:
            return ()
        return Entry.objects.filter(place_id=subject.place.pk, person_id=member.person_id)


def _account(member: Membership) -> dict[str, str]:
    person = member.person
    return {
        _("name"): person.name,
        _("address"): person.email,
        _("role"): str(member.as_role.label),
        _("since"): moment(member.since),
        _("last signed in"): moment(person.last_login),
    }


def _invitation(asked: Invitation) -> dict[str, str]:
    return {_("address"): asked.email, _("asked"): moment(asked.invited_at)}


def _act(entry: Entry) -> dict[str, str]:
    says_of_what = entry.about_kind in entry.verb.split()
    return {
        _("when"): moment(entry.at),
        _("what"): entry.verb if says_of_what else f"{entry.verb} ({entry.about_kind})",
    }
