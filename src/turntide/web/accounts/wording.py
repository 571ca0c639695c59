"""What each role may do, in words."""

from __future__ import annotations

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.roles import Role

ROLE_MEANS = {
    Role.VIEWER: gettext_lazy("read and export"),
    Role.CONTRIBUTOR: gettext_lazy("also comment"),
    Role.EDITOR: gettext_lazy("also change plans and organisations, and bring plans in"),
    Role.OWNER: gettext_lazy("also say who belongs to the place"),
}


def _in_words(role: Role) -> str:
    return _("%(role)s: may %(means)s") % {"role": role.label, "means": ROLE_MEANS[role]}


_later = lazy(_in_words, str)

ROLE_CHOICES = [(role.value, _later(role)) for role in Role]
"""The roles as a form offers them, each with what it may do."""
