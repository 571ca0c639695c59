"""A comparison as one HTML page: no script, no file beside it, nothing told by colour alone."""

from __future__ import annotations

from turntide.editions.comparison import Comparison, Fate
from turntide.editions.inline import pieces
from turntide.editions.saying import called, groups, summary


def to_html(comparison: Comparison) -> str:
    """The whole page as text. Everything from the plans is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # only this page needs it

    environment = Environment(
        loader=PackageLoader("turntide.editions", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    changed = [pairing for pairing in comparison.headings if pairing.kind != Fate.SAME or pairing.changes]
    return environment.get_template("comparison.html").render(
        comparison=comparison,
        summary=summary(comparison),
        groups=groups(comparison),
        headings=changed,
        pieces=pieces,
        called=called,
    )
