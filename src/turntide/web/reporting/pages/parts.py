"""The parts of a draft: switched, moved, written in and spoken of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.design.days import moment
from turntide.web.reporting.models import Remark, Report
from turntide.web.reporting.pages.wording import Crumbs, crumbs_to_paper, url_of
from turntide.web.reporting.papers.parts import PARTS
from turntide.web.reporting.rules.arranging import ANNEX, parts_on
from turntide.web.reporting.rules.paper import Paper


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the paper, or one it could have: what it is called and what may be done with it."""

    key: str
    title: str
    on: bool
    up: bool = False
    down: bool = False
    out: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class ArrangingPage:
    """The parts of a draft, to be put in, taken out and moved."""

    template: ClassVar[str] = "reporting/arranging.html"
    report: Report

    @property
    def title(self) -> str:
        """What is done."""
        return _("Choose and order its parts")

    @property
    def caption(self) -> str:
        """The paper."""
        return self.report.title

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_paper(self.report)

    @property
    def switches(self) -> tuple[PartLine, ...]:
        """The parts it has and could have."""
        return switches(self.report)

    @property
    def back(self) -> str:
        """The paper."""
        return self.report.get_absolute_url()


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A comment as it is shown. ``turn`` is where it is settled, or opened again."""

    who: str
    at: str
    text: str
    settled: str
    turn: str


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a part. ``write`` is where the officer's words are written; empty where they may not be."""

    key: str
    title: str
    remarks: tuple[RemarkLine, ...]
    remark: str
    write: str = ""
    has_words: bool = False


def switches(report: Report) -> tuple[PartLine, ...]:
    """The parts that are on, in order, and then those that are not."""
    every = {each.key: str(each.title) for each in PARTS[report.kind]}
    on = parts_on(report.parts, [(each.key, each.on) for each in PARTS[report.kind]])
    movable = [key for key in on if key != ANNEX]
    shown = [
        PartLine(
            key,
            every[key],
            on=True,
            up=key in movable[1:],
            down=key in movable[:-1],
            out=len(on) > 1,
            last=key == ANNEX,
        )
        for key in on
    ]
    return (*shown, *(PartLine(key, title, on=False) for key, title in every.items() if key not in on))


def said_of(report: Report, remarks: Sequence[Remark], paper: Paper, *, may_edit: bool) -> Mapping[str, Said]:
    """What can be and was said of each part that is shown; under no key, of the whole and of parts not shown."""
    shown = {part.key: part.title for part in paper.parts}
    written = {each.key for each in PARTS[report.kind]}
    comment = url_of(report, "paper_remark")
    parts = {
        key: Said(
            key,
            title,
            tuple(_line(report, each) for each in remarks if each.part == key),
            f"{comment}?part={key}",
            url_of(report, "paper_words", key) if may_edit else "",
            bool(report.words.get(key)),
        )
        for key, title in shown.items()
        if key in written
    }
    whole = tuple(_line(report, each) for each in remarks if each.part not in parts)
    return parts | {"": Said("", _("The whole paper"), whole, comment)}


def _line(report: Report, remark: Remark) -> RemarkLine:
    turn = reverse(
        "remark_reopen" if remark.settled_at else "remark_settle", args=[report.place.slug, remark.pk]
    )
    settled = ""
    if remark.settled_at:
        words = {"who": remark.settled_by or _("somebody"), "at": moment(remark.settled_at)}
        settled = _("Settled by %(who)s, %(at)s") % words
    return RemarkLine(str(remark.by or _("Somebody")), moment(remark.at), remark.text, settled, turn)
