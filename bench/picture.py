"""Draws how reading grows: milliseconds for each page or action, over the size of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import log10

from growth import Reading

WIDTH, HEIGHT, LEFT, TOP, FLOOR = 640, 340, 64, 48, 284
RIGHT = WIDTH - 150
LINES = {
    "pdf": ("#1d4f91", ""),
    "docx": ("#a3341f", "7 4"),
    "xlsx": ("#2c6e49", "2 3"),
    "txt": ("#6b4c9a", "10 3 2 3"),
}
UNITS = {"pdf": "page"}


def picture(readings: Sequence[Reading]) -> str:
    """The whole drawing, as SVG. Formats differ by dash as well as by colour."""
    read = [one for one in readings if not one.error]
    top = _rounded(max(one.each for one in read))
    parts = [*_frame(top), *(part for name in LINES for part in _line(name, read, top))]
    return "\n".join([_OPENING, *parts, "</svg>", ""])


_OPENING = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
    'aria-labelledby="title" font-family="sans-serif" font-size="13">\n'
    '<title id="title">Milliseconds to read one page or action, over the length of the plan</title>\n'
    f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
)


def _frame(top: float) -> list[str]:
    lines = [
        f'<text x="{LEFT}" y="26" font-weight="bold">Milliseconds for each page (PDF) or action (others)</text>'
    ]
    for share in (0, 0.5, 1):
        y = _y(share * top, top)
        lines.append(f'<line x1="{LEFT}" y1="{y}" x2="{RIGHT}" y2="{y}" stroke="#cccccc"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{share * top:g}</text>')
    lines += [
        f'<text x="{_x(size)}" y="{FLOOR + 20}" text-anchor="middle">{size:,}</text>'
        for size in (10, 100, 1000, 10_000)
    ]
    middle = (LEFT + RIGHT) / 2
    return [*lines, f'<text x="{middle:g}" y="{FLOOR + 42}" text-anchor="middle">pages or actions</text>']


def _line(name: str, readings: Sequence[Reading], top: float) -> list[str]:
    points = [(_x(one.size), _y(one.each, top)) for one in readings if one.format == name]
    if not points:
        return []
    colour, dash = LINES[name]
    path = " ".join(f"{x},{y}" for x, y in points)
    x, y = points[-1]
    label = escape(f"{name}, each {UNITS.get(name, 'action')}")
    dots = [f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>' for x, y in points]
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>',
        *dots,
        f'<text x="{x + 8}" y="{y + _nudge(name)}" fill="{colour}">{label}</text>',
    ]


def _nudge(name: str) -> int:
    """Labels that would stand on one another at the floor stand apart."""
    return {"docx": -12, "xlsx": 4, "txt": 20}.get(name, 4)


def _x(size: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * (log10(size) - 1) / 3, 1)


def _y(value: float, top: float) -> float:
    return round(FLOOR - (FLOOR - TOP) * value / top, 1)


def _rounded(value: float) -> float:
    """The next round figure for the top of the scale."""
    step: float = 10 ** int(log10(max(value, 1)))
    return float(-(-value // step) * step)
