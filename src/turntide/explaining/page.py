"""The page that explains a reading: one HTML file, no script, nothing told by colour alone."""

from __future__ import annotations

import re
from itertools import groupby

from turntide.explaining.families import LEGEND
from turntide.explaining.parts import WHOLE, Part
from turntide.explaining.view import view
from turntide.reading.trace import Decision, Reading

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def to_html(reading: Reading, part: Part = WHOLE) -> str:
    """The whole page as text; everything from the file is escaped. Raises NoSuchPart."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # only this page needs it

    environment = Environment(
        loader=PackageLoader("turntide.explaining", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["colour"] = _colour
    shown = view(reading, part)
    return environment.get_template("explanation.html").render(
        view=shown, plan=reading.plan, legend=LEGEND, by_stage=_by_stage
    )


def _colour(fill: str | None) -> str:
    """The fill where it is a colour as we write them, else ''."""
    return fill if fill and _COLOUR.fullmatch(fill) else ""


def _by_stage(decisions: tuple[Decision, ...]) -> list[tuple[str, list[Decision]]]:
    """The decisions of each stage, stages in the order they were taken."""
    return [(stage, list(of)) for stage, of in groupby(decisions, lambda decision: decision.stage)]
