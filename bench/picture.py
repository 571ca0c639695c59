"""Draws how reading grows: the time for one page or action, against that of the shortest plan in its format."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, log10

from growth import Reading

WIDTH, HEIGHT, LEFT, RIGHT, TOP, FLOOR = 640, 330, 56, 540, 56, 264
LINES = {
    "pdf": ("#1d4f91", ""),
    "docx": ("#a3341f", "7 4"),
    "xlsx": ("#2c6e49", "2 3"),
    "txt": ("#6b4c9a", "10 3 2 3"),
}
TITLE = "Processor time for one page (PDF) or action (others), the shortest plan being 1"
Points = list[tuple[float, float]]


def picture(readings: Sequence[Reading]) -> str:
    """The whole drawing, as SVG. Formats differ by their dashes as well as by colour."""
    ratios = {name: found for name in LINES if (found := _ratios(name, readings))}
    top = max(2, ceil(max(ratio for found in ratios.values() for _, ratio in found)))
    drawn = [part for name, found in ratios.items() for part in _line(name, found, top)]
    return "\n".join([_OPENING, *_frame(top), *drawn, *_names(ratios, top), "</svg>", ""])


_OPENING = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
    'aria-labelledby="title" font-family="sans-serif" font-size="13">\n'
    f'<title id="title">{TITLE}</title>\n<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
)


def _ratios(name: str, readings: Sequence[Reading]) -> Points:
    """How many times as long the plan is, and as dear each of its pages or actions."""
    read = [one for one in readings if one.format == name and not one.error and one.cpu]
    return [(one.size / read[0].size, one.each / read[0].each) for one in read]


def _frame(top: int) -> list[str]:
    lines = [f'<text x="{LEFT}" y="28" font-weight="bold">{TITLE}</text>']
    for level in range(top + 1):
        y = _y(level, top)
        lines.append(f'<line x1="{LEFT}" y1="{y}" x2="{RIGHT}" y2="{y}" stroke="#cccccc"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{level}</text>')
    lines += [
        f'<text x="{_x(times)}" y="{FLOOR + 20}" text-anchor="middle">× {times}</text>'
        for times in (1, 10, 100)
    ]
    middle = (LEFT + RIGHT) / 2
    return [*lines, f'<text x="{middle:g}" y="{FLOOR + 44}" text-anchor="middle">length of the plan</text>']


def _line(name: str, ratios: Points, top: int) -> list[str]:
    colour, dash = LINES[name]
    points = [(_x(times), _y(ratio, top)) for times, ratio in ratios]
    path = " ".join(f"{x},{y}" for x, y in points)
    line = f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"'
    return [
        f'{line} stroke-dasharray="{dash}"/>' if dash else f"{line}/>",
        *(f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>' for x, y in points),
    ]


def _names(ratios: dict[str, Points], top: int) -> list[str]:
    """Each format's name at the end of its line, from the top down, moved apart where lines end together."""
    names, floor = [], 0.0
    for y, name in sorted((_y(found[-1][1], top), name) for name, found in ratios.items()):
        floor = max(y + 4, floor + 17)
        x = _x(ratios[name][-1][0]) + 12
        names.append(f'<text x="{x}" y="{floor:g}" fill="{LINES[name][0]}">{name}</text>')
    return names


def _x(times: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * log10(times) / 2, 1)


def _y(ratio: float, top: int) -> float:
    return round(FLOOR - (FLOOR - TOP) * ratio / top, 1)
