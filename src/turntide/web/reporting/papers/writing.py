"""Papers are written here: a kind and what it is told from give a paper, and the same always gives the same. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import override

from turntide.web.reporting.papers.cells import opening
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.narrowing import desk_of, name_of_body
from turntide.web.reporting.papers.parts import PartKind, switched_on
from turntide.web.reporting.papers.telling import Telling
from turntide.web.reporting.papers.told import (
    action_list,
    annex,
    answers,
    asks,
    changed,
    coming,
    differences,
    due,
    exceptions,
    figures_in_words,
    highlights,
    laid_out,
    picture,
    rates,
    reached,
    returned,
    story,
)
from turntide.web.reporting.papers.wording import day_of, span
from turntide.web.reporting.rules.paper import Block, Paper, Part

__all__ = ["Telling", "write"]

_TELLERS: Mapping[str, Callable[[Desk], tuple[Block, ...]]] = {
    "actions": action_list.tell,
    "annex": annex.tell,
    "answers": answers.tell,
    "asks": asks.tell,
    "bodies": returned.tell,
    "changes": changed.tell,
    "counted": differences.counted,
    "exceptions": exceptions.tell,
    "figures": figures_in_words.tell,
    "highlights": highlights.tell,
    "milestones": due.tell,
    "next": coming.tell,
    "picture": picture.tell,
    "plan": laid_out.tell,
    "reached": reached.tell,
    "reported": rates.reported,
    "reworded": differences.reworded,
    "rounds": rates.rounds,
    "story": story.tell,
    "waiting": answers.waiting,
}
_OF_A_KIND: Mapping[tuple[str, str], Callable[[Desk], tuple[Block, ...]]] = {
    ("difference", "changes"): differences.changes,
    ("partner", "asks"): asks.of_partner,
}
"""Parts that a kind of paper tells in its own way."""


def write(kind: str, telling: Telling) -> Paper:
    """The paper of a kind, in the telling's language. Raises KeyError for a kind there is none of."""
    parts = switched_on(kind, telling.parts)
    with override(telling.language):
        desk = desk_of(kind, telling, parts)
        told = tuple(_part(kind, each, desk) for each in parts)
        return Paper(
            title=telling.title or _title(kind, desk),
            subtitle=_subtitle(kind, desk),
            place=telling.record.place,
            language=telling.language,
            state=telling.state,
            parts=told,
            notes=desk.notes.all(),
            draft=telling.draft,
            dated=telling.record.taken[:10],
            one_page=desk.brief,
        )


def _part(kind: str, part: PartKind, desk: Desk) -> Part:
    tell = _OF_A_KIND.get((kind, part.key)) or _TELLERS[part.key]
    blocks = (*opening(desk.telling.words.get(part.key, "")), *tell(desk))
    return Part(part.key, str(part.title), blocks, annex=part.key == "annex")


def _title(kind: str, desk: Desk) -> str:
    """What a paper is called that nobody gave a title."""
    known = name_of_body(desk.telling.record, desk.telling.body)
    body = {"body": known or _("All bodies")}
    titles = {
        "board": _("Board paper"),
        "theme": desk.heading(desk.telling.theme) if desk.telling.theme else _("All themes"),
        "partner": _("%(body)s: what we asked of you, what you did") % body,
        "list": _("%(body)s: action list") % body,
        "plan": _("The plan and its progress"),
        "rates": _("Return rates"),
        "difference": _("What changed"),
    }
    return titles[kind]


def _subtitle(kind: str, desk: Desk) -> str:
    """Whom it is for or of, and of which time."""
    record, telling = desk.record, desk.telling
    of = {
        "theme": desk.heading(telling.theme) if telling.theme else "",
        "partner": name_of_body(telling.record, telling.body),
        "list": name_of_body(telling.record, telling.body),
    }
    period = span(record.starts, record.ends)
    if kind == "difference" and desk.before:
        put = {"first": day_of(desk.before.taken), "last": day_of(record.taken)}
        period = _("%(first)s to %(last)s") % put
    named = of.get(kind, "") if telling.title else ""
    return " · ".join(each for each in (record.group, named, _plans(desk), period) if each)


def _plans(desk: Desk) -> str:
    """The plans by name where they are few."""
    titles = [each.title for each in desk.record.plans if each.title]
    return ", ".join(titles) if len(titles) < 3 else ""
