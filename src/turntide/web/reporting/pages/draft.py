"""A draft: the paper as it would be now, and all that is done with it until it is frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.accounts.here import Here
from turntide.web.design.days import day
from turntide.web.design.summaries import Row
from turntide.web.reporting.models import Printing, Remark, Report, Signature
from turntide.web.reporting.pages.parts import Said, said_of
from turntide.web.reporting.pages.printing import FileLine, file_lines
from turntide.web.reporting.pages.wording import Crumbs, crumbs_to_papers, period_of, url_of
from turntide.web.reporting.rules.kinds import ASKED
from turntide.web.reporting.rules.paper import Paper, Part


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Who signed, as what and when; ``lapsed``: the paper changed since."""

    who: str
    role: str
    on: str
    lapsed: bool


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A draft. ``signing`` is the form to sign it off as it is shown; ``holding`` the signatures that hold for that."""

    template: ClassVar[str] = "reporting/draft.html"
    report: Report
    paper: Paper
    signing: Form
    remarks: Sequence[Remark]
    signatures: Sequence[Signature]
    holding: Sequence[Signature]
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
    def may_edit(self) -> bool:
        """Whether the person may change it."""
        return self.here.may_edit

    @property
    def urls(self) -> Mapping[str, str]:
        """Where things are done with it."""
        names = (
            "edit",
            "arrange",
            "undo",
            "remark",
            "sign",
            "take_signature_back",
            "freeze",
            "throw_away",
            "print",
        )
        urls = {name: url_of(self.report, f"paper_{name}") for name in names}
        return urls | {"freeze": f"{urls['freeze']}?saw={self.signing.initial['saw']}"}

    @property
    def corrects(self) -> Report | None:
        """The frozen paper it will stand in for."""
        return self.report.corrects

    @property
    def contents(self) -> list[tuple[str, str, int]]:
        """The parts that are shown: where each stands, its title, and how many comments on it wait."""
        said = self._said
        shown = [(f"#part-{part.key}", part.title, _open(said.get(part.key))) for part in self.paper.parts]
        return [*shown, ("#comments-whole", _("The whole paper"), _open(said[""]))]

    @property
    def main(self) -> list[tuple[Part, Said | None]]:
        """The parts that are read through, each with what was said of it."""
        said = self._said
        return [(part, said.get(part.key)) for part in self.paper.parts if not part.annex]

    @property
    def annexes(self) -> list[tuple[Part, Said | None]]:
        """The parts that stand last, likewise."""
        said = self._said
        return [(part, said.get(part.key)) for part in self.paper.parts if part.annex]

    @property
    def said_of_all(self) -> Said:
        """What was said of the whole paper."""
        return self._said[""]

    @property
    def may_undo(self) -> bool:
        """Whether it was changed since it was begun."""
        return self.report.previous is not None

    @property
    def rows(self) -> list[Row]:
        """What it is of, each with its value."""
        report, asked = self.report, ASKED[self.report.kind]
        told = {
            "period": (_("Period"), period_of(report)),
            "since": (_("Between"), period_of(report)),
            "round": (_("Round"), str(report.round or "")),
            "theme": (_("Theme"), str(report.theme or "")),
            "body": (_("Partner"), str(report.body or "")),
            "plans": (_("Plans"), ", ".join(map(str, report.plans.all())) or _("All plans")),
            "group": (_("Group"), str(report.group or _("Everything"))),
            "before": (_("Compared with"), self._compared),
            "story": (_("Story"), str(report.story or _("The one that fits best"))),
            "letterhead": (_("Letterhead"), str(report.letterhead or _("Turntide’s plain look"))),
        }
        return [Row(*told[name]) for name in asked if name in told]

    @property
    def formats(self) -> list[tuple[str, str]]:
        """As what it can be saved."""
        return [(value, str(label)) for value, label in Printing.Format.choices]

    @property
    def files(self) -> tuple[FileLine, ...]:
        """Files made of it before."""
        return file_lines(self.report.place.slug, self.printings)

    @property
    def signed(self) -> tuple[SignatureLine, ...]:
        """Who signed, those whose signature lapsed as well."""
        held = {each.pk for each in self.holding}
        given = (each for each in self.signatures if each.taken_back_at is None)
        return tuple(
            SignatureLine(str(each.by or ""), each.role, day(each.at), each.pk not in held) for each in given
        )

    @property
    def has_signed(self) -> bool:
        """Whether the person's signature holds."""
        return any(each.by_id == self.here.person.pk for each in self.holding)

    @property
    def _said(self) -> Mapping[str, Said]:
        return said_of(self.report, self.remarks, self.paper, may_edit=self.may_edit)

    @property
    def _compared(self) -> str:
        before = self.report.before
        if before is None:
            return _("Nothing")
        return _("The period to %(day)s, frozen on %(frozen)s") % {
            "day": day(before.ends),
            "frozen": day(before.taken_at),
        }


def _open(said: Said | None) -> int:
    return sum(not line.settled for line in said.remarks) if said else 0
