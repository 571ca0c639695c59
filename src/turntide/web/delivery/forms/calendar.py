"""What the calendar is narrowed to, and what is done with a person's address for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.delivery.models import Group
from turntide.web.plans.store.choices import Choices


class SoughtForm(forms.Form):
    """A plan, an organisation and a group. What there is not to choose does not narrow."""

    says_optional = False
    plan = forms.ChoiceField(label=gettext_lazy("Plan"), required=False)
    body = forms.CharField(label=gettext_lazy("Organisation"), required=False, max_length=300)
    group = forms.ChoiceField(label=gettext_lazy("Group"), required=False)

    def __init__(self, data: Any, *, choices: Choices, groups: list[Group]) -> None:
        super().__init__(data, auto_id="sought_%s")
        if choices.bodies is not None:
            self.fields["body"] = forms.ChoiceField(label=_("Organisation"), required=False)
            self._offer("body", _("Every organisation"), choices.bodies)
        self._offer("plan", _("Every plan"), choices.plans)
        self._offer("group", _("Every group"), [(str(group.pk), group.name) for group in groups])
        if not groups:
            del self.fields["group"]

    @property
    def given(self) -> Mapping[str, str]:
        """What narrows, by field."""
        self.is_valid()
        said = {name: str(self.cleaned_data.get(name, "")).replace("\0", "").strip() for name in self.fields}
        return {name: value for name, value in said.items() if value}

    def _offer(self, name: str, every: str, pairs: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", every), *pairs]
