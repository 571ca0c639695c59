"""The forms of who answers: what the list is narrowed to, who is named, and what the person asked says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.delivery.services.saying_whose import Colleague
from turntide.web.delivery.store.answerers import STATES, Wanted, contact_called
from turntide.web.organisations.forms.choosing import BodyField
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.organisations.services.contacts import Reached
from turntide.web.plans.models import Plan
from turntide.web.plans.store.filters import UnknownFilterError
from turntide.web.plans.store.meaning import bodies_meant

CONTACTS_LIST = "names-of-contacts"
"""The id of the page's list of people."""


class FilterForm(forms.Form):
    """What the list is narrowed to; what there is not to choose does not narrow."""

    says_optional = False
    words = forms.CharField(label=gettext_lazy("Words"), required=False, max_length=300)
    plan = forms.ChoiceField(label=gettext_lazy("Plan"), required=False)
    state = forms.ChoiceField(
        label=gettext_lazy("Who answers"),
        required=False,
        choices=[("", gettext_lazy("All")), *STATES.items()],
    )
    lead = forms.CharField(
        label=gettext_lazy("Lead organisation"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"list": "names-of-organisations", "autocomplete": "off"}),
    )

    def __init__(self, data: Any, *, place: Place, plans: list[Plan]) -> None:
        super().__init__(data)
        self.place = place
        field = self.fields["plan"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("All plans")), *((str(plan.pk), plan.title) for plan in plans)]

    @property
    def given(self) -> dict[str, str]:
        """Names and values of what is asked for."""
        self.is_valid()
        return {name: value for name in self.fields if (value := self.cleaned_data.get(name, ""))}

    @property
    def wanted(self) -> Wanted:
        """What is asked for, as the store takes it."""
        given = self.given
        return Wanted(
            plan=UUID(given["plan"]) if "plan" in given else None,
            state=given.get("state", ""),
            bodies=self._bodies(given["lead"]) if "lead" in given else None,
            words=given.get("words", ""),
        )

    def _bodies(self, words: str) -> tuple[UUID, ...]:
        try:
            return tuple(pk for pk, _name in bodies_meant(self.place, words))
        except UnknownFilterError:
            return ()


class NamingForm(forms.Form):
    """Somebody of the register, or somebody new with the organisation they are at."""

    says_optional = False
    contact = forms.CharField(
        label=gettext_lazy("Somebody in the register"),
        required=False,
        max_length=600,
        help_text=gettext_lazy("Type a name or an e-mail address."),
        widget=forms.TextInput(attrs={"list": CONTACTS_LIST, "autocomplete": "off"}),
    )
    name = forms.CharField(label=gettext_lazy("Name"), required=False, max_length=200)
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        required=False,
        max_length=254,
        help_text=gettext_lazy("Without one nobody can be asked."),
    )
    role = forms.CharField(label=gettext_lazy("Role"), required=False, max_length=200)
    body = BodyField(label=gettext_lazy("Organisation"), required=False)

    def __init__(self, data: Any = None, *, place: Place, **options: Any) -> None:
        super().__init__(data, **options)
        self.place = place
        body = self.fields["body"]
        assert isinstance(body, BodyField)
        body.place = place

    @property
    def new_fields(self) -> list[forms.BoundField]:
        """Those of somebody new."""
        return [self[name] for name in ("name", "email", "role", "body")]

    @property
    def opens_new(self) -> bool:
        """Whether somebody new was being typed."""
        return self.is_bound and any(self.data.get(name) for name in ("name", "email", "role"))

    def clean_contact(self) -> Contact | None:
        """Raises ValidationError: nobody is called so, or several are."""
        typed = self.cleaned_data["contact"].strip()
        if not typed:
            return None
        found = contact_called(self.place, typed)
        if not found:
            words = _("Nobody here is called “%(name)s”. Choose somebody of the list, or add them as new.")
            raise ValidationError(words % {"name": typed})
        if len(found) > 1:
            words = _("Several people here are called “%(name)s”. Choose one of the list.")
            raise ValidationError(words % {"name": typed})
        return found[0]

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError: nobody is given, or somebody new without name or organisation."""
        given = super().clean() or self.cleaned_data
        if given.get("contact") or self.errors:
            return given
        if not self.opens_new:
            self.add_error("contact", _("Say who answers: somebody in the register, or somebody new."))
            return given
        if not given.get("name"):
            self.add_error("name", _("Give the person’s name."))
        if not given.get("body"):
            self.add_error("body", _("Say which organisation the person is at."))
        return given

    @property
    def chosen(self) -> Contact | tuple[Organisation, Reached]:
        """Who was chosen, once it is valid: a contact, or somebody new and where."""
        given = self.cleaned_data
        if given.get("contact"):
            contact: Contact = given["contact"]
            return contact
        return given["body"], Reached(given["name"], given["role"], given["email"])


class PassOnForm(forms.Form):
    """The colleague whose it is."""

    name = forms.CharField(
        label=gettext_lazy("Your colleague’s name"),
        max_length=200,
        error_messages={"required": gettext_lazy("Give your colleague’s name.")},
    )
    email = forms.EmailField(
        label=gettext_lazy("Your colleague’s e-mail address"),
        max_length=254,
        help_text=gettext_lazy("They get a letter of their own, and can say no as well."),
        error_messages={"required": gettext_lazy("Give your colleague’s e-mail address.")},
    )

    def clean_name(self) -> str:
        """Raises ValidationError: it is no name. It heads a letter that we send, so it carries nothing else."""
        name = " ".join(self.cleaned_data["name"].split())
        if any(sign in name for sign in "/@<>{}"):
            raise ValidationError(_("Give the name alone, without addresses."))
        return name

    @property
    def colleague(self) -> Colleague:
        """Who it is, once it is valid."""
        return Colleague(self.cleaned_data["name"], self.cleaned_data["email"])


class DeclineForm(forms.Form):
    """Why it is not theirs."""

    reason = forms.CharField(
        label=gettext_lazy("Why is it not yours?"),
        max_length=1000,
        help_text=gettext_lazy("Say who to ask instead, if you know."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": gettext_lazy("Say why it is not yours, so that the right person is asked.")
        },
    )
