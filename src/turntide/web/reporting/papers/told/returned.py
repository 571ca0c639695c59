"""What a round asked and what came back, request by request, body by body. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from turntide.web.reporting.papers.cells import figure, paragraph, text
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.told.rates import share
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table
from turntide.web.reporting.rules.requests import RequestTold


def tell(desk: Desk) -> tuple[Block, ...]:
    """By the bodies that lead what was asked about, and by those of the people who were asked."""
    asked = desk.telling.requests
    if not asked:
        return (paragraph(_("Nobody was asked in this round.")),)
    by_lead = _by_body((lead, each) for each in asked for lead in each.leads or ("",))
    by_person = _by_body((each.body, each) for each in asked)
    return (
        paragraph(_("A request is one action that one person was asked about. These tables count requests.")),
        _table(desk, _("Requests by the body that leads the action"), _("Lead, %(body)s: %(what)s"), by_lead),
        paragraph(_("A request about an action that two bodies lead counts for both."), quiet=True),
        _table(
            desk,
            _("Requests by the body of the person who was asked"),
            _("Person asked, %(body)s: %(what)s"),
            by_person,
        ),
        paragraph(_("Here each request counts once, whoever leads its action."), quiet=True),
    )


def _by_body(pairs: Iterable[tuple[str, RequestTold]]) -> Mapping[str, list[RequestTold]]:
    """Requests by body, by name; those of none come last."""
    found: dict[str, list[RequestTold]] = {}
    for body, each in pairs:
        found.setdefault(body, []).append(each)
    return dict(sorted(found.items(), key=lambda each: (not each[0], each[0].casefold())))


def _table(desk: Desk, caption: str, of: str, by_body: Mapping[str, list[RequestTold]]) -> Table:
    """``of`` words what a number of a body counts."""
    columns = (
        Column(_("Body"), share=5),
        Column(_("Asked"), "number", share=2),
        Column(_("Answered"), "number", share=2),
        Column(_("Share"), "number", share=2),
        Column(_("In time"), "number", share=2),
    )
    rows = (_row(desk, of, body or _("No lead named"), asked) for body, asked in by_body.items())
    return Table(caption, columns, tuple(rows))


def _row(desk: Desk, of: str, body: str, asked: list[RequestTold]) -> tuple[Cell, ...]:
    answered = [each for each in asked if each.answered]

    def counted(some: list[RequestTold], what: str) -> Cell:
        actions = [each.action for each in some]
        return figure(desk.notes.counted(actions, of % {"body": body, "what": what}))

    return (
        text(body),
        counted(asked, _("asked")),
        counted(answered, _("answered")),
        share(len(answered), len(asked)),
        counted([each for each in answered if each.in_time], _("in time")),
    )
