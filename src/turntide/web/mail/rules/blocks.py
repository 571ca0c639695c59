"""A letter's words in blocks: paragraphs, lists, and links that stand alone. Its HTML is drawn from these."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

_LINK = re.compile(r"https?://[^\s<>\"]+")
_ITEM = "* "


@dataclass(frozen=True, slots=True)
class Block:
    """``kind`` is "words", "list" or "link"; the lines are as they were written, without a list's stars."""

    kind: str
    lines: tuple[str, ...]


def blocks(text: str, may_link: Callable[[str], bool]) -> tuple[Block, ...]:
    """The blocks of a text. A link alone on its line becomes one where ``may_link`` says so, else it stays words."""
    return tuple(block for part in re.split(r"\n[ \t]*\n", _tidy(text)) for block in _of_part(part, may_link))


def is_link(line: str) -> bool:
    """Whether a line is an address of a page and nothing else."""
    return _LINK.fullmatch(line) is not None


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _of_part(part: str, may_link: Callable[[str], bool]) -> Iterator[Block]:
    lines = [line.strip() for line in part.split("\n") if line.strip()]

    def kind_of(line: str) -> str:
        if line.startswith(_ITEM):
            return "list"
        return "link" if is_link(line) and may_link(line) else "words"

    for kind, group in groupby(lines, kind_of):
        found = tuple(group)
        if kind == "link":
            yield from (Block(kind, (line,)) for line in found)
        else:
            yield Block(kind, tuple(line.removeprefix(_ITEM).strip() for line in found))
