"""The register of bodies that no longer exist, as data in ``bodies.toml`` beside this module."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class EndedBody:
    """An entry of the register; the file's own first lines say what each field is for."""

    name: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    owner_names: tuple[str, ...]
    what: str
    ended: str
    successor: str
    source: str
    url: str

    def owns(self, name: str) -> bool:
        """Whether an owner's name is this body, or holds its name."""
        return " ".join(name.casefold().split()) in self.owner_names or self.named_in(name)

    def named_in(self, text: str) -> bool:
        """Whether a text names this body."""
        by_name, by_acronym = _patterns(self.names, self.acronyms)
        flat = " ".join(text.split())
        return bool((by_name and by_name.search(flat)) or (by_acronym and by_acronym.search(flat)))

    def may_stand_in(self, text: str) -> bool:
        """Whether a `folded` text could name this body: a quick look before `named_in`, and never too strict."""
        return any(stem in text for stem in _stems(self.names + self.acronyms))


def folded(text: str) -> str:
    """A text in which letters that are alike but for their case are the same, with single spaces."""
    small = " ".join(text.split()).casefold()
    return small.replace("\u0131", "i").replace("i\u0307", "i")


@cache
def _stems(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without what their plurals change."""
    return tuple(folded(name.removesuffix("y")) for name in names)


@cache
def register() -> tuple[EndedBody, ...]:
    """Every entry, in the order of the file."""
    text = files("turntide.checking").joinpath("bodies.toml").read_text("utf-8")
    return tuple(EndedBody(**_frozen(entry)) for entry in tomllib.loads(text)["body"])


def _frozen(entry: dict[str, str | list[str]]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


@cache
def _patterns(
    names: tuple[str, ...], acronyms: tuple[str, ...]
) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The patterns of names (any case) and of acronyms (capitals), as whole words, singular and plural."""
    long = "|".join(_with_plural(name) for name in names)
    short = "|".join(re.escape(acronym) + r"['’]?s?" for acronym in acronyms)
    return (
        re.compile(rf"\b(?:{long})\b", re.IGNORECASE) if long else None,
        re.compile(rf"\b(?:{short})\b") if short else None,
    )


def _with_plural(name: str) -> str:
    if name.endswith("y"):
        return re.escape(name[:-1]) + "(?:y|ies)"
    return re.escape(name) + "s?"
