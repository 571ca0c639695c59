"""What slipped, came and went since last time. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.periods.rules.comparing import CONFIDENCE, FRESHNESS, Added, Turned
from turntide.web.periods.rules.record import DroppedThen
from turntide.web.reporting.papers import statuses
from turntide.web.reporting.papers.cells import limited, paragraph, text, told
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.told.slips import moved
from turntide.web.reporting.papers.wording import day_of, joined, span, woven
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table, Words

MOST, FEW = 10, 2
"""How many rows stand, and how many actions of a row are told by their words."""
_GRAVE = {"red": 0, "silent": 1}
Row = tuple[Cell, ...]


def tell(desk: Desk) -> tuple[Block, ...]:
    """What changed, in one table; what was only reworded or put elsewhere is counted."""
    rows = list(rows_of(desk))
    if not rows and desk.before is None:
        return (paragraph(_("There is no earlier period to compare with. What is overdue is an exception.")),)
    some, left = limited(rows, MOST)
    blocks: tuple[Block, ...] = (table_of(_caption(desk), some),)
    if not rows:
        blocks = (paragraph(_("Nothing slipped, was added or was removed.")),)
    if left:
        rest = _("And more, which a paper of what changed between two dates lists in full.")
        blocks = (*blocks, paragraph(rest, quiet=True))
    return (*_since(desk), *blocks, *_counted(desk))


def _caption(desk: Desk) -> str:
    return _("What changed since last time") if desk.before else _("What changed in this period")


def table_of(caption: str, rows: Sequence[Row]) -> Table:
    """Changes as a table."""
    columns = (
        Column(_("Change"), share=2),
        Column(_("What changed"), share=5),
        Column(_("Actions"), share=7),
    )
    return Table(caption, columns, tuple(rows), header=2)


def rows_of(desk: Desk) -> Iterator[Row]:
    """What slipped, what recovered, what came, what went; what changed in the same way stands together."""
    yield from _alike(desk, _("Slipped"), desk.changes.slipped)
    yield from (_added(desk, each) for each in came(desk))
    yield from (_dropped(desk, each) for each in went(desk))
    yield from _alike(desk, _("Recovered"), desk.changes.recovered)


def _alike(desk: Desk, how: str, turns: Sequence[Turned]) -> Iterator[Row]:
    """The gravest first: those to red, and those to silence."""
    alike: dict[str, list[Turned]] = {}
    for each in sorted(turns, key=lambda each: _GRAVE.get(each.now, 2)):
        alike.setdefault(_turn(desk, each), []).append(each)
    for what, some in alike.items():
        names = [desk.leading(each.id, *_name(desk, each, len(some))) for each in some]
        yield text(how), text(what), told(joined(names, "; "))


def _name(desk: Desk, turn: Turned, among: int) -> tuple[str, str]:
    """One action by its words too, many by what they are called."""
    action = desk.actions[turn.id]
    return (action.ref, action.text) if among <= FEW else (desk.called(turn.id), "")


def _turn(desk: Desk, change: Turned) -> str:
    if change.what not in (CONFIDENCE, FRESHNESS):
        return moved(change)
    was, now = (_word(desk, change, each) for each in (change.was, change.now))
    return _("From %(was)s to %(now)s.") % {"was": was, "now": now}


def _word(desk: Desk, change: Turned, meaning: str) -> str:
    plan = desk.plan(desk.actions[change.id])
    return statuses.word_of(meaning, statuses.label_of(plan, change.what, meaning))


def came(desk: Desk) -> tuple[Added, ...]:
    """The actions that were added since last time, or in the period where there is no last time."""
    if desk.before:
        return desk.changes.added
    added = [desk.actions[each] for each in desk.record.added if each in desk.actions]
    return tuple(Added(each.id, each.plan, each.ref, each.text) for each in added)


def went(desk: Desk) -> tuple[DroppedThen, ...]:
    """The actions that were removed; those too that came and went since last time."""
    since = desk.before.taken[:10] if desk.before else ""
    gone = [each for each in desk.record.dropped if each.on > since and each.id not in desk.actions]
    return tuple({each.id: each for each in (*desk.changes.dropped, *gone)}.values())


def _added(desk: Desk, added: Added) -> Row:
    action = desk.actions[added.id]
    when = _("Time: %(when)s.") % {"when": action.when or day_of(action.ends)}
    return text(_("Added")), text(when if action.when or action.ends else ""), told(desk.named(action))


def _dropped(desk: Desk, gone: DroppedThen) -> Row:
    on = _("On %(day)s.") % {"day": day_of(gone.on)} if gone.on else ""
    into = desk.actions.get(gone.into)
    went: Words = woven(_("Goes on as part of %(action)s."), action=desk.named(into)[0]) if into else ()
    name = told(desk.leading(gone.id, gone.ref, gone.text))
    return text(_("Removed")), told(joined([text(on).words, went])), name


def _since(desk: Desk) -> tuple[Block, ...]:
    if desk.before is None:
        return (paragraph(_("There is no earlier period to compare with."), quiet=True),)
    period = span(desk.before.starts, desk.before.ends)
    return (paragraph(_("Held against %(period)s.") % {"period": period}, quiet=True),)


def _counted(desk: Desk) -> tuple[Block, ...]:
    reworded = [each.id for each in desk.changes.reworded]
    elsewhere = [each.id for each in desk.changes.moved]
    said = []
    if reworded:
        wording = ngettext("%(some)s action was reworded.", "%(some)s actions were reworded.", len(reworded))
        said.append(woven(wording, some=desk.notes.counted(reworded, _("Reworded"))))
    if elsewhere:
        wording = ngettext(
            "%(some)s action now stands under another heading.",
            "%(some)s actions now stand under another heading.",
            len(elsewhere),
        )
        said.append(woven(wording, some=desk.notes.counted(elsewhere, _("Now under another heading"))))
    return (paragraph(joined(said)),) if said else ()
