"""A tree of texts, drawn as lines with guides. Long texts hang under their beginning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

LEAST_WIDTH = 24
"""Characters a text has at least, however deep it stands: a phone's terminal has about 40."""


@dataclass(frozen=True)
class Guides:
    """The signs that join a branch to what it hangs from."""

    fork: str
    last: str
    down: str


LINES = Guides("├── ", "└── ", "│")
ASCII = Guides("|-- ", "`-- ", "|")


@dataclass(frozen=True)
class Branch:
    """A text, the lines that tell more of it, and the branches under it."""

    text: Text
    more: tuple[Text, ...] = ()
    under: tuple[Branch, ...] = ()


def draw(branch: Branch, console: Console) -> Iterator[Text]:
    """The branch and all under it, as lines no wider than the console."""
    guides = ASCII if console.options.ascii_only else LINES
    yield from _drawn(branch, console, guides, "", "")


def _drawn(branch: Branch, console: Console, guides: Guides, first: str, rest: str) -> Iterator[Text]:
    inner = rest + (guides.down if branch.under else "").ljust(2)
    yield from hang(branch.text, console, first, inner)
    for text in branch.more:
        yield from hang(text, console, inner, inner + "  ")
    for one in branch.under[:-1]:
        yield from _drawn(one, console, guides, rest + guides.fork, rest + guides.down.ljust(4))
    for one in branch.under[-1:]:
        yield from _drawn(one, console, guides, rest + guides.last, rest + " " * 4)


def hang(text: Text, console: Console, first: str, rest: str) -> Iterator[Text]:
    """The text wrapped to the console, its first line after ``first`` and the others after ``rest``."""
    from rich.text import Text

    width = max(LEAST_WIDTH, console.width - max(len(first), len(rest)))
    for at, line in enumerate(text.wrap(console, width)):
        line.rstrip()
        yield Text.assemble((rest if at else first, "dim"), line)
