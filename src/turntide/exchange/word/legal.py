"""Texts as XML can hold them."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")


def legal(text: str) -> str:
    """The text with every line's end as a line feed, without signs that XML forbids.

    Half of a surrogate pair stood for a letter that is lost already: the sign for an unknown letter takes its place.
    """
    return _HALVES.sub("\ufffd", _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text)))


def on_one_line(text: str) -> str:
    """A text for a heading or an entry of a list, which a line's end would part in two."""
    return " ".join(legal(text).split())
