"""The shapes that statuses go by, as the site's tags draw them. Pure."""

from __future__ import annotations

from turntide.web.reporting.pictures.strokes import PAPER, moved, number

_PARTS: dict[str, tuple[str, ...]] = {
    "dashed": ('<circle cx="8" cy="8" r="6" stroke-dasharray="3 2"/>',),
    "hollow": ('<circle cx="8" cy="8" r="6"/>',),
    "quarter": ('<circle cx="8" cy="8" r="6"/>', '<path fill="{ink}" d="M8 8V2a6 6 0 0 1 6 6z"/>'),
    "half": ('<circle cx="8" cy="8" r="6"/>', '<path fill="{ink}" d="M8 2a6 6 0 0 1 0 12z"/>'),
    "ring": ('<path d="M13.5 6A6 6 0 1 0 14 8M14 2v4h-4"/>',),
    "tick": ('<path d="M2 8.5l4 4L14 3.5"/>',),
    "bars": ('<path d="M5 2v12M11 2v12" stroke-width="3"/>',),
    "square": ('<path fill="{ink}" d="M3 3h10v10H3z"/>',),
    "join": ('<path d="M2 3l6 5v6M14 3L8 8"/>',),
    "diamond": ('<path fill="{ink}" d="M8 1l7 7-7 7-7-7z"/>',),
    "open diamond": ('<path fill="{paper}" d="M8 1l7 7-7 7-7-7z"/>',),
    "triangle": ('<path fill="{ink}" d="M8 2l6.5 12h-13z"/>',),
    "disc": ('<circle cx="8" cy="8" r="6" fill="{ink}"/>',),
    "clock": ('<circle cx="8" cy="8" r="6" fill="{paper}"/>', '<path d="M8 4v4l3 2"/>'),
    "slash": ('<circle cx="8" cy="8" r="6"/>', '<path d="M4 12l8-8"/>'),
    "cross": ('<path d="M3 3l10 10M13 3L3 13"/>',),
    "met": ('<circle cx="8" cy="8" r="7" fill="{ink}"/>', '<path stroke="{paper}" d="M4 8.5l3 3 5-6"/>'),
}


def shape(name: str, x: float, y: float, side: float, ink: str) -> str:
    """A shape in a square of this side, ``x`` and ``y`` its upper left corner. An unknown name draws nothing."""
    parts = "".join(_PARTS.get(name, ())).format(ink=ink, paper=PAPER)
    if not parts:
        return ""
    looks = f'<g fill="none" stroke="{ink}" stroke-width="{number(2)}">{parts}</g>'
    return moved(looks, x, y, side / 16)
