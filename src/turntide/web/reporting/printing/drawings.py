"""Drawings on their way into a paper: as addresses that hold them whole, and as points of colour."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache

from django.template.loader import render_to_string

from turntide.web.reporting.printing.looks import tone
from turntide.web.reporting.printing.wording import printable

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="#{ink}" stroke-width="2"'


def as_address(svg: str) -> str:
    """A drawing as a data: address."""
    return "data:image/svg+xml;base64," + b64encode(printable(svg).encode()).decode()


def shapes(wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The design's shapes in the tones that are wanted, as addresses: "green.disc" and so on, as style sheets do."""
    return {f"{name}.{shape}": as_address(_shape(shape, tone(name).ink)) for name, shape in sorted(wanted)}


@cache
def _shape(shape: str, ink: str) -> str:
    drawn = render_to_string("design/parts/shape.html", {"shape": shape}).strip()
    coloured = drawn.replace("<svg", _SVG.format(ink=ink), 1)
    return coloured.replace('class="tt-full"', f'fill="#{ink}"')
