"""What is typed of how a place shows itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.publishing.models import PublicPlan, PublicSite
from turntide.web.publishing.services.describing import SiteWords
from turntide.web.publishing.store.wording import Worded

MOST = 4000
"""Characters of a summary or statement."""


class SiteForm(forms.Form):
    """A place's own words. ``version`` is the one the writer saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    summary = forms.CharField(
        label=gettext_lazy("What your plans are for, in plain words"),
        help_text=gettext_lazy("Residents read this first. Two or three short paragraphs are best."),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    contact = forms.EmailField(
        label=gettext_lazy("E-mail address that residents may write to"),
        help_text=gettext_lazy("A shared mailbox is best: it stands on every page."),
        required=False,
    )
    accessibility = forms.CharField(
        label=gettext_lazy("What to add to the accessibility statement"),
        help_text=gettext_lazy("For example, how to ask for large print or another language."),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    licence = forms.ChoiceField(
        label=gettext_lazy("Licence under which anybody may use it again"),
        choices=PublicSite.Licence.choices,
        widget=forms.RadioSelect,
    )
    named_roles = forms.CharField(
        label=gettext_lazy("Roles whose holders are named"),
        help_text=gettext_lazy(
            "One role a line, as the register of organisations has it. Nobody else is named. "
            "Leave it empty to name nobody."
        ),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    embeddable = forms.BooleanField(
        label=gettext_lazy("Other websites may show these pages within theirs"), required=False
    )

    @property
    def words(self) -> SiteWords:
        """What was typed."""
        given = self.cleaned_data
        lines = (line.strip() for line in re.split(r"[\r\n]+", given["named_roles"]))
        return SiteWords(
            summary=_trimmed(given["summary"]),
            contact=given["contact"],
            accessibility=_trimmed(given["accessibility"]),
            licence=given["licence"],
            named_roles=tuple(dict.fromkeys(line for line in lines if line)),
            embeddable=given["embeddable"],
        )


class PlanForm(forms.Form):
    """Whether a plan is shown, and its summary."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    shown = forms.BooleanField(label=gettext_lazy("Show this plan to the public"), required=False)
    summary = forms.CharField(
        label=gettext_lazy("The plan in plain English"),
        help_text=gettext_lazy("What is it for, who is it for, and what will people notice?"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_summary(self) -> str:
        """Without blanks around it."""
        return _trimmed(self.cleaned_data["summary"])


class WordsForm(forms.Form):
    """Headings and actions in plain words: one field each, named by the thing's id."""

    says_optional = False

    def __init__(self, data: Any, things: Sequence[Worded]) -> None:
        super().__init__(data)
        for thing in things:
            self.fields[str(thing.id)] = forms.CharField(
                label=_called(thing),
                help_text=thing.own,
                required=False,
                validators=[MaxLengthValidator(MOST)],
                initial=thing.plain,
                show_hidden_initial=True,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def written(self) -> dict[UUID, str]:
        """What this writer changed: what others wrote meanwhile of other things stays."""
        return {UUID(name): _trimmed(self.cleaned_data[name]) for name in self.changed_data}


class PublishForm(forms.Form):
    """What was looked at: ``source`` is "now" or a frozen period's id, ``saw`` the mark of what would be public."""

    source = forms.CharField(widget=forms.HiddenInput, max_length=40)
    saw = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)


def initial_of_site(site: PublicSite) -> dict[str, Any]:
    """What the form of a place begins with."""
    names = ("version", "summary", "contact", "accessibility", "licence", "embeddable")
    return {**{name: getattr(site, name) for name in names}, "named_roles": "\n".join(site.named_roles)}


def initial_of_plan(shown: PublicPlan) -> dict[str, Any]:
    """What the form of a plan begins with."""
    return {name: getattr(shown, name) for name in ("version", "shown", "summary")}


def _called(thing: Worded) -> str:
    name = thing.level or _("Action")
    if not thing.ref:
        return f"{name}: {thing.own[:60]}"
    return thing.ref if thing.ref.casefold().startswith(name.casefold()) else f"{name} {thing.ref}"


def _trimmed(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
