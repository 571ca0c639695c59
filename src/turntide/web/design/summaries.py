"""What components show: rows of a summary, problems of a form, languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm

from turntide.web.design.forms.wording import told_apart
from turntide.web.design.statuses import Words


@dataclass(frozen=True, slots=True)
class Row:
    """A name and its value, with the address where it is changed and the words of that link."""

    name: Words
    value: Any
    url: str = ""
    link: Words = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and the element of the page that has it; none for a form as a whole."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface in its own name."""

    code: str
    name: str
    current: bool


def problems_of(form: BaseForm | None) -> Iterator[Problem]:
    """The errors of a form in the order of its fields, those of the whole form first."""
    if not form or not form.errors:
        return
    for error in form.non_field_errors():
        yield Problem(str(error))
    for field in form:
        for message in getattr(field, "told", field.errors):
            yield Problem(told_apart(field, str(message)), _target(field))


def _target(field: Any) -> str:
    """The first input of a field: a group of choices has no input by the field's own id."""
    widget = field.field.widget
    if hasattr(widget, "first_id"):
        return str(widget.first_id(field.auto_id))
    if field.is_hidden:
        return ""
    if field.use_fieldset and field.auto_id:
        return f"{field.auto_id}_0"
    return str(field.id_for_label or field.auto_id)
