"""What stands around a paper: what it corrects comes first, who signed it off comes last before the annex. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from turntide.web.reporting.rules.paper import Bullets, Paper, Paragraph, Part, words

CORRECTION, SIGNED = "correction", "signed"


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody signed: who they are, what they are there, and on which day, in words."""

    who: str
    role: str
    on: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a paper corrects: its title, when it was frozen in words, and what was wrong."""

    title: str
    frozen: str
    wrong: str


def framed(paper: Paper, correction: Correction | None, names: Sequence[Name]) -> Paper:
    """The paper with what it corrects and who signed it off."""
    before = (_corrects(correction),) if correction else ()
    after = (_signed(names),) if names else ()
    body = tuple(part for part in paper.parts if not part.annex)
    annexes = tuple(part for part in paper.parts if part.annex)
    return replace(paper, parts=(*before, *body, *after, *annexes))


def _corrects(correction: Correction) -> Part:
    said = _("This paper stands in for “%(title)s”, frozen on %(day)s.")
    told = words(said % {"title": correction.title, "day": correction.frozen})
    return Part(
        CORRECTION, _("What this paper corrects"), (Paragraph(told), Paragraph(words(correction.wrong)))
    )


def _signed(names: Sequence[Name]) -> Part:
    return Part(SIGNED, _("Signed off by"), (Bullets(tuple(words(_line(each)) for each in names)),))


def _line(name: Name) -> str:
    return ", ".join(each for each in (name.who, name.role, name.on) if each)
