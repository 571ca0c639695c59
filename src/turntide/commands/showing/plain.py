"""Text that any terminal can show: no control characters, and ASCII where that is all there is."""

from __future__ import annotations

import codecs
import io
import unicodedata
from typing import IO

_PLAIN = {
    **dict.fromkeys("‘’‚‹›′", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("–—−‐‑", "-"),
    **dict.fromkeys("•▪●○◦·", "*"),
    **{"…": "...", "→": "->", "←": "<-", "£": "GBP ", "€": "EUR ", "×": "x", "│": "|", "─": "-"},
    **{"├": "|", "└": "`", "✓": "v", "↷": ">", "⇉": ">", "⇄": "<", "≥": ">=", "≤": "<=", "½": "1/2"},
}
_HANDLER = "turntide-plain"


def visible(text: str) -> str:
    """The text on one line, without characters that would steer a terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def make_plain(stream: IO[str]) -> None:
    """Let a stream that cannot show a character show one that comes near it, instead of failing."""
    if isinstance(stream, io.TextIOWrapper) and stream.errors != _HANDLER:
        codecs.register_error(_HANDLER, _nearest)
        stream.reconfigure(errors=_HANDLER)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wanted = error.object[error.start : error.end]
    return "".join(map(_near, wanted)), error.end


def _near(sign: str) -> str:
    if sign in _PLAIN:
        return _PLAIN[sign]
    letters = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return letters or "?"
