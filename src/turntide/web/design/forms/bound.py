"""A field in a form, with the classes and descriptions that its pattern needs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from turntide.web.design.forms.wording import told

# The first kind that fits names the class: the narrower stand before the wider.
_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "govuk-checkboxes"),
    (forms.RadioSelect, "govuk-radios"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.MultiWidget, "govuk-date-input"),
    (forms.widgets.Input, "govuk-input"),
)
_PASSWORD = "govuk-password-input__input govuk-js-password-input-input"
_BOXED = {"govuk-file-upload", "govuk-select", "govuk-textarea", "govuk-input"}


class LookBoundField(BoundField):
    """What ``{{ form.field }}`` is under our renderer."""

    @property
    def block(self) -> str:
        """The class of the control: what kind of field this is."""
        return _class_of(self.field.widget)

    @property
    def use_fieldset(self) -> bool:
        """A file is one control: its box to remove it has a label of its own."""
        return super().use_fieldset and self.block != "govuk-file-upload"

    @property
    def told(self) -> list[str]:
        """The errors, in words that name the field where an answer is missing."""
        return list(told(self, self.block))

    @property
    def max_characters(self) -> int | None:
        """How many characters the reader is told may be written."""
        longest = getattr(self.field, "max_length", None)
        return longest if self.block == "govuk-textarea" and not self.max_words else None

    @property
    def max_words(self) -> int | None:
        """How many words may be written, where the widget says so by ``data-maxwords``."""
        words = self.field.widget.attrs.get("data-maxwords")
        return int(words) if words else None

    @property
    def is_counted(self) -> bool:
        """Whether the reader is told how much room is left."""
        return bool(self.max_characters or self.max_words)

    @property
    def says_optional(self) -> bool:
        """Whether the label says that the field may be left empty; a form may switch that off."""
        quiet = self.field.required or self.block == "govuk-checkboxes__input"
        return not quiet and getattr(self.form, "says_optional", True)

    @property
    def aria_describedby(self) -> str | None:
        """The hint, the errors and the room left, in that order."""
        found = super().aria_describedby
        if found is None or not self.is_counted:
            return found
        return f"{found} {self.auto_id}-info".strip()

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Django's attributes, with our classes, and without the browser's own checks."""
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        built.pop("required", None)
        if not widget.is_hidden:
            built["class"] = self._classes(widget)
            built.update(_help_of_browser(widget))
        return built

    def _classes(self, widget: forms.Widget) -> str:
        block = _class_of(widget)
        own = widget.attrs.get("class", "")
        wrong = f"{block}--error" if self.errors and block in _BOXED else ""
        counted = "govuk-js-character-count" if self.is_counted else ""
        secret = _PASSWORD if isinstance(widget, forms.PasswordInput) else ""
        return " ".join(word for word in (block, own, wrong, counted, secret) if word)


def _class_of(widget: forms.Widget) -> str:
    return next((name for kind, name in _CLASSES if isinstance(widget, kind)), "")


def _help_of_browser(widget: forms.Widget) -> dict[str, str]:
    """What helps a browser to fill a field or a phone to show the right keys."""
    if isinstance(widget, forms.EmailInput):
        wanted = {"autocomplete": "email", "spellcheck": "false"}
    elif isinstance(widget, forms.NumberInput):
        wanted = {"inputmode": "numeric"}
    else:
        wanted = {}
    return {name: value for name, value in wanted.items() if name not in widget.attrs}
