"""The mends that were made, as the review page lists them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.mending import from_data, said
from turntide.web.intake.models import Mended


@dataclass(frozen=True, slots=True)
class MendShown:
    """A mend that was made, as its sentence."""

    row: Mended

    @property
    def said(self) -> str:
        """Its sentence."""
        return said(from_data(self.row.mend))

    @property
    def by(self) -> str:
        """Who said so."""
        return str(self.row.by or _("Somebody who has left"))
