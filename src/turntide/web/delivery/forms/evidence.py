"""Evidence as somebody gives it: a file, a photograph or a link, each where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.delivery.models import Evidence, Request
from turntide.web.delivery.rules.evidence import (
    ACCEPTED,
    MOST_BYTES,
    too_large,
    wrong_with_file,
    wrong_with_photograph,
)
from turntide.web.delivery.rules.pictures import BrokenPictureError, picture_type, without_whereabouts
from turntide.web.delivery.services.evidence import Given
from turntide.web.files.services import bytes_of, shown_name

_ENDINGS = {"image/jpeg": ("jpg", "jpeg"), "image/png": ("png",)}


class EvidenceForm(forms.Form):
    """What shows that something was done. All may be left empty; ``given`` is what was not."""

    says_optional = False
    photo = forms.FileField(
        label=gettext_lazy("A photograph"),
        required=False,
        help_text=gettext_lazy("A JPEG or PNG of 8 MB at most. Where it was taken is removed from it."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
    )
    seen = forms.CharField(
        label=gettext_lazy("What the photograph shows"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("For people who cannot see it. One or two sentences."),
        widget=forms.TextInput(),
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("Everybody who can be recognised in it agrees that it is used"), required=False
    )
    file = forms.FileField(
        label=gettext_lazy("A file"),
        required=False,
        help_text=gettext_lazy("A document, spreadsheet, presentation or picture of 8 MB at most."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    url = forms.URLField(
        label=gettext_lazy("A link"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    url_title = forms.CharField(label=gettext_lazy("What the link leads to"), required=False, max_length=200)

    def __init__(self, request: Request, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, prefix=f"e{request.pk.hex}")

    @property
    def photograph_fields(self) -> list[BoundField]:
        """The photograph with what belongs to it."""
        return [self["photo"], self["seen"], self["agreed"]]

    @property
    def other_fields(self) -> list[BoundField]:
        """A file, and a link."""
        return [self["file"], self["url"], self["url_title"]]

    @property
    def given(self) -> tuple[Given, ...]:
        """What was given, once it is valid."""
        return tuple(self._given())

    def clean_url(self) -> str:
        """Raises ValidationError: it leads to no page of the web."""
        url = str(self.cleaned_data["url"])
        if url and not url.lower().startswith(("https://", "http://")):
            raise ValidationError(_("A link begins with https:// or http://."))
        return url

    def clean_file(self) -> UploadedFile[Any] | None:
        """Raises ValidationError: it is too large, or no file that we take."""
        sent: UploadedFile[Any] | None = self.cleaned_data["file"]
        if sent:
            self._refuse(_too_large(sent) or wrong_with_file(sent.name or "", _body(sent)))
            self._refuse(_broken(sent))
        return sent

    def clean_photo(self) -> UploadedFile[Any] | None:
        """Raises ValidationError: it is too large, or no picture that we take."""
        sent: UploadedFile[Any] | None = self.cleaned_data["photo"]
        if sent:
            self._refuse(_too_large(sent) or wrong_with_photograph(_body(sent)) or _broken(sent))
        return sent

    def clean(self) -> dict[str, Any]:
        """A photograph comes with words for those who cannot see it and with consent."""
        given = self.cleaned_data
        if given.get("photo") and not given.get("seen"):
            self.add_error("seen", _("Say what the photograph shows."))
        if given.get("photo") and not given.get("agreed"):
            self.add_error("agreed", _("Use only photographs in which everybody agrees, and say so here."))
        return given

    def _refuse(self, wrong: str) -> None:
        if wrong:
            raise ValidationError(wrong)

    def _given(self) -> Iterator[Given]:
        typed = self.cleaned_data
        if photo := typed.get("photo"):
            name = _picture_name(photo.name or "photograph", _body(photo))
            kind = Evidence.Kind.PHOTO
            yield Given(kind, name, _body(photo), seen=typed["seen"], agreed=typed["agreed"])
        if file := typed.get("file"):
            yield Given(Evidence.Kind.FILE, shown_name(file.name or "file"), _body(file))
        if url := typed.get("url"):
            yield Given(Evidence.Kind.LINK, typed.get("url_title") or url, url=url)


def _body(sent: UploadedFile[Any]) -> bytes:
    sent.seek(0)
    return bytes_of(sent)


def _too_large(sent: UploadedFile[Any]) -> str:
    return too_large() if (sent.size or 0) > MOST_BYTES else ""


def _broken(sent: UploadedFile[Any]) -> str:
    body = _body(sent)
    if picture_type(body):
        try:
            without_whereabouts(body)
        except BrokenPictureError:
            return _("This picture is damaged. Choose another one, or save it anew.")
    return ""


def _picture_name(name: str, body: bytes) -> str:
    """A name whose ending says what the picture is."""
    endings, shown = _ENDINGS[picture_type(body)], shown_name(name)
    ending = shown.rsplit(".", 1)[-1].lower() if "." in shown else ""
    return shown if ending in endings else f"{shown.rsplit('.', 1)[0]}.{endings[0]}"
