"""Words on their way to a printer: what no file format may hold is left out, languages get their full names."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REGIONS = {"en": "en-GB", "cy": "cy-GB"}
_OPEN = ("https://", "http://", "mailto:")


def printable(text: str) -> str:
    """The text without what XML forbids; its line ends are those of one kind."""
    return allowed(text.replace("\r\n", "\n").replace("\r", "\n"))


def allowed(text: str) -> str:
    """The text as it is, but for the control characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def language_tag(language: str) -> str:
    """A language as Word and PDF name it: "en-gb" is "en-GB", "cy" is "cy-GB"."""
    first, _, region = language.partition("-")
    if region:
        return f"{first.lower()}-{region.upper()}"
    return _REGIONS.get(first.lower(), first.lower() or "en-GB")


def may_be_opened(url: str) -> bool:
    """Whether a reader may be led there: a page of the web or a letter, never a script or a file."""
    return url.lower().startswith(_OPEN)
