"""Two people at one reading: what the other did, and what this person wanted to do, side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from turntide.mending import Mend, as_data, from_data, said
from turntide.web.intake.models import Intake, Mended


@dataclass(frozen=True)
class ConflictPage:
    """``since`` is what others did, ``mine`` the sentence of what was not done, ``data`` the same to do it now."""

    intake: Intake
    since: tuple[str, ...]
    mine: str
    data: str
    back: str
    template: ClassVar[str] = "intake/conflict.html"

    @classmethod
    def of(cls, intake: Intake, since: Iterable[Mended], wanted: Mend | None, back: str) -> ConflictPage:
        """The page for what was refused."""
        mine = said(wanted) if wanted else ""
        data = json.dumps(as_data(wanted)) if wanted else ""
        return cls(intake, tuple(_told(row) for row in since), mine, data, back)

    @property
    def title(self) -> str:
        """The page's title."""
        return _("Somebody changed this reading meanwhile")


def _told(row: Mended) -> str:
    who = str(row.by or _("Somebody"))
    sentence = said(from_data(row.mend))
    told = _("%(who)s took back: %(said)s.") if row.taken_back_at else _("%(who)s said: %(said)s.")
    return told % {"who": who, "said": sentence}
