"""One file or more in one field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile


class _FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or more; cleans to a list. ``accept`` is what the browser offers first, like ".docx,.pdf"."""

    def __init__(self, *, accept: str = "", **options: Any) -> None:
        attrs = {"multiple": True, **({"accept": accept} if accept else {})}
        super().__init__(widget=_FilesInput(attrs=attrs), **options)

    def clean(self, files: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """The files that were sent.

        Raises ValidationError: there is none, or one of them is empty.
        """
        sent = files if isinstance(files, (list, tuple)) else [files] if files else []
        if not sent:
            super().clean(None, initial)
        return [super(FilesField, self).clean(file, initial) for file in sent]
