"""How a place posts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from turntide.web.mail.models import PostingRules


class PostingForm(forms.Form):
    """At most so many a day, where answers go, and how letters end."""

    most_a_day = forms.IntegerField(
        label=_("Letters that one person gets a day, at most"),
        min_value=1,
        max_value=50,
        help_text=_("Further ones wait until nine o'clock the next morning."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )
    reply_to = forms.EmailField(
        label=_("Where answers by e-mail go"),
        required=False,
        max_length=254,
        help_text=_(
            "For example, the address of your team. Without it, answers go to the sender of the site."
        ),
    )
    signature = forms.CharField(
        label=_("How every letter ends"),
        required=False,
        max_length=1000,
        help_text=_("For example, the name and telephone number of your team."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, once it is valid."""
        return {name: self.cleaned_data[name] for name in ("most_a_day", "reply_to", "signature")}


def rules_now(rules: PostingRules) -> dict[str, Any]:
    """The rules as they stand in the boxes of the form."""
    return {"most_a_day": rules.most_a_day, "reply_to": rules.reply_to, "signature": rules.signature}
