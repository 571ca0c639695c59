"""Wordings are filled: ``{{ name }}`` becomes the value of that name, and nothing else in a wording means anything."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_FIELD = re.compile(r"\{\{[ \t]*([A-Za-z_]\w*)[ \t]*\}\}", re.ASCII)
_LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}")


def fill(wording: str, values: Mapping[str, str]) -> str:
    """The wording with its fields' values. What stands in a value is never filled again. Raises KeyError."""
    return _FIELD.sub(lambda match: values[match.group(1)], wording)


def fields_in(wording: str) -> tuple[str, ...]:
    """The names a wording uses, each once, in its order."""
    return tuple(dict.fromkeys(_FIELD.findall(wording)))


def unknown_in(wording: str, names: Collection[str]) -> tuple[str, ...]:
    """What a wording uses as a field and is none."""
    return tuple(name for name in fields_in(wording) if name not in names)


def broken_braces(wording: str) -> bool:
    """Whether braces are left that look like a field and are none: one brace forgotten, or a program's words."""
    return _LEFT_OVER.search(_FIELD.sub("", wording)) is not None


def on_one_line(words: str) -> str:
    """Words for a header: without line breaks or anything else that could end it."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def struck(words: str, values: Mapping[str, str], secret: Collection[str], instead: str) -> str:
    """Words without the secret values, wherever they stand."""
    for value in sorted((values[name] for name in secret if values.get(name)), key=len, reverse=True):
        words = words.replace(value, instead)
    return words
