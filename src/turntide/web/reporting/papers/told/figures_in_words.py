"""The same figures as the picture's tables, in a line an axis: for papers of one page. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.reporting.papers.axes import Axis, axes, head_of, now_of, was_of
from turntide.web.reporting.papers.cells import paragraph
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.told.picture import opening_figures
from turntide.web.reporting.papers.wording import joined, woven
from turntide.web.reporting.rules.paper import Block, Bullets, Words, words


def tell(desk: Desk) -> tuple[Block, ...]:
    """How many actions stand how."""
    if not desk.record.actions:
        return (paragraph(_("There is no action to count here.")),)
    return (*opening_figures(desk), Bullets(tuple(_line(desk, axis) for axis in axes(desk))))


def _line(desk: Desk, axis: Axis) -> Words:
    some = [_counted(desk, axis, key) for key in axis.now if axis.has(key)]
    return (*words(f"{axis.name}: "), *joined(some, "; "))


def _counted(desk: Desk, axis: Axis, key: str) -> Words:
    put = {"status": head_of(axis, key).words[0], "now": now_of(desk, axis, key)}
    if axis.before is None:
        return woven(_("%(status)s %(now)s"), **put)
    return woven(_("%(status)s %(now)s (before: %(before)s)"), **put, before=was_of(desk, axis, key))
