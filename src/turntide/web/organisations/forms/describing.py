"""All that is known of a body, in one form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.design.forms import DateInputField
from turntide.web.organisations.forms.choosing import NAMES_LIST, BodyField
from turntide.web.organisations.models import Kind, Organisation
from turntide.web.organisations.schemes import SCHEMES, tidy_code, wrong_with_code
from turntide.web.organisations.services.describing import Described, part_ruling, successor_ruling

SPARE = 2
"""Empty rows for identifiers beyond those there are."""
_MOST = 20
_LONGEST = 300


class OrganisationForm(forms.Form):
    """A body's names, kind, place among others, and identifiers. ``version`` is the one the writer saw."""

    names_list = NAMES_LIST
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=_LONGEST)
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"), choices=Kind.choices, initial=Kind.BODY, widget=forms.RadioSelect
    )
    other_names = forms.CharField(
        label=gettext_lazy("Other names"),
        required=False,
        help_text=gettext_lazy("One a line: short forms, former names, other spellings in plans."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    parent = BodyField(
        label=gettext_lazy("Part of"),
        required=False,
        help_text=gettext_lazy("The organisation that this one belongs to, by its name."),
    )
    ended_on = DateInputField(
        label=gettext_lazy("No longer exists since"),
        required=False,
        help_text=gettext_lazy("Leave this empty while it exists. For example, 1 7 2022."),
    )
    successor = BodyField(
        label=gettext_lazy("Successor"),
        required=False,
        help_text=gettext_lazy("The organisation that took over its work, by its name."),
    )
    website = forms.URLField(
        label=gettext_lazy("Website"), required=False, assume_scheme="https", max_length=200
    )
    about = forms.CharField(
        label=gettext_lazy("About"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(
        self, data: Any = None, *, place: Place, body: Organisation | None = None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.body = body
        for name in ("parent", "successor"):
            field = self.fields[name]
            assert isinstance(field, BodyField)
            field.place = place
        self.rows = _rows(data, body)
        for at in range(self.rows):
            self.fields[f"scheme_{at}"] = _scheme_field()
            self.fields[f"code_{at}"] = forms.CharField(label=_("Code"), required=False, max_length=100)

    @property
    def plain_fields(self) -> list[BoundField]:
        """All but the identifiers."""
        return [field for field in self.visible_fields() if not field.name.startswith(("scheme_", "code_"))]

    @property
    def identifier_rows(self) -> Iterator[tuple[int, BoundField, BoundField]]:
        """A number, a register and a code, row by row."""
        return ((at + 1, self[f"scheme_{at}"], self[f"code_{at}"]) for at in range(self.rows))

    @property
    def described(self) -> Described:
        """What was typed, once it is valid."""
        given = self.cleaned_data
        return Described(
            name=given["name"],
            kind=given["kind"],
            other_names=tuple(_lines(given["other_names"])),
            parent=given["parent"].pk if given["parent"] else None,
            successor=given["successor"].pk if given["successor"] else None,
            ended_on=given["ended_on"],
            website=given["website"],
            about=given["about"],
            identifiers=tuple(dict.fromkeys(_identifiers(given, self.rows))),
        )

    def clean_name(self) -> str:
        """On one line. Raises ValidationError: it has neither letter nor figure."""
        name = " ".join(str(self.cleaned_data["name"]).split())
        if not any(sign.isalnum() for sign in name):
            raise ValidationError(_("The name must have letters or figures."))
        return name

    def clean_other_names(self) -> str:
        """Raises ValidationError: a line is too long, or has neither letter nor figure."""
        typed = str(self.cleaned_data["other_names"])
        for line in _lines(typed):
            if len(line) > _LONGEST:
                message = _("A name has %(most)s characters at most: “%(start)s…” is longer.")
                raise ValidationError(message % {"most": _LONGEST, "start": line[:40]})
            if not any(sign.isalnum() for sign in line):
                raise ValidationError(_("“%(line)s” has neither letters nor figures.") % {"line": line})
        return typed

    def clean(self) -> dict[str, Any]:
        """Raises no error: each is told at its field."""
        given = self.cleaned_data
        for at in range(self.rows):
            self._check_identifier(at, given.get(f"scheme_{at}", ""), given.get(f"code_{at}", ""))
        if self.body is not None:
            self._check_links(self.body)
        return given

    def _check_identifier(self, at: int, scheme: str, code: str) -> None:
        if scheme and not code:
            self.add_error(f"code_{at}", _("Give the code, or choose no register in this row."))
        elif code and not scheme:
            self.add_error(f"scheme_{at}", _("Choose the register that “%(code)s” is from.") % {"code": code})
        elif code and (wrong := wrong_with_code(scheme, tidy_code(scheme, code))):
            self.add_error(f"code_{at}", wrong)

    def _check_links(self, body: Organisation) -> None:
        rulings = {"parent": part_ruling, "successor": successor_ruling}
        for name, ruling_of in rulings.items():
            chosen = self.cleaned_data.get(name)
            ruling = ruling_of(body, chosen.pk if chosen else None)
            if not ruling:
                self.add_error(name, ruling.reason)


def described_now(body: Organisation) -> dict[str, Any]:
    """A body as it stands in the boxes of the form."""
    now: dict[str, Any] = {
        name: getattr(body, name) for name in ("name", "kind", "website", "about", "version")
    }
    now["ended_on"] = body.ended_on
    now["other_names"] = "\n".join(other.name for other in body.other_names.all())
    now["parent"] = body.parent.known_as.name if body.parent else ""
    now["successor"] = body.successor.known_as.name if body.successor else ""
    for at, each in enumerate(body.identifiers.all()):
        now |= {f"scheme_{at}": each.scheme, f"code_{at}": each.code}
    return now


def _rows(data: Any, body: Organisation | None) -> int:
    """As many rows as there are identifiers, or as were sent, and some to spare."""
    sent = [at for at in range(_MOST) if data and f"code_{at}" in data]
    held = body.identifiers.count() if body else 0
    return max(len(sent), min(held + SPARE, _MOST))


def _scheme_field() -> forms.ChoiceField:
    choices: Sequence[tuple[str, Any]] = [("", _("None")), *SCHEMES.items()]
    return forms.ChoiceField(label=_("Register"), required=False, choices=choices)


def _lines(words: str) -> list[str]:
    return [line for line in (" ".join(each.split()) for each in words.splitlines()) if line]


def _identifiers(given: dict[str, Any], rows: int) -> Iterator[tuple[str, str]]:
    for at in range(rows):
        scheme, code = given[f"scheme_{at}"], given[f"code_{at}"]
        if scheme and code:
            yield scheme, tidy_code(scheme, code)
