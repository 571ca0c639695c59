"""A frozen paper, as it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from turntide.web.accounts.here import Here
from turntide.web.reporting.models import Printing, Remark, Report
from turntide.web.reporting.pages.parts import RemarkLine, said_of
from turntide.web.reporting.pages.printing import FileLine, file_lines
from turntide.web.reporting.pages.wording import Crumbs, crumbs_to_papers, standing_in, url_of
from turntide.web.reporting.rules.paper import Paper


@dataclass(frozen=True, slots=True)
class FrozenPage:
    """A frozen paper. ``fingerprint`` tells it from any other; ``remarks`` are for those who may comment."""

    template: ClassVar[str] = "reporting/frozen.html"
    report: Report
    paper: Paper
    fingerprint: str
    remarks: Sequence[Remark]
    printings: Sequence[Printing]
    here: Here

    @property
    def title(self) -> str:
        """The paper's."""
        return self.report.title

    @property
    def caption(self) -> str:
        """What kind of paper."""
        return str(self.report.get_kind_display())

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_papers(self.report.place)

    @property
    def files(self) -> tuple[FileLine, ...]:
        """The paper as files."""
        return file_lines(self.report.place.slug, self.printings)

    @property
    def waits(self) -> bool:
        """Whether a file is still being made."""
        return any(each.state == "waits" for each in self.files)

    @property
    def corrected_by(self) -> Report | None:
        """The frozen paper that stands in for this one."""
        return standing_in(self.report)

    @property
    def correction_drafted(self) -> Report | None:
        """The draft that will stand in for it, for those who may see drafts."""
        drafts = (each for each in self.report.corrections.all() if not each.is_frozen)
        return next(drafts, None) if self.here.may_contribute else None

    @property
    def correct(self) -> str:
        """Where it is corrected; empty where it cannot be, or the person may not."""
        may = self.here.may_edit and not self.corrected_by and not self.correction_drafted
        return url_of(self.report, "paper_correct") if may else ""

    @property
    def said(self) -> tuple[tuple[str, RemarkLine], ...]:
        """What was said while it was a draft, each with the part it is about."""
        every = said_of(self.report, self.remarks, self.paper, may_edit=False).values()
        return tuple((said.title, line) for said in every for line in said.remarks)

    @property
    def frozen_by(self) -> str:
        """Who froze it."""
        return str(self.report.frozen_by or _("somebody"))
