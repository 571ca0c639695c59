"""The traffic-light colour that a status says in a stray spelling ('grn', 'A/G', 'Amber → Green') or by its fill."""

from __future__ import annotations

import re
from collections.abc import Iterable
from colorsys import rgb_to_hsv

_COLOURS = ("green", "amber", "red")
"""From the best to the worst."""
_LETTERS = {"g": "green", "a": "amber", "r": "red", "y": "amber"}
LETTERS = frozenset("ragby")
_TELLING = frozenset("rg")
_ARROW = re.compile(r"\s*(?:[→➔➜⇒➡►▶↗↘⟶]\ufe0f?|[-=]*>)\s*")
_BETWEEN = re.compile(r"\s*[/\\-]\s*")
_SHORTEST_SLIP = 4
_NO_ANSWER = frozenset({"n/a", "n/k"})


def colour_said(wording: str, letters: bool = False) -> str | None:
    """The colour a whole wording says: after an arrow the one it goes to, of two the worse ('A/G' is amber).

    ``letters`` says that one letter stands for a colour here: 'A' may else be a class or a name.
    """
    text = " ".join(wording.lower().split()).strip(" !?.*:,;()[]")
    stages = [_worst(stage, letters) for stage in _ARROW.split(text)]
    return stages[-1] if None not in stages else None


def _worst(text: str, letters: bool) -> str | None:
    named = [_colour(part, letters) for part in _BETWEEN.split(text)]
    if not 1 <= len(named) <= 2 or None in named:
        return None
    return max((name for name in named if name), key=_COLOURS.index)


def _colour(word: str, letters: bool) -> str | None:
    """The colour of one word: written short, with a slip of one letter, or, where that is so here, as a letter."""
    if letters and word in _LETTERS:
        return _LETTERS[word]
    return next((colour for colour in _COLOURS if _is_short(word, colour) or _is_slip(word, colour)), None)


def _is_short(word: str, colour: str) -> bool:
    """Only vowels were left out, and not the first letter: 'grn', 'ambr', 'rd'."""
    rest = iter(colour)
    bones = [char for char in colour if char not in "aeiou"]
    return word[:1] == colour[0] and all(char in rest for char in word) and _bones(word) == bones


def _bones(word: str) -> list[str]:
    return [char for char in word if char not in "aeiou"]


def _is_slip(word: str, colour: str) -> bool:
    """One letter wrong, doubled or out of place in a word long enough to be told by the others."""
    long = min(len(word), len(colour)) >= _SHORTEST_SLIP and word[:1] == colour[0]
    if not long or not word.isalpha():
        return False
    # Not above: whoever only shows a plan need not load what measures words.
    from rapidfuzz.distance import OSA

    return OSA.distance(word, colour) <= 1


def by_letters(words: Iterable[str], headed: bool) -> bool:
    """Whether the single letters among a column's cells stand for colours.

    Every one of them is a colour's letter, and one is told for certain: by the heading ('RAG'), by another cell
    ('Green'), or by an R or a G.
    """
    plain = [word.strip(" .!?*()[]").lower() for word in words]
    single = {letter for word in plain if word not in _NO_ANSWER for letter in _lone_letters(word)}
    told = headed or bool(single & _TELLING) or any(len(word) > 1 and colour_said(word) for word in plain)
    return bool(single) and single <= LETTERS and told


def _lone_letters(word: str) -> list[str]:
    """The letters of a cell of nothing else: 'a', 'a/g', 'a → g'."""
    parts = [part for stage in _ARROW.split(word) for part in _BETWEEN.split(stage)]
    return parts if all(len(part) == 1 and part.isalpha() for part in parts) else []


def status_of_fill(fill: str) -> str | None:
    """The status colour a cell's fill ('#00b050') stands for: red, amber, green, blue or grey.

    Pale tints, black and white are None: they dress a table. The bounds are hues of the colour circle in
    degrees, wide enough for Excel's standard colours and its 'good', 'neutral' and 'bad' styles.
    """
    digits = fill.lstrip("#")
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", digits):
        return None
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = rgb_to_hsv(red, green, blue)
    if saturation < 0.06:
        return "grey" if 0.35 <= value <= 0.88 else None
    return _hue_name(hue * 360, saturation) if saturation >= 0.15 and value >= 0.35 else None


def _hue_name(degrees: float, saturation: float) -> str | None:
    if degrees < 20 or degrees >= 340:
        return "red"
    if degrees < 66:
        return "amber"
    if degrees < 170:
        return "green"
    return "blue" if 180 <= degrees < 260 and saturation >= 0.45 else None
