"""Forms of papers: which kind, what it is of, words of a part, a comment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.reporting.models import Report
from turntide.web.reporting.pages.wording import Crumbs, crumbs_to_paper, crumbs_to_papers


def _says(kind: str) -> str:
    return {
        "board": _(
            "Asks, the picture, exceptions, what changed, highlights, and what comes next, in about five pages."
        ),
        "theme": _("How one theme of a plan stands."),
        "partner": _("What was asked of one partner, and what they did."),
        "list": _("Every action that a partner has a part in."),
        "plan": _("The whole plan in its own order, with how far each action is."),
        "rates": _("Who was asked in a round, and who answered."),
        "difference": _("What was added, dropped, slipped or reworded between two days."),
    }[kind]


@dataclass(frozen=True, slots=True)
class KindsPage:
    """Which kind of paper to write."""

    template: ClassVar[str] = "reporting/kinds.html"
    place: Place

    @property
    def title(self) -> str:
        """What is asked."""
        return _("Which paper?")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_papers(self.place)

    @property
    def kinds(self) -> tuple[tuple[str, str, str], ...]:
        """Each kind: address, name, and what it tells."""
        return tuple(
            (reverse("paper_new_kind", args=[self.place.slug, kind]), str(label), _says(kind))
            for kind, label in Report.Kind.choices
        )


@dataclass(frozen=True, slots=True)
class PaperFormPage:
    """What a paper is to be of. ``report`` is the draft that is changed, if one is."""

    template: ClassVar[str] = "reporting/paper_form.html"
    place: Place
    kind: str
    form: Form
    back: str
    report: Report | None = None
    changed_meanwhile: bool = False

    @property
    def title(self) -> str:
        """What is done."""
        return _("What this paper covers") if self.report else str(Report.Kind(self.kind).label)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_paper(self.report) if self.report else crumbs_to_papers(self.place)

    @property
    def save(self) -> str:
        """What the button says."""
        return _("Save") if self.report else _("Write the paper")


@dataclass(frozen=True, slots=True)
class WordsPage:
    """The officer's words in a part. ``stands``: what somebody else wrote there meanwhile."""

    template: ClassVar[str] = "reporting/words.html"
    report: Report
    part: str
    part_title: str
    form: Form
    changed_meanwhile: bool = False
    stands: str = ""

    @property
    def title(self) -> str:
        """The part."""
        return self.part_title

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
        """The part in the paper."""
        return f"{self.report.get_absolute_url()}#part-{self.part}"


@dataclass(frozen=True, slots=True)
class RemarkPage:
    """A comment on a draft."""

    template: ClassVar[str] = "reporting/remark.html"
    report: Report
    form: Form

    @property
    def title(self) -> str:
        """What is done."""
        return _("Comment on this paper")

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
