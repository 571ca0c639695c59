"""The bodies around one, as they are known now."""

from __future__ import annotations

from collections.abc import Sequence

from turntide.web.organisations.models import Contact, Organisation


def merged_into(body: Organisation) -> list[Organisation]:
    """The bodies that are known as this one."""
    return list(Organisation.objects.filter(merged_into=body).order_by("key"))


def contacts_of(body: Organisation) -> list[Contact]:
    """Whom to write to, under every name the body has had."""
    contacts = Contact.objects.filter(organisation__in=Organisation.objects.one_with(body.pk))
    return list(contacts.order_by("name", "pk"))


def leading_to(body: Organisation, link: str) -> Sequence[Organisation]:
    """The bodies whose parent or successor is this one or was merged into it."""
    ones = Organisation.objects.one_with(body.pk)
    held = Organisation.objects.listed().exclude(pk=body.pk)
    return list(held.filter(**{f"{link}__in": ones}).filter(retired_at=None))


def led_to(body: Organisation, linked: Organisation | None) -> Organisation | None:
    """The body that a link means now; none where merging made it lead to itself."""
    known = linked.known_as if linked else None
    return None if known is None or known.pk == body.pk else known
