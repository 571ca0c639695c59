"""A letter's wording, refused where it could not be filled."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.rules.filling import broken_braces, fields_in, unknown_in
from turntide.web.mail.store.wordings import Worded, links_of


class WordingForm(forms.Form):
    """Subject and body."""

    subject = forms.CharField(
        label=gettext_lazy("Subject"),
        max_length=200,
        error_messages={"required": gettext_lazy("Write a subject.")},
    )
    body = forms.CharField(
        label=gettext_lazy("Letter"),
        max_length=10_000,
        help_text=gettext_lazy(
            "Plain words. Leave an empty line between paragraphs, begin each item of a list with a star and a space, "
            "and give a link a line of its own."
        ),
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": gettext_lazy("Write the letter.")},
    )

    def __init__(self, data: Any = None, *, kind: LetterKind, **options: Any) -> None:
        super().__init__(data, **options)
        self._kind = kind

    def clean_subject(self) -> str:
        """Raises ValidationError: it uses a field that there is not."""
        return self._checked("subject")

    def clean_body(self) -> str:
        """Raises ValidationError: it uses a field that there is not, or leaves out the link it is sent for."""
        body = self._checked("body")
        used = fields_in(body)
        missing = [name for name in links_of(self._kind) if name not in used]
        if missing:
            sentence = _("Keep %(fields)s in the letter: without it nobody gets to what the letter is about.")
            raise ValidationError(sentence % {"fields": _as_fields(missing)})
        return body

    @property
    def worded(self) -> Worded:
        """What was typed, once it is valid."""
        return Worded(self.cleaned_data["subject"], self.cleaned_data["body"])

    def _checked(self, name: str) -> str:
        words: str = self.cleaned_data[name]
        unknown = unknown_in(words, self._kind.fields)
        named = {"unknown": _as_fields(unknown), "known": _as_fields(self._kind.fields)}
        if unknown:
            raise ValidationError(_("%(unknown)s cannot be filled in. You may use: %(known)s.") % named)
        if broken_braces(words):
            sentence = _(
                "Some braces belong to no field. A field has two on each side. You may use: %(known)s."
            )
            raise ValidationError(sentence % named)
        return words


def _as_fields(names: Any) -> str:
    return ", ".join(f"{{{{ {name} }}}}" for name in names)
