"""A file that waits or is being read; and one whose review is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.intake.models import SILENT, Intake, Stage
from turntide.web.intake.pages.bring_in import TONES

PATIENCE = timedelta(seconds=10)
"""After so long without a reader, a person is told that there may be none."""


@dataclass(frozen=True)
class _FilePage:
    """A file on its way, by its name."""

    intake: Intake

    @property
    def title(self) -> str:
        """The file's name."""
        return self.intake.original.name

    @property
    def caption(self) -> str:
        """Where in the way this is."""
        return _("Bring in a plan")


@dataclass(frozen=True)
class ProgressPage(_FilePage):
    """How far the reading is. ``others_read``: a worker is at some file just now."""

    now: datetime
    others_read: bool
    template: ClassVar[str] = "intake/progress.html"

    @property
    def is_cut_off(self) -> bool:
        """Whether whoever read it is gone."""
        beat = self.intake.beat_at
        return self.intake.stage == Stage.READING and beat is not None and self.now - beat > SILENT

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has begun with it."""
        return self.intake.stage == Stage.WAITING

    @property
    def what(self) -> str:
        """What is being done, in words."""
        if self.is_waiting:
            return _("Waiting to be read")
        return _("Reading again with your mends") if self.intake.units else _("Reading the file")

    @property
    def seconds(self) -> int:
        """How long it has waited, or been read."""
        since = self.intake.queued_at if self.is_waiting else self.intake.began_at or self.intake.queued_at
        return max(0, int((self.now - since).total_seconds()))

    @property
    def how_long(self) -> str:
        """The same in words."""
        seconds = self.seconds
        if seconds < 120:
            return ngettext("%(count)s second so far", "%(count)s seconds so far", seconds) % {
                "count": seconds
            }
        minutes = seconds // 60
        return ngettext("%(count)s minute so far", "%(count)s minutes so far", minutes) % {"count": minutes}

    @property
    def is_forlorn(self) -> bool:
        """Whether there seems to be no worker."""
        waited = self.is_waiting and self.seconds >= PATIENCE.total_seconds() and not self.others_read
        return waited or self.is_cut_off

    @property
    def is_in_line(self) -> bool:
        """Whether a worker is busy with another file."""
        return self.is_waiting and self.others_read


@dataclass(frozen=True)
class EndedPage(_FilePage):
    """A file that was refused, adopted or put aside. ``stands``: its adoption was not undone."""

    stands: bool
    template: ClassVar[str] = "intake/ended.html"

    @property
    def stage(self) -> str:
        """Its stage in words."""
        return str(Stage(self.intake.stage).label)

    @property
    def tone(self) -> str:
        """How its stage is drawn."""
        return TONES[Stage(self.intake.stage)]

    @property
    def was_undone(self) -> bool:
        """Whether the plan's own history took the adoption back."""
        return self.intake.stage == Stage.ADOPTED and not self.stands
