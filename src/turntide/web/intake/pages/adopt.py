"""The last look before a reading becomes a plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.editions.saying import summary
from turntide.web.accounts.rules import Ruling
from turntide.web.intake.models import Intake
from turntide.web.intake.pages.changed_headings import headings_said
from turntide.web.intake.pages.findings import Findings
from turntide.web.intake.rules import may_adopt
from turntide.web.intake.services.matching import comparison_of


def suggested_title(intake: Intake) -> str:
    """The document's own title, else the plan's, else the file's name."""
    read = (intake.reading or {}).get("title")
    held = intake.plan.title if intake.plan else ""
    named = PurePath(intake.original.name).stem.replace("_", " ").replace("-", " ").strip()
    return str(read or held or named or intake.original.name)[:500]


@dataclass(frozen=True)
class AdoptPage:
    """What is to be adopted, in figures, and under which title."""

    intake: Intake
    form: Form
    template: ClassVar[str] = "intake/adopt.html"

    @property
    def title(self) -> str:
        """The page's title."""
        return _("Adopt the new edition") if self.intake.plan else _("Adopt the plan")

    @property
    def caption(self) -> str:
        """The file's name."""
        return self.intake.original.name

    @cached_property
    def findings(self) -> Findings:
        """What is left to look at."""
        seen = self.intake.seen.values_list("finding", flat=True)
        return Findings.of(self.intake.reading or {}, (), seen)

    @property
    def ruling(self) -> Ruling:
        """Whether it can be adopted, and why not."""
        return may_adopt(self.intake.stage, self.intake.reading or {})

    @property
    def counts(self) -> tuple[str, ...]:
        """'4 themes', '48 actions', '3 findings left'."""
        reading = self.intake.reading or {}
        levels = Counter(heading["level"] for heading in reading.get("headings", ()))
        told = [_("%(level)s: %(count)s") % {"level": level, "count": levels[level]} for level in levels]
        actions = len(reading.get("actions", ()))
        told.append(ngettext("%(count)s action", "%(count)s actions", actions) % {"count": actions})
        return tuple(told)

    @property
    def changes(self) -> str:
        """For a new edition: what changes, in one sentence."""
        if self.intake.plan is None:
            return ""
        comparison = comparison_of(self.intake)
        return " ".join(filter(None, (summary(comparison), headings_said(comparison.headings))))
