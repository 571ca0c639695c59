"""What is told of naming and asking."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.delivery.services.asking_whose import Asking
from turntide.web.delivery.services.naming import Named
from turntide.web.organisations.models import Contact

_FEW = 3


def told_named(contact: Contact, named: Named) -> str:
    """Who answers for how many actions now, instead of whom, and what went along."""
    words = ngettext(
        "%(name)s answers for %(n)d action.", "%(name)s answers for %(n)d actions.", named.actions
    )
    told = [words % {"name": contact.name, "n": named.actions}]
    if named.replaced:
        told.append(_("Until now: %(names)s.") % {"names": _names(named.replaced)})
    if named.moved:
        words = ngettext("%(n)d open request went to them.", "%(n)d open requests went to them.", named.moved)
        told.append(words % {"n": named.moved})
    if not contact.email:
        told.append(_("They have no e-mail address, so they cannot be asked."))
    return " ".join(told)


def told_taken_away(named: Named) -> str:
    """From whom how much was taken away."""
    words = ngettext(
        "No one answers for %(n)d action any more; until now: %(names)s.",
        "No one answers for %(n)d actions any more; until now: %(names)s.",
        named.actions,
    )
    return words % {"n": named.actions, "names": _names(named.replaced)}


def told_asked(asking: Asking) -> str:
    """How many people are asked for how many actions, and who cannot be."""
    people = ngettext("%(n)d person is asked", "%(n)d people are asked", asking.people)
    actions = ngettext("about %(n)d action", "about %(n)d actions", asking.actions)
    letters = _("Letters go out in five minutes.")
    told = [f"{people % {'n': asking.people}} {actions % {'n': asking.actions}}.", letters]
    return " ".join([*(told if asking.people else ()), told_unreachable(asking)]).strip()


def told_unreachable(asking: Asking) -> str:
    """Who has no address; empty where everybody has one."""
    if not asking.unreachable:
        return ""
    return _("Without e-mail address: %(names)s.") % {"names": _names(asking.unreachable)}


def _names(people: tuple[Contact, ...]) -> str:
    names = ", ".join(contact.name for contact in people[:_FEW])
    more = len(people) - _FEW
    return names if more <= 0 else _("%(names)s and %(n)d more") % {"names": names, "n": more}
