"""Sending sheets back, and choosing what of them is handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.delivery.rules.sheets_back import Line, Preview, Verdict
from turntide.web.delivery.store.sheets.book import MOST_BYTES
from turntide.web.design.forms import FilesField
from turntide.web.files.services import bytes_of

MOST_FILES = 20
_ENDINGS = ".xlsx"
KEEP, SHEET = "keep", "sheet"


class SendForm(forms.Form):
    """A sheet that is sent back; an officer may send several."""

    sheets = FilesField(
        label=gettext_lazy("Choose the sheet"),
        accept=_ENDINGS,
        help_text=gettext_lazy("The Excel workbook (.xlsx) you filled in, up to 4 MB."),
    )

    def __init__(self, *given: Any, several: bool = False, **options: Any) -> None:
        super().__init__(*given, **options)
        self._most = MOST_FILES if several else 1
        field = self.fields["sheets"]
        if several:
            field.label = _("Choose the sheets")
            field.help_text = _(
                "The Excel workbooks (.xlsx) that people filled in, up to 4 MB each and 20 at once."
            )
        else:
            field.widget.attrs.pop("multiple", None)

    def clean_sheets(self) -> list[UploadedFile[bytes]]:
        """The files. Raises ValidationError: they are too many, or one is too large."""
        files: list[UploadedFile[bytes]] = self.cleaned_data["sheets"]
        if len(files) > self._most:
            raise forms.ValidationError(_("Choose %(most)d at most at once.") % {"most": self._most})
        for file in files:
            if (file.size or 0) > MOST_BYTES:
                too_large = _("“%(name)s” is larger than 4 MB, so it is not a sheet of ours.")
                raise forms.ValidationError(too_large % {"name": file.name})
        return files

    @property
    def arriving(self) -> list[tuple[str, bytes]]:
        """What was sent: names and bytes."""
        return [(file.name or "sheet.xlsx", bytes_of(file)) for file in self.cleaned_data["sheets"]]


class ChoosingForm(forms.Form):
    """What of the sheets is handed in: a tick for each action, and a choice where it was answered elsewhere since."""

    file = forms.CharField(widget=forms.HiddenInput)
    says_optional = False

    def __init__(self, data: Any = None, *, ticket: str, previews: Sequence[Preview | None]) -> None:
        super().__init__(data, initial={"file": ticket})
        self._lines = {
            (at, line.asked.request): line
            for at, preview in enumerate(previews)
            if preview is not None
            for line in preview.are(Verdict.READY, Verdict.CONFLICT)
        }
        for (at, request), line in self._lines.items():
            self.fields[_name(at, request)] = _field(line)
            saw = forms.IntegerField(widget=forms.HiddenInput, initial=line.asked.stands.version)
            self.fields[_saw(at, request)] = saw

    def of(self, at: int, line: Line) -> BoundField | None:
        """The field for an action of one of the sheets, if there is anything to choose."""
        return self[_name(at, line.asked.request)] if (at, line.asked.request) in self._lines else None

    def saw_of(self, at: int, line: Line) -> BoundField | None:
        """The hidden field with the version that is shown."""
        return self[_saw(at, line.asked.request)] if (at, line.asked.request) in self._lines else None

    def chosen(self, at: int) -> Mapping[UUID, int]:
        """What was chosen of one of the sheets: requests, each with the version that was seen."""
        given = self.cleaned_data
        return {
            request: given[_saw(sheet, request)]
            for sheet, request in self._lines
            if sheet == at and given.get(_name(sheet, request)) in (True, SHEET)
        }


def _field(line: Line) -> forms.Field:
    action = {"action": Truncator(line.asked.name).chars(90)}
    if line.verdict is Verdict.READY:
        return forms.BooleanField(label=_("Hand in “%(action)s”") % action, required=False, initial=True)
    choices = ((KEEP, _("Keep what stands now")), (SHEET, _("Hand in what the sheet says instead")))
    label = _("Which is to hold for “%(action)s”?") % action
    likely = SHEET if line.asked.stands.by_sheet else KEEP
    return forms.ChoiceField(label=label, choices=choices, initial=likely, widget=forms.RadioSelect)


def _name(at: int, request: UUID) -> str:
    return f"take_{at}_{request.hex}"


def _saw(at: int, request: UUID) -> str:
    return f"saw_{at}_{request.hex}"
