"""The axes of status as pictures show them: each status with its word, shape and filling. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.web.design.statuses import Shown
from turntide.web.periods.rules.figures import CONFIDENCES, FRESHNESSES, LIFECYCLES
from turntide.web.periods.rules.record import PlanThen
from turntide.web.reporting.pictures.fills import Look, filled, look_of
from turntide.web.reporting.pictures.letters import cut, width_of
from turntide.web.reporting.pictures.shapes import shape
from turntide.web.reporting.pictures.strokes import INK, SIZE, SMALL, text
from turntide.web.reporting.pictures.wording import status_named
from turntide.web.reporting.rules.paper import Cell, words

KEYS = {"lifecycle": LIFECYCLES, "confidence": CONFIDENCES, "freshness": FRESHNESSES}
_SWATCH, _SHAPE = 20.0, 8.0
KEY_LEAD = _SWATCH + _SHAPE + 8
"""How far into a key its word begins."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A status of an axis as it is shown and filled. The empty key is "not reported"; ``plain``: without colours."""

    key: str
    shown: Shown
    look: Look
    plain: bool = False

    @property
    def word(self) -> str:
        """What it is called."""
        return str(self.shown.word)

    @property
    def cell(self) -> Cell:
        """It, in a table."""
        tone = "grey" if self.plain else self.shown.tone
        return Cell(words(self.word), shape=self.shown.shape, tone=tone)


def standings(axis: str, plans: Sequence[PlanThen], *, colours: bool = True) -> tuple[Standing, ...]:
    """Every status of an axis in its order, under the labels of these plans."""
    named = ((key, status_named(plans, axis, key)) for key in KEYS[axis])
    return tuple(
        Standing(key, each, look_of(each.shape, each.tone, colours=colours), plain=not colours)
        for key, each in named
    )


def in_colours(plans: Iterable[PlanThen]) -> bool:
    """Whether any of these plans is told in colours."""
    return any(not plan.stories_only for plan in plans)


def uncoloured() -> Standing:
    """The actions of plans that are told without red, amber and green."""
    return Standing("without", Shown(_("Told without colours"), "none", "grey"), look_of("none", "grey"))


def key_of(each: Standing, x: float, y: float, width: float) -> str:
    """The key to a filling on one line: a sample, the status's shape and its word. ``y`` is the word's baseline."""
    word = cut(each.word, width - KEY_LEAD, SMALL)
    return "".join(
        (
            filled(x, y - 8, _SWATCH, 10, each.look),
            shape(each.shown.shape, x + _SWATCH + 3, y - _SHAPE + 0.8, _SHAPE, each.look.ink),
            text(x + KEY_LEAD, y, word, size=SMALL, ink=INK),
        )
    )


def keys_in_rows(every: Sequence[Standing], x: float, y: float, width: float) -> tuple[str, float]:
    """Keys side by side, in as many rows as they need, and how high they are together."""
    drawn, across, down = [], 0.0, 0.0
    for each in every:
        takes = min(KEY_LEAD + width_of(each.word, SMALL) + 4, width)
        if across and across + takes > width:
            across, down = 0.0, down + SIZE * 1.6
        drawn.append(key_of(each, x + across, y + down, takes))
        across += takes + 10
    return "".join(drawn), down + SIZE * 1.6
