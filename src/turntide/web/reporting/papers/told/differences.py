"""What changed between two dates, in full. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from turntide.web.reporting.papers.cells import figure, paragraph, text, told
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.told.changed import came, rows_of, table_of, went
from turntide.web.reporting.papers.told.slips import why_slipped
from turntide.web.reporting.papers.wording import sentence
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table


def counted(desk: Desk) -> tuple[Block, ...]:
    """How many changes of each kind."""
    if desk.before is None:
        return (paragraph(_("There is no earlier period to compare with.")),)
    table = Table(
        caption=_("What changed, in figures"),
        columns=(Column(_("Change"), share=4), Column(_("Actions"), "number")),
        rows=tuple((text(name), figure(desk.notes.counted(ids, name))) for name, ids in _kinds(desk)),
    )
    return (table,)


def changes(desk: Desk) -> tuple[Block, ...]:
    """Every change of days, colours and freshness, and every action that came or went."""
    rows = list(rows_of(desk))
    if not rows:
        return (paragraph(_("Nothing slipped, recovered, was added or was removed.")),)
    table = table_of(_("What slipped, recovered, was added or was removed"), rows)
    return (table, *_reasons(desk))


def _reasons(desk: Desk) -> tuple[Block, ...]:
    """Why things slipped, where somebody said so."""
    rows = tuple(
        (told(desk.named(desk.actions[each.id])), text(sentence(why)), text(who))
        for each in desk.changes.slipped
        for why, who in why_slipped(desk.actions[each.id], each)
    )
    if not rows:
        return ()
    columns = (
        Column(_("Action"), share=4),
        Column(_("Why"), share=6),
        Column(_("Who said so, and when"), share=3),
    )
    return (Table(_("Why it slipped"), columns, rows),)


def reworded(desk: Desk) -> tuple[Block, ...]:
    """Every action whose words changed or that stands elsewhere."""
    rows = (*_words(desk), *_places(desk))
    if not rows:
        return (paragraph(_("No action was reworded or put elsewhere.")),)
    columns = (Column(_("Action"), share=3), Column(_("Before"), share=5), Column(_("Now"), share=5))
    return (Table(_("What was reworded or put elsewhere"), columns, rows),)


def _kinds(desk: Desk) -> Iterator[tuple[str, list[str]]]:
    yield _("Added"), _ids(each.id for each in came(desk))
    yield _("Removed"), _ids(each.id for each in went(desk))
    yield _("Slipped"), _ids(each.id for each in desk.changes.slipped)
    yield _("Recovered"), _ids(each.id for each in desk.changes.recovered)
    yield _("Reworded"), _ids(each.id for each in desk.changes.reworded)
    yield _("Put under another heading"), _ids(each.id for each in desk.changes.moved)


def _ids(some: Iterable[str]) -> list[str]:
    """Each action once: it may have slipped in two ways."""
    return list(dict.fromkeys(some))


def _words(desk: Desk) -> Iterator[tuple[Cell, ...]]:
    for each in desk.changes.reworded:
        yield told(desk.named(desk.actions[each.id])), text(each.was), text(each.now)


def _places(desk: Desk) -> Iterator[tuple[Cell, ...]]:
    for each in desk.changes.moved:
        was, now = _path(desk, each.was), _path(desk, each.now)
        if was != now:
            yield told(desk.named(desk.actions[each.id])), text(was), text(now)


def _path(desk: Desk, path: tuple[str, ...]) -> str:
    return _("Under %(headings)s") % {"headings": " › ".join(desk.heading(each) for each in path) or "–"}
