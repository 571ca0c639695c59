"""What the register holds about a person (`accounts.holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.accounts.striking import naming, strike
from turntide.web.audit.by import By
from turntide.web.organisations.models import Contact, Edit, Organisation, OtherName
from turntide.web.organisations.services.contacts import forget_contact


class RegisterHolds:
    """Contacts, and persons named as owners in plans."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """The names of contacts with this address."""
        return list(_contacts(place, email).values_list("name", flat=True))

    def held(self, subject: Subject) -> Sequence[Held]:
        """Every contact with the address, and every body that bears the name."""
        named = naming(Organisation.objects.filter(place=subject.place), ("name", "about"), subject)
        return (
            Held(_("Contacts"), [_contact(each) for each in _contacts(subject.place, subject.email)]),
            Held(_("In the register"), [{_("name"): each.name, _("about"): each.about} for each in named]),
        )

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """Contacts go, or stay without name where something hangs on them; the name goes from bodies and history."""
        for contact in _contacts(subject.place, subject.email):
            forget_contact(contact=contact, by=by)
        bodies = Organisation.objects.filter(place=subject.place)
        for body in strike(bodies, ("name", "about"), subject):
            # A body's key is unique in a place, and the name it was made from is gone.
            Organisation.objects.filter(pk=body.pk).update(key=f"removed {body.pk}")
        others = naming(OtherName.objects.filter(place=subject.place), ("name",), subject)
        OtherName.objects.filter(pk__in=[each.pk for each in others]).delete()
        strike(Edit.objects.filter(place=subject.place), ("before", "after"), subject)
        return ()


def _contacts(place: Place, email: str) -> QuerySet[Contact]:
    found = Contact.objects.filter(organisation__place=place, email__iexact=email)
    return found.select_related("organisation")


def _contact(contact: Contact) -> dict[str, str]:
    return {
        _("name"): contact.name,
        _("role"): contact.role,
        _("address"): contact.email,
        _("telephone"): contact.phone,
        _("organisation"): contact.organisation.name,
    }
