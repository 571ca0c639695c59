"""What freezing means, before it is done; and what a correction says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.reporting.models import Report, Signature
from turntide.web.reporting.pages.wording import Crumbs, crumbs_to_paper
from turntide.web.reporting.rules.signing import warnings


@dataclass(frozen=True, slots=True)
class FreezingPage:
    """A draft about to be frozen. ``holding`` are the signatures that hold; ``unsettled`` counts open comments."""

    template: ClassVar[str] = "reporting/freezing.html"
    report: Report
    fingerprint: str
    holding: Sequence[Signature]
    unsettled: int

    @property
    def title(self) -> str:
        """What is done."""
        return _("Freeze this paper")

    @property
    def caption(self) -> str:
        """The paper."""
        return self.report.title

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_paper(self.report)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to know before."""
        return warnings(signatures=len(self.holding), unsettled=self.unsettled)

    @property
    def names(self) -> str:
        """Who signed it off."""
        return ", ".join(str(each.by) for each in self.holding if each.by)

    @property
    def back(self) -> str:
        """The paper."""
        return self.report.get_absolute_url()


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """A correction about to be begun."""

    template: ClassVar[str] = "reporting/correcting.html"
    report: Report
    form: Form

    @property
    def title(self) -> str:
        """What is done."""
        return _("Correct this paper")

    @property
    def caption(self) -> str:
        """The paper."""
        return self.report.title

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_paper(self.report)

    @property
    def back(self) -> str:
        """The paper."""
        return self.report.get_absolute_url()
