"""What the list of letters is narrowed to."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from turntide.web.mail.kinds import Words, all_kinds
from turntide.web.mail.models import Message
from turntide.web.mail.store.listing import Filters


def _kinds() -> list[tuple[str, Words]]:
    """All there are by now: apps tell theirs when the site starts."""
    return [("", _("All")), *((kind.name, kind.label) for kind in all_kinds())]


class FilterForm(forms.Form):
    """By whom it is for, what became of it, and what it is."""

    says_optional = False
    words = forms.CharField(label=_("E-mail address or part of it"), required=False, max_length=254)
    state = forms.ChoiceField(
        label=_("What became of it"), required=False, choices=[("", _("All")), *Message.State.choices]
    )
    kind = forms.ChoiceField(label=_("Letter"), required=False, choices=_kinds)

    @property
    def filters(self) -> Filters:
        """What was asked for; what there is not to choose does not narrow."""
        self.is_valid()
        return Filters(**{name: self.cleaned_data.get(name, "") for name in ("words", "state", "kind")})
