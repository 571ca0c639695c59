"""Colours as style sheets and spreadsheets name them, as '#rrggbb'."""

from __future__ import annotations

import colorsys
import re

_NAMED = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "lime": "#00ff00",
    "blue": "#0000ff", "yellow": "#ffff00", "orange": "#ffa500", "gray": "#808080", "grey": "#808080",
    "silver": "#c0c0c0", "maroon": "#800000", "purple": "#800080", "fuchsia": "#ff00ff", "magenta": "#ff00ff",
    "olive": "#808000", "navy": "#000080", "teal": "#008080", "aqua": "#00ffff", "cyan": "#00ffff",
    "gold": "#ffd700", "pink": "#ffc0cb", "brown": "#a52a2a", "darkred": "#8b0000", "darkgreen": "#006400",
    "darkorange": "#ff8c00", "lightgreen": "#90ee90", "lightgrey": "#d3d3d3", "lightgray": "#d3d3d3",
    "limegreen": "#32cd32", "tomato": "#ff6347", "crimson": "#dc143c", "lightblue": "#add8e6",
}  # fmt: skip
"""The commoner CSS names (https://www.w3.org/TR/css-color-4/#named-colors)."""

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)")


def from_css(value: str) -> str | None:
    """A colour out of a style value (a background's may hold more words); None where there is none."""
    wording = value.strip().lower()
    if found := _RGB.search(wording):
        return (
            None if found[4] in ("0", "0.0", "0%") else _hexed(*(int(part) for part in found.group(1, 2, 3)))
        )
    if found := _HEX.match(wording):
        digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
        return f"#{digits}"
    return next((_NAMED[word] for word in wording.split() if word in _NAMED), None)


def from_argb(value: str) -> str | None:
    """A spreadsheet's 'FFrrggbb' or 'rrggbb'; None where it is neither."""
    digits = value.strip().lower()[-6:]
    return f"#{digits}" if re.fullmatch(r"[0-9a-f]{6}", digits) else None


def tinted(colour: str, tint: float) -> str:
    """Lighter (tint above 0) or darker, as ECMA-376 part 1, 18.3.1.15, works it out on the luminance."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    tint = max(-1.0, min(1.0, tint))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return _hexed(*(round(part * 255) for part in colorsys.hls_to_rgb(hue, light, saturation)))


def _hexed(*parts: int) -> str:
    return "#" + "".join(f"{max(0, min(255, part)):02x}" for part in parts)
