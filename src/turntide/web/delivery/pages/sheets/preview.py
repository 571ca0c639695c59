"""What was read in sheets that came back, before anything is handed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from django.forms import BoundField
from django.utils.translation import gettext as _

from turntide.web.delivery.pages.sheets.ways import Way
from turntide.web.delivery.pages.sheets.wording import Differing, differing, said_rows
from turntide.web.delivery.rules.sheets_back import Line, Preview, Unread, Verdict
from turntide.web.design.summaries import Row


class Choosing(Protocol):
    """The form on which a person chooses what of the sheets is handed in."""

    @property
    def is_bound(self) -> bool: ...  # noqa: D102

    def of(self, at: int, line: Line) -> BoundField | None:
        """The field for an action of one of the sheets, if there is anything to choose."""

    def saw_of(self, at: int, line: Line) -> BoundField | None:
        """The hidden field with the version that is shown."""


@dataclass(frozen=True, slots=True)
class LineShown:
    """An action of a sheet: what it says, what is wrong with it, what stands now, and what is chosen."""

    name: str
    plan: str
    said: tuple[Row, ...]
    wrong: tuple[str, ...]
    differing: tuple[Differing, ...]
    told: str
    field: BoundField | None
    saw: BoundField | None


@dataclass(frozen=True, slots=True)
class SheetShown:
    """A sheet that came back: by verdict, or the reason why it was refused."""

    name: str
    person: str = ""
    refused: str = ""
    ready: tuple[LineShown, ...] = ()
    conflicts: tuple[LineShown, ...] = ()
    faulty: tuple[LineShown, ...] = ()
    unread: tuple[Unread, ...] = ()
    unchanged: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether nothing is left to choose or to put right."""
        return not (self.refused or self.ready or self.conflicts or self.faulty or self.unread)

    @property
    def blank(self) -> bool:
        """Whether nobody has filled anything in."""
        return self.settled and bool(self.empty) and not self.unchanged


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """All that was read."""

    template: ClassVar[str] = "delivery/sheets/preview.html"
    way: Way
    form: Choosing
    sheets: tuple[SheetShown, ...]

    @property
    def title(self) -> str:
        """What one does here."""
        if self.to_choose:
            return _("Look at what was read, then hand it in")
        return _("What was read")

    @property
    def caption(self) -> str:
        """The round."""
        return self.way.round

    @property
    def to_choose(self) -> bool:
        """Whether anything can be handed in."""
        return any(sheet.ready or sheet.conflicts for sheet in self.sheets)

    @property
    def several(self) -> bool:
        """Whether there are several sheets."""
        return len(self.sheets) > 1


def sheet_shown(at: int, name: str, preview: Preview, form: Choosing) -> SheetShown:
    """A sheet that was read."""

    def lines(verdict: Verdict) -> Iterator[LineShown]:
        return (_line(at, line, form) for line in preview.are(verdict))

    return SheetShown(
        name,
        preview.sheet.person,
        ready=tuple(lines(Verdict.READY)),
        conflicts=tuple(lines(Verdict.CONFLICT)),
        faulty=tuple(lines(Verdict.FAULTY)),
        unread=preview.unread,
        unchanged=tuple(line.asked.name for line in preview.are(Verdict.UNCHANGED)),
        empty=tuple(line.asked.name for line in preview.are(Verdict.EMPTY)),
    )


def _line(at: int, line: Line, form: Choosing) -> LineShown:
    asked, conflict = line.asked, line.verdict is Verdict.CONFLICT
    return LineShown(
        name=asked.name,
        plan=asked.plan,
        said=() if conflict else said_rows(line.said, asked),
        wrong=tuple(fault.sentence for fault in line.wrong),
        differing=differing(asked.stands.said, line.said, asked) if conflict else (),
        told=asked.stands.told,
        field=form.of(at, line),
        saw=form.saw_of(at, line),
    )
