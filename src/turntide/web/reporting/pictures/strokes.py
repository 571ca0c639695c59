"""The strokes of a drawing, as SVG in words: boxes, lines, text, and the whole sheet. Pure.

Only presentation attributes are used: no style, no classes, no scripts, nothing that is fetched. So a drawing looks the
same in a page with a strict content policy, in a PDF and in an office program.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

from turntide.web.reporting.pictures.letters import clean

INK, SOFT, GREY, LINE, PAPER = "#14211f", "#45514f", "#4a5654", "#bccac8", "#ffffff"
TEAL, SEA, BRICK, BLUE, AMBER = "#0f4c52", "#0f6046", "#98210f", "#1b4f8a", "#8a5200"
SIZE, SMALL = 9.0, 8.0
FONT = "Liberation Sans, Arial, sans-serif"


def number(value: float) -> str:
    """A length, to a hundredth, without noise."""
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")


def _attributes(**given: object) -> str:
    named = ((name.replace("_", "-"), each) for name, each in given.items() if each is not None)
    return "".join(
        f" {name}={quoteattr(number(each) if isinstance(each, int | float) else str(each))}"
        for name, each in named
    )


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str = PAPER,
    stroke: str | None = None,
    weight: float | None = None,
    dashes: str | None = None,
    round_by: float | None = None,
) -> str:
    """A rectangle."""
    looks = _attributes(
        fill=fill, stroke=stroke, stroke_width=weight, stroke_dasharray=dashes, rx=round_by, ry=round_by
    )
    return f"<rect{_attributes(x=x, y=y, width=max(width, 0), height=max(height, 0))}{looks}/>"


def line(
    x: float,
    y: float,
    to_x: float,
    to_y: float,
    *,
    stroke: str = LINE,
    weight: float = 0.75,
    dashes: str | None = None,
) -> str:
    """A straight line."""
    looks = _attributes(stroke=stroke, stroke_width=weight, stroke_dasharray=dashes)
    return f"<line{_attributes(x1=x, y1=y, x2=to_x, y2=to_y)}{looks}/>"


def path(drawn: str, *, fill: str = "none", stroke: str | None = None, weight: float | None = None) -> str:
    """A path; ``drawn`` are its commands."""
    return f"<path{_attributes(d=drawn, fill=fill, stroke=stroke, stroke_width=weight)}/>"


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = SIZE,
    ink: str = INK,
    at: str | None = None,
    strong: bool = False,
    turned: float = 0,
) -> str:
    """Words on one line, ``y`` its baseline; ``at`` is "middle" or "end". ``turned`` is in degrees."""
    turn = f"rotate({number(turned)} {number(x)} {number(y)})" if turned else None
    looks = _attributes(
        font_size=size,
        font_weight="bold" if strong else None,
        fill=ink,
        text_anchor=at,
        transform=turn,
    )
    return f"<text{_attributes(x=x, y=y)}{looks}>{escape(clean(words))}</text>"


def lines_of_text(
    x: float,
    y: float,
    lines: Sequence[str],
    *,
    size: float = SIZE,
    ink: str = INK,
    at: str | None = None,
    strong: bool = False,
) -> str:
    """Lines under each other, the first on baseline ``y``."""
    return "".join(
        text(x, y + row * leading(size), each, size=size, ink=ink, at=at, strong=strong)
        for row, each in enumerate(lines)
    )


def leading(size: float) -> float:
    """From one baseline to the next."""
    return size * 1.2


def moved(drawn: str, x: float, y: float, scale: float = 1) -> str:
    """A drawing somewhere else, and in another size."""
    return f'<g transform="translate({number(x)} {number(y)}) scale({number(scale)})">{drawn}</g>'


def sheet(key: str, title: str, seen: str, size: tuple[float, float], parts: Iterable[str]) -> str:
    """A whole drawing that stands alone. Its ids tell it apart from any other drawing on the same page."""
    drawn = "".join(parts)
    width, height = (number(each) for each in size)
    name = f"{key}-{sha256((title + seen + drawn).encode('utf-8', 'replace')).hexdigest()[:8]}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="{name}-title {name}-seen" '
        f'font-family="{FONT}">'
        f'<title id="{name}-title">{escape(clean(title))}</title>'
        f'<desc id="{name}-seen">{escape(clean(seen))}</desc>'
        f"{box(0, 0, *size)}{drawn}</svg>"
    )
