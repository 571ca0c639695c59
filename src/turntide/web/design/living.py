"""What the living page shows: an invented place, its actions, and a form with a field of each kind."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django import forms
from django.core.paginator import Page, Paginator

from turntide.web.design.forms import DateInputField, FilesField
from turntide.web.design.statuses import CONFIDENCE, FRESHNESS, LIFECYCLE
from turntide.web.design.summaries import Row

_WHO = (("parks", "Tarrow Parks"), ("leisure", "Tarrow Leisure Trust"), ("nhs", "Tarrow Bay NHS Trust"))


class FilledForm(forms.Form):
    """A field of each kind."""

    name = forms.CharField(label="Name of the action", help_text="As the plan words it.", max_length=200)
    reach = forms.IntegerField(label="People reached", required=False)
    email = forms.EmailField(label="E-mail address")
    password = forms.CharField(
        label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    story = forms.CharField(
        label="What was done",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    lead = forms.ChoiceField(label="Lead", choices=(("", "Choose a lead"), *_WHO))
    partners = forms.MultipleChoiceField(
        label="Partners", choices=_WHO, widget=forms.CheckboxSelectMultiple, help_text="Tick all that apply."
    )
    confidence = forms.ChoiceField(
        label="Confidence", choices=(("green", "Green"), ("amber", "Amber")), widget=forms.RadioSelect
    )
    due = DateInputField(label="Due", help_text="For example, 31 3 2027.")
    evidence = FilesField(label="Evidence", accept=".docx,.pdf", help_text="Word or PDF.")
    public = forms.BooleanField(label="Show this on the public page", required=False)


class LivingPage:
    """The page's title and what its components are fed with."""

    title = "Components"
    caption = "The look of Turntide"
    crumbs = (("Tarrow", "#main-content"), ("Plans", "#heading-words"))
    lifecycle, confidence, freshness = tuple(LIFECYCLE), tuple(CONFIDENCE), tuple(FRESHNESS)
    filters = (("Lead: Tarrow Parks", "?lead="), ("Has no date", "?undated="))
    day, moment = date(2026, 11, 22), datetime(2026, 11, 22, 15, 5, tzinfo=UTC)
    old = "Pilot walking groups in two parks by March"
    new = "Run walking groups in all four parks by June"
    rows = (
        Row("Lead", "Tarrow Parks", "#form", "Change"),
        Row("Timescale", "By the end of 2026/27"),
        Row("Measure", ""),
    )
    actions = (
        ("Open the riverside path to wheelchairs", "Tarrow Parks", "delivering", 1200),
        ("Offer swimming lessons in school holidays", "Tarrow Leisure Trust", "not started", 85),
        ("Ask about activity at every health check", "Tarrow Bay NHS Trust", "", 0),
    )

    def __init__(self, number: str) -> None:
        self.list: Page[int] = Paginator(range(400), 20).get_page(number)
