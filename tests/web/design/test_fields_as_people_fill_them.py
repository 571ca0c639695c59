"""Forms: each field is named, described and, when wrong, found from the summary."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.template import Context, Template
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from turntide.web.design.forms import DateInputField, FilesField
from turntide.web.design.living import FilledForm


class Due(forms.Form):
    due = DateInputField()


def boxes(day: str, month: str, year: str) -> dict[str, str]:
    return {"due_day": day, "due_month": month, "due_year": year}


def due(typed: dict[str, str]) -> Any:
    form = Due(typed)
    return form.cleaned_data["due"] if form.is_valid() else form.errors["due"][0]


def ids(page: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', page)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_taken_from_three_boxes_or_from_one(when: date) -> None:
    day, month, year = str(when.day), str(when.month), str(when.year)
    assert due(boxes(day, month, year)) == when
    assert due(boxes(f"{day}/{month}/{year}", "", "")) == when
    assert due(boxes(f"{day} {when:%B} {year}", "", "")) == when
    assert due({"due": when.isoformat()}) == when


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (boxes("31", "2", "2026"), "The date must be a real date, like 22 11 2026."),
        (boxes("x", "y", "2026"), "The date must be a real date, like 22 11 2026."),
        (boxes("1/2/2026/4", "", ""), "The date must be a real date, like 22 11 2026."),
        (boxes("22", "11", ""), "The date must include a year."),
        (boxes("", "", "2026"), "The date must include a day and a month."),
        (boxes("22", "11", "26"), "The year must have 4 numbers, like 2026."),
    ],
)
def test_a_wrong_date_says_what_to_do(typed: dict[str, str], told: str) -> None:
    assert due(typed) == told


@given(st.text(), st.text(), st.text())
def test_whatever_is_typed_as_a_date_is_answered_and_stays_in_its_box(
    day: str, month: str, year: str
) -> None:
    form = Due(boxes(day, month, year))
    form.is_valid()
    typed = [part.strip() for part in (day, month, year)]
    shown = [box["value"] or "" for box in form["due"].subwidgets[0].data["subwidgets"]]
    assert shown == typed


@pytest.mark.parametrize("form", [FilledForm(), FilledForm({"reach": "many"})], ids=["empty", "wrong"])
def test_every_field_has_a_name_and_what_describes_it_is_there(form: FilledForm) -> None:
    page = str(form)
    described = " ".join(re.findall(r'aria-describedby="([^"]*)"', page)).split()
    labelled = re.findall(r'<label[^>]* for="([^"]+)"', page)
    controls = re.findall(r'<(?:input|select|textarea)[^>]* id="([^"]+)"', page)
    assert len(ids(page)) == len(set(ids(page)))
    assert set(described) <= set(ids(page))
    assert set(controls) == set(labelled)


def test_each_error_in_the_summary_leads_to_a_control() -> None:
    form = FilledForm({"reach": "many", "due_day": "31", "due_month": "2", "due_year": "2026"})
    summary = Template("{% load design %}{% error_summary form %}").render(Context({"form": form}))
    targets = re.findall(r'href="#([^"]+)"', summary)
    controls = re.findall(r'<(?:input|select|textarea)[^>]* id="([^"]+)"', str(form))
    assert len(targets) == len(form.errors)
    assert set(targets) <= set(controls)
    assert "Fill in “Name of the action”." in summary
    assert "People reached: Enter a whole number." in summary


def test_a_form_without_errors_has_no_summary() -> None:
    assert (
        Template("{% load design %}{% error_summary form %}").render(Context({"form": FilledForm()})).strip()
        == ""
    )


def test_what_is_wrong_is_marked_for_screen_readers_and_what_was_typed_stays() -> None:
    page = str(FilledForm({"reach": "many"}))
    assert re.search(r'<input type="text" name="reach" value="many"[^>]*aria-invalid="true"', page)
    assert " required" not in page


def test_a_form_may_leave_out_the_word_optional() -> None:
    class Filters(forms.Form):
        says_optional = False
        lead = forms.CharField(required=False)

    assert "(optional)" not in str(Filters())
    assert "(optional)" in str(FilledForm())


def test_words_are_counted_where_a_widget_says_so() -> None:
    class Story(forms.Form):
        story = forms.CharField(widget=forms.Textarea(attrs={"data-maxwords": 100}))

    assert "You can enter up to 100 words" in str(Story())


def test_markup_in_labels_choices_and_answers_is_shown_as_text() -> None:
    class Odd(forms.Form):
        body = forms.ChoiceField(label="<i>a</i>", choices=[("<i>b", "<i>c")], widget=forms.RadioSelect)
        words = forms.CharField()

    assert "<i>" not in str(Odd({"body": "<i>d", "words": '"><i>e'}))


def test_several_files_are_taken_at_once_and_none_is_refused() -> None:
    class Bring(forms.Form):
        plans = FilesField(label="Plans")

    files: list[UploadedFile[Any]] = [SimpleUploadedFile(name, b"words") for name in ("a.docx", "b.pdf")]
    form = Bring({}, MultiValueDict({"plans": files}))
    none = Bring({}, MultiValueDict())
    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["plans"]] == ["a.docx", "b.pdf"]
    assert list(none["plans"].told) == ["Choose a file for “Plans”."]  # type: ignore[attr-defined]
