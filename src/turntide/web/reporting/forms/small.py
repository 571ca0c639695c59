"""The smaller forms of papers: words of a part, a comment, what was wrong, and letterheads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.reporting.rules.letterheads import MOST_BYTES


class WordsForm(forms.Form):
    """What the officer says in a part. ``version`` is that of the draft the writer saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=gettext_lazy("Your words"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy(
            "They stand at the head of the part. Leave an empty line between paragraphs. Figures are filled in "
            "by themselves, so there is no need to repeat them."
        ),
    )
    says_optional = False


class RemarkForm(forms.Form):
    """A comment on a draft, of a part or of the whole."""

    text = forms.CharField(
        label=gettext_lazy("Comment"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    part = forms.ChoiceField(label=gettext_lazy("What is it about?"), required=False)
    says_optional = False

    def __init__(self, data: Any = None, *, parts: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        part = self.fields["part"]
        assert isinstance(part, forms.ChoiceField)
        part.choices = [("", _("The whole paper")), *parts]


class SigningForm(forms.Form):
    """What somebody signs: the fingerprint of what they saw, and what they are there."""

    saw = forms.CharField(widget=forms.HiddenInput, max_length=64)
    role = forms.CharField(
        label=gettext_lazy("You sign as"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "For example, Director of Public Health. It stands in the paper with your name."
        ),
    )


class FreezingForm(forms.Form):
    """The fingerprint of what somebody freezes."""

    saw = forms.CharField(widget=forms.HiddenInput, max_length=64)


class CorrectionForm(forms.Form):
    """What is wrong in a frozen paper."""

    wrong = forms.CharField(
        label=gettext_lazy("What is wrong in the frozen paper?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("It stands first in the new paper, so that whoever read the old one knows."),
    )


class LetterheadForm(forms.Form):
    """A Word template."""

    file = forms.FileField(
        label=gettext_lazy("Choose a Word template"),
        help_text=gettext_lazy("A .docx or .dotx file with your letterhead and styles, up to 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".docx,.dotx"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Without one it is named after the file."),
    )

    def clean_file(self) -> Any:
        """Raises ValidationError: it is too large."""
        sent = self.cleaned_data["file"]
        if sent.size > MOST_BYTES:
            raise ValidationError(_("The template is larger than 10 MB. Save it without large pictures."))
        return sent


class NameForm(forms.Form):
    """What a letterhead is called."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
