"""What a person types or chooses while bringing a plan in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from turntide.documents.guarding.limits import LIMITS, MEGABYTE
from turntide.mending import Mend, from_data
from turntide.mending.mends import KINDS
from turntide.opening import CLIPBOARD
from turntide.web.accounts.models import Place
from turntide.web.design.forms import FilesField
from turntide.web.files.services import bytes_of
from turntide.web.intake.services.bringing import ASK_LATER, Arriving, Choice

ENDINGS = ".docx,.doc,.pdf,.xlsx,.xls,.ods,.odt,.csv,.html,.htm,.md,.txt,.json"
MOST_FILES = 20
ASK, NEW = "ask", "new"


class BringInForm(forms.Form):
    """Files, or pasted text, and what they are to become."""

    uploads = FilesField(
        label=_("Choose files"),
        accept=ENDINGS,
        required=False,
        help_text=_("Word, PDF, Excel, OpenDocument, CSV, web page or plain text, up to 100 MB each."),
    )
    text = forms.CharField(
        label=_("Or paste the plan’s text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    becomes = forms.ChoiceField(
        label=_("What is it?"),
        help_text=_("If you are not sure, we look for a plan that it resembles and ask you."),
    )
    says_optional = False

    def __init__(self, place: Place, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._plans = {str(plan.pk): plan for plan in place.plans.filter(retired_at=None)}
        field = self.fields["becomes"]
        assert isinstance(field, forms.ChoiceField)
        if self._plans:
            editions = [(pk, plan.title) for pk, plan in self._plans.items()]
            field.choices = [
                (ASK, _("Not sure: ask me once it is read")),
                (NEW, _("A new plan")),
                (_("A new edition of"), editions),
            ]
        else:
            del self.fields["becomes"]

    def clean_uploads(self) -> list[UploadedFile[bytes]]:
        """The files, none of them too large."""
        files: list[UploadedFile[bytes]] = self.cleaned_data["uploads"]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Bring in up to 20 files at once, and the others after them."))
        for file in files:
            if (file.size or 0) > LIMITS.file_bytes:
                too_large = _("“%(name)s” is larger than %(most)s MB. Save the part with the plan by itself.")
                sizes = {"name": file.name, "most": LIMITS.file_bytes // MEGABYTE}
                raise forms.ValidationError(too_large, params=sizes)
        return files

    def clean(self) -> dict[str, Any]:
        """There must be something; and one document at a time can be a plan's new edition."""
        found = super().clean() or self.cleaned_data
        text, files = found.get("text", ""), found.get("uploads", [])
        if "uploads" not in self.errors and not files and not text.strip():
            self.add_error("uploads", _("Choose a file, or paste the text of the plan."))
        if self._edition_of() is not None and len(files) + bool(text.strip()) > 1:
            self.add_error(
                "becomes", _("Only one file can be the new edition. Bring in the others by themselves.")
            )
        return found

    def _edition_of(self) -> str | None:
        becomes = self.cleaned_data.get("becomes", ASK)
        return becomes if becomes in self._plans else None

    @property
    def arriving(self) -> list[Arriving]:
        """What was sent, with all its bytes."""
        found = [
            Arriving(file.name or "file", bytes_of(file)) for file in self.cleaned_data.get("uploads") or ()
        ]
        text = self.cleaned_data.get("text", "")
        return found + ([Arriving(CLIPBOARD, text.encode())] if text.strip() else [])

    @property
    def choice(self) -> Choice:
        """What it is to become."""
        becomes = self.cleaned_data.get("becomes", NEW)
        plan = self._plans.get(becomes)
        return ASK_LATER if becomes == ASK else Choice(plan, decided=True)


class PlanForm(forms.Form):
    """Which plan the file is a new edition of; none for a new plan."""

    plan = forms.UUIDField(required=False)

    @property
    def wanted(self) -> UUID | None:
        """The plan's id."""
        found: UUID | None = self.cleaned_data.get("plan")
        return found


class AdoptForm(forms.Form):
    """The last look before a reading becomes a plan."""

    title = forms.CharField(label=_("Title of the plan"), max_length=500)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["title"].error_messages["required"] = _("Give the plan a title.")


def mend_in(posted: QueryDict) -> Mend:
    """The mend that was posted: whole as JSON in ``mend``, or by its kind and its words in fields of their names.

    Raises MendError: one sentence on what is missing.
    """
    whole = posted.get("mend")
    if whole:
        try:
            return from_data(json.loads(whole))
        except json.JSONDecodeError:
            return from_data(None)
    return from_data(_by_fields(posted))


def _by_fields(posted: QueryDict) -> Mapping[str, Any]:
    kind = posted.get("kind_of_mend", "")
    data: dict[str, Any] = {"kind": kind}
    made = KINDS.get(kind)
    for name in made.__dataclass_fields__ if made else ():
        if name == "actions":
            data[name] = posted.getlist(name)
        elif name == "meaning":
            data[name] = posted.get(name) or None
        else:
            data[name] = posted.get(name, "")
    return data


def version_in(posted: QueryDict) -> int:
    """The version of the reading that the person saw; 0, which fits none, where they did not say."""
    typed = posted.get("version", "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


class MatchForm(forms.Form):
    """An action of the plan, one of the new edition, and whether they are one."""

    old = forms.CharField(max_length=100)
    new = forms.CharField(max_length=100)
    same = forms.ChoiceField(choices=(("yes", "yes"), ("no", "no")))
    version = forms.IntegerField(min_value=1)
