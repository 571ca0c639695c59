"""Characters of Word's symbol fonts that carry meaning in a plan (ticks, crosses, boxes), as Unicode."""

from __future__ import annotations

_PRIVATE = 0xF000
"""Word keeps symbol characters in Unicode's private area, 0xF020 to 0xF0FF."""

_FONTS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x76: "❖", 0x9F: "•",
        0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xE8: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐"},
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■", 0x6E: "●"},
    "symbol": {0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB7: "•", 0xD6: "√"},
}  # fmt: skip


def is_symbol_font(font: str) -> bool:
    """Whether a font's letters are pictures."""
    return font.lower() in _FONTS


def in_unicode(text: str, font: str) -> str:
    """Text set in a symbol font as Unicode; what has no known meaning stays as it is."""
    signs = _FONTS.get(font.lower(), {})
    return "".join(signs.get(_place(letter), letter) for letter in text)


def _place(letter: str) -> int:
    code = ord(letter)
    return code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
