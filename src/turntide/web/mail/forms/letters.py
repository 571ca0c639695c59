"""What the list of letters is narrowed to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from turntide.web.mail.kinds import all_kinds
from turntide.web.mail.models import Message
from turntide.web.mail.store.listing import Filters


class FilterForm(forms.Form):
    """By whom it is for, what became of it, and what it is."""

    says_optional = False
    words = forms.CharField(label=_("E-mail address or part of it"), required=False, max_length=254)
    state = forms.ChoiceField(
        label=_("What became of it"), required=False, choices=[("", _("All")), *Message.State.choices]
    )
    kind = forms.ChoiceField(label=_("Letter"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        kinds = [(kind.name, kind.label) for kind in all_kinds()]
        self.fields["kind"].choices = [("", _("All")), *kinds]  # type: ignore[attr-defined]

    @property
    def filters(self) -> Filters:
        """What was asked for; what there is not to choose does not narrow."""
        self.is_valid()
        return Filters(**{name: self.cleaned_data.get(name, "") for name in ("words", "state", "kind")})
