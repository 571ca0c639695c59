"""The text of a drawn sign, as a reader would type it."""

from __future__ import annotations

UNREADABLE = "\ufffd"

_SIGNS = {
    **{chr(code): "•" for code in (0xF0B7, 0xF0A7, 0xF076, 0xF0D8, 0xF077, 0xF06E, 0xF071, 0xF0A8, 0xF09F)},
    "\uf0fc": "✓",
    "\uf0fb": "✗",
    "\uf0e0": "→",
    "\uf02d": "-",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\t": " ",
    "\u200b": "",
    "\ufeff": "",
}


def plain_text(text: str) -> str:
    """A glyph's text with ligatures opened, bullets of symbol fonts as '•', and control characters left out."""
    if text.isascii() and text.isprintable():
        return text
    opened = "".join(_SIGNS.get(sign, sign) for sign in text)
    return "".join(
        sign for sign in opened if sign.isprintable() or sign == "\u00ad" or "\ue000" <= sign <= "\uf8ff"
    )
