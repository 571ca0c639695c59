"""What a person is told about a field that is wrong: what to do, with the field's own name."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.forms import BoundField, Field
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_FILL = gettext_lazy("Fill in “%(label)s”.")
_MISSING = {
    "govuk-checkboxes__input": gettext_lazy("Tick “%(label)s”."),
    "govuk-checkboxes": gettext_lazy("Choose one answer or more for “%(label)s”."),
    "govuk-radios": gettext_lazy("Choose an answer for “%(label)s”."),
    "govuk-select": gettext_lazy("Choose an answer for “%(label)s”."),
    "govuk-file-upload": gettext_lazy("Choose a file for “%(label)s”."),
}


def told(field: BoundField, block: str) -> Iterator[str]:
    """The errors of a field in words. A missing answer names the field, unless the form has its own words."""
    for error in field.errors.as_data():
        for message in error.messages:
            if error.code == "required" and message == str(Field.default_error_messages["required"]):
                yield str(_MISSING.get(block, _FILL)) % {"label": field.label}
            else:
                yield message


def told_apart(field: BoundField, message: str) -> str:
    """An error as it stands in the summary, away from its field: the field is named, once."""
    label = str(field.label)
    if label.casefold() in message.casefold() or not _is_general(field, message):
        return message
    return _("%(label)s: %(message)s") % {"label": label, "message": message}


def _is_general(field: BoundField, message: str) -> bool:
    """Whether an error is one of the field's kind, not one that somebody worded for this field."""
    errors: list[ValidationError] = field.errors.as_data()
    codes = [error.code for error in errors if message in error.messages]
    return any(code is not None for code in codes)
