"""How statuses look on paper: the colours of the design (look/_status.scss), and a sign for each shape.

The signs are of the WGL4 set, which Arial and Liberation Sans both hold: none turns into an empty box.
"""

from __future__ import annotations

from typing import NamedTuple

INK, SOFT, LINE = "14211f", "45514f", "bccac8"
TEAL, TEAL_PALE, TEAL_MIST, AMBER, AMBER_PALE = "0f4c52", "d5e7e5", "eef5f4", "f5b13d", "fdf1d9"


class Tone(NamedTuple):
    """Two colours that are read on each other."""

    ink: str
    ground: str


TONES = {
    "green": Tone("0f6046", "dcf0e6"),
    "red": Tone("98210f", "fbe6e1"),
    "amber": Tone("6b4200", "fdf1d9"),
    "blue": Tone("1b4f8a", "e1ecf8"),
    "teal": Tone("0f4c52", "d5e7e5"),
    "grey": Tone("4a5654", "e9eeed"),
}
SIGNS = {
    "dashed": "–",
    "hollow": "○",
    "quarter": "◦",
    "half": "►",
    "ring": "∞",
    "tick": "√",
    "bars": "║",
    "square": "■",
    "join": "→",
    "diamond": "♦",
    "triangle": "▲",
    "disc": "●",
    "clock": "◊",
    "slash": "Ø",
}


def tone(name: str) -> Tone:
    """The colours of a tone; grey for one that is none of ours."""
    return TONES.get(name, TONES["grey"])


def sign(shape: str) -> str:
    """The sign that stands for a shape in running text, nothing for no shape."""
    return SIGNS.get(shape, "")
