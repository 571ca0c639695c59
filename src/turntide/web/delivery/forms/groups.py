"""A group described, and its members chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group
from turntide.web.delivery.services.grouping import Described
from turntide.web.design.forms import DateInputField
from turntide.web.organisations.forms.choosing import NAMES_LIST, BodyField
from turntide.web.organisations.models import Contact
from turntide.web.organisations.services.contacts import Reached

_DEEPER = "\u00a0\u00a0\u00a0"


class GroupForm(forms.Form):
    """What a group is. ``parents`` are those it may be part of, each with how deep it stands."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=Group.Kind.choices,
        initial=Group.Kind.SUBGROUP,
        widget=forms.RadioSelect,
    )
    parent = forms.ChoiceField(
        label=gettext_lazy("Part of"),
        required=False,
        help_text=gettext_lazy("The board or group that it reports to."),
    )
    purpose = forms.CharField(
        label=gettext_lazy("What it is for"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    ends_on = DateInputField(
        label=gettext_lazy("Meets until"),
        required=False,
        help_text=gettext_lazy("For a group that is to end. For example, 31 3 2027."),
    )
    organisation = BodyField(
        label=gettext_lazy("Its name among the organisations"),
        required=False,
        help_text=gettext_lazy("Where plans name this group as a lead or partner. Choose it from the list."),
    )

    def __init__(
        self, data: Any = None, *, place: Place, parents: Iterable[tuple[Group, int]], **options: Any
    ) -> None:
        super().__init__(data, **options)
        parent, organisation = self.fields["parent"], self.fields["organisation"]
        assert isinstance(parent, forms.ChoiceField) and isinstance(organisation, BodyField)
        organisation.place = place
        named = [(str(group.pk), f"{_DEEPER * depth}{group.name}") for group, depth in parents]
        parent.choices = [("", _("No other group")), *named]

    def clean_name(self) -> str:
        """On one line. Raises ValidationError: it has neither letter nor figure."""
        name = " ".join(str(self.cleaned_data["name"]).split())
        if not any(sign.isalnum() for sign in name):
            raise ValidationError(_("The name must have letters or figures."))
        return name

    @property
    def described(self) -> Described:
        """What was typed, once it is valid."""
        given = self.cleaned_data
        return Described(
            name=given["name"],
            kind=given["kind"],
            parent=UUID(given["parent"]) if given["parent"] else None,
            organisation=given["organisation"].pk if given["organisation"] else None,
            purpose=given["purpose"],
            ends_on=given["ends_on"],
        )


def group_now(group: Group) -> dict[str, Any]:
    """A group as it stands in the boxes of the form."""
    return {
        "version": group.version,
        "name": group.name,
        "kind": group.kind,
        "parent": str(group.parent_id or ""),
        "purpose": group.purpose,
        "ends_on": group.ends_on,
        "organisation": group.organisation.name if group.organisation else "",
    }


class FindForm(forms.Form):
    """Words to find somebody by."""

    says_optional = False
    words = forms.CharField(label=gettext_lazy("Name, role or organisation"), required=False, max_length=200)

    @property
    def words_given(self) -> str:
        """What was asked for, on one line."""
        self.is_valid()
        return " ".join(str(self.cleaned_data.get("words", "")).replace("\0", "").split())


class SeatForm(forms.Form):
    """Somebody of the register, chosen among those found."""

    contact = forms.ChoiceField(
        label=gettext_lazy("Who"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose somebody, or look for another name.")},
    )
    chair = forms.BooleanField(label=gettext_lazy("Chairs the group"), required=False)

    def __init__(self, data: Any = None, *, found: Sequence[Contact]) -> None:
        super().__init__(data)
        field = self.fields["contact"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(contact.pk), _named(contact)) for contact in found]


class NewcomerForm(forms.Form):
    """Somebody whom the register does not know yet."""

    names_list = NAMES_LIST
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    body = BodyField(
        label=gettext_lazy("Organisation"),
        help_text=gettext_lazy("Type its name and choose it from the list."),
    )
    role = forms.CharField(
        label=gettext_lazy("Role"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("For example, head of housing."),
    )
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False, max_length=254)
    chair = forms.BooleanField(label=gettext_lazy("Chairs the group"), required=False)

    def __init__(self, data: Any = None, *, place: Place) -> None:
        super().__init__(data)
        body = self.fields["body"]
        assert isinstance(body, BodyField)
        body.place = place

    @property
    def reached(self) -> Reached:
        """Who it is, once it is valid."""
        return Reached(**{name: self.cleaned_data[name] for name in ("name", "role", "email")})


def _named(contact: Contact) -> str:
    return ", ".join(part for part in (contact.name, contact.role, contact.organisation.name) if part)
