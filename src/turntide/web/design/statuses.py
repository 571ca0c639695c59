"""How a status is shown: its word, its shape and its tone. The shape carries what the colour does."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Shown:
    """A status as it is shown. ``shape`` names a drawing in parts/shape.html."""

    word: Words
    shape: str
    tone: str


NOT_REPORTED = Shown(_("Not reported"), "dashed", "grey")

LIFECYCLE = {
    "not started": Shown(_("Not started"), "hollow", "grey"),
    "planning": Shown(_("Planning"), "quarter", "teal"),
    "delivering": Shown(_("Delivering"), "half", "teal"),
    "ongoing": Shown(_("Ongoing"), "ring", "teal"),
    "complete": Shown(_("Complete"), "tick", "blue"),
    "paused": Shown(_("Paused"), "bars", "grey"),
    "stopped": Shown(_("Stopped"), "square", "grey"),
    "merged": Shown(_("Merged"), "join", "grey"),
}
CONFIDENCE = {
    "red": Shown(_("Red"), "diamond", "red"),
    "amber": Shown(_("Amber"), "triangle", "amber"),
    "green": Shown(_("Green"), "disc", "green"),
    "blue": Shown(_("Blue"), "tick", "blue"),
}
FRESHNESS = {
    "current": Shown(_("Current"), "disc", "green"),
    "due": Shown(_("Due"), "clock", "teal"),
    "late": Shown(_("Late"), "triangle", "amber"),
    "silent": Shown(_("Silent"), "slash", "red"),
}
SHOWN = {**LIFECYCLE, **CONFIDENCE, **FRESHNESS}


def shown(status: object, label: Words = "") -> Shown:
    """How a status is shown, under a plan's own label where it has one.

    Nothing is "Not reported", in grey. A status that is none of ours keeps its wording and gets no colour.
    """
    wording = _wording(status)
    if not wording:
        return Shown(label or NOT_REPORTED.word, NOT_REPORTED.shape, NOT_REPORTED.tone)
    known = SHOWN.get(wording.casefold().replace("_", " ").replace("-", " "))
    if known is None:
        return Shown(label or wording, "none", "grey")
    return Shown(label or known.word, known.shape, known.tone)


def _wording(status: object) -> str:
    value = getattr(status, "value", status)
    return "" if value is None else str(value).strip()
