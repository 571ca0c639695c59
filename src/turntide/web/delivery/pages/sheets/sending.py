"""Sending a sheet back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.delivery.pages.sheets.ways import Way


@dataclass(frozen=True, slots=True)
class SendPage:
    """Where a sheet is sent back: by a partner, or by the officer to whom it was mailed."""

    template: ClassVar[str] = "delivery/sheets/send.html"
    way: Way
    form: Form

    @property
    def title(self) -> str:
        """What one does here."""
        return _("Bring in sheets that were sent back") if self.way.by_officer else _("Send a sheet back")

    @property
    def caption(self) -> str:
        """The round."""
        return self.way.round
