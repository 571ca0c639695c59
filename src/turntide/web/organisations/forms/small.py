"""The register's smaller forms: filters, merging, contacts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.organisations.forms.choosing import NAMES_LIST, BodyField
from turntide.web.organisations.models import Contact, Kind, Organisation
from turntide.web.organisations.services.contacts import Reached
from turntide.web.organisations.store.listing import ONLY, Filters


class FilterForm(forms.Form):
    """What the register is narrowed to."""

    says_optional = False
    words = forms.CharField(label=gettext_lazy("Name"), required=False, max_length=300)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), required=False, choices=[("", gettext_lazy("Every kind")), *Kind.choices]
    )
    only = forms.ChoiceField(
        label=gettext_lazy("Only those that are"),
        required=False,
        choices=[("", gettext_lazy("All")), *ONLY.items()],
    )

    @property
    def filters(self) -> Filters:
        """What was asked for; what there is not to choose does not narrow."""
        self.is_valid()
        return Filters(**{name: self.cleaned_data.get(name, "") for name in ("words", "kind", "only")})


class MergeForm(forms.Form):
    """The other body, and which of the two names stays."""

    THIS, OTHER = "this", "other"
    names_list = NAMES_LIST
    other = BodyField(
        label=gettext_lazy("The other organisation"),
        help_text=gettext_lazy(
            "Type its name. All its actions and names will show here too; you can undo that."
        ),
    )
    keep = forms.ChoiceField(
        label=gettext_lazy("Keep the name and details of"),
        initial=THIS,
        widget=forms.RadioSelect,
        choices=((THIS, ""), (OTHER, gettext_lazy("the other organisation"))),
    )

    def __init__(self, data: Any = None, *, place: Place, body: Organisation, **options: Any) -> None:
        super().__init__(data, **options)
        other, keep = self.fields["other"], self.fields["keep"]
        assert isinstance(other, BodyField) and isinstance(keep, forms.ChoiceField)
        other.place, self.body = place, body
        keep.choices = ((self.THIS, body.name), (self.OTHER, _("the other organisation")))

    def clean_other(self) -> Organisation:
        """Raises ValidationError: it is this very one."""
        other: Organisation = self.cleaned_data["other"]
        if other.pk == self.body.pk:
            raise ValidationError(_("That is a name of this organisation already. Choose another one."))
        return other

    @property
    def kept_and_merged(self) -> tuple[Organisation, Organisation]:
        """The one that stays and the one that is known as it."""
        pair = (self.body, self.cleaned_data["other"])
        return pair if self.cleaned_data["keep"] == self.THIS else (pair[1], pair[0])


class ContactForm(forms.Form):
    """Somebody to write to. ``version`` is that of the body that the writer saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    role = forms.CharField(
        label=gettext_lazy("Role"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("For example, lead officer or sponsor."),
    )
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False, max_length=254)
    phone = forms.CharField(
        label=gettext_lazy("Telephone"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "tel", "class": "govuk-input--width-20"}),
    )

    @property
    def reached(self) -> Reached:
        """What was typed, once it is valid."""
        return Reached(**{name: self.cleaned_data[name] for name in ("name", "role", "email", "phone")})


def contact_now(contact: Contact) -> dict[str, Any]:
    """A contact as it stands in the boxes of the form."""
    now = {name: getattr(contact, name) for name in ("name", "role", "email", "phone")}
    return now | {"version": contact.organisation.version}


class AnswerForm(forms.Form):
    """The answer to whether two bodies are one."""

    KEEP_ONE, KEEP_OTHER, DIFFERENT = "keep-one", "keep-other", "different"
    one = forms.UUIDField()
    other = forms.UUIDField()
    answer = forms.ChoiceField(choices=((each, each) for each in (KEEP_ONE, KEEP_OTHER, DIFFERENT)))
