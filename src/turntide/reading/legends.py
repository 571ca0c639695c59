"""What a plan says its own colours, marks and short forms mean: 'Green = achieved', 'S: by March 2026'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from turntide.documents.document import Cell, Table
from turntide.reading.grids import Row
from turntide.reading.passage import Passage, of_block
from turntide.reading.wordings.colours_said import status_of_fill
from turntide.reading.wordings.statuses import looks_like_status

_OPENING = re.compile(r"^\s*(?P<word>[A-Za-z][\w /()]{2,40}?)\s*:\s*")
_KEY_WORD = re.compile(r"\b(?:key|legend|where)\b", re.IGNORECASE)
_SIGN = r"(?:=|:\s|\s[-–—]\s|\s?\()"
_PARTING = re.compile(rf"[;\n|]|[,.]\s+(?=[^,.;=:(]{{1,30}}{_SIGN})")
_ENTRY = re.compile(r"^(?P<key>[^=:(]{1,30}?)\s*(?P<sign>=|:|\s[-–—]\s|\()\s*(?P<meaning>[^=]{2,}?)[\s.)]*$")
_SHORT_FORM = re.compile(r"[A-Z]{1,4}|(?i:(?:short|medium|middle|long)(?:[ -]term)?)|[✓✔✗✘●■◆▲🟢🟡🟠🔴*]+")
_DOTS = " \t●■◆▲•"
LONGEST_KEY = 4
LONGEST_ENTRY = 200
"""Characters: a longer piece is prose."""
MOST_ENTRIES = 12


@dataclass
class Legend:
    """Meanings by a colour ('#rrggbb') and by the word, mark or short form the plan uses for it."""

    fills: dict[str, Passage] = field(default_factory=dict)
    words: dict[str, Passage] = field(default_factory=dict)

    @property
    def wordings(self) -> Mapping[str, str]:
        """The meaning of each word, mark or short form, as `status` and `timescale` take it."""
        return {key: meaning.wording for key, meaning in self.words.items()}

    def of_fill(self, fill: str) -> Passage | None:
        """What a colour means: by its very shade, else by the colour it passes for."""
        if fill.lower() in self.fills:
            return self.fills[fill.lower()]
        colour = status_of_fill(fill)
        if colour is None:
            return None
        shades = {
            meaning.wording: meaning for key, meaning in self.fills.items() if status_of_fill(key) == colour
        }
        if len(shades) == 1:
            return next(iter(shades.values()))
        return self.words.get(colour) if not shades else None

    def learn(self, passages: Iterable[Passage]) -> None:
        """Learn from prose: 'Key: Green = on target, Amber = some delay'."""
        for passage in passages:
            opening = _opening_of(passage.text)
            found = _entries_of(passage, opening)
            if len(found) > 1 or _KEY_WORD.search(passage.text[:opening]):
                for key, meaning in found:
                    self.words.setdefault(key.wording.casefold(), meaning)

    def learn_rows(self, rows: Sequence[Row]) -> None:
        """Learn from a few rows of colours or short forms with their meanings."""
        if len(rows) > MOST_ENTRIES:
            return
        laid = [(row.table, _cells_of(row)) for row in rows]
        shades = {_colour(cell) for _, cells in laid for cell in cells} - {None}
        for table, cells in laid:
            self._learn_words(table, cells)
            if len(shades) > 1:
                self._learn_fills(table, cells)

    def _learn_words(self, table: Table, row: Sequence[Cell]) -> None:
        worded = [cell for cell in row if cell.text.strip()]
        if len(worded) == 2 and _is_key(worded[0].text):
            key = " ".join(worded[0].text.split()).casefold()
            self.words.setdefault(key, of_block(table, worded[1]).strip())

    def _learn_fills(self, table: Table, row: Sequence[Cell]) -> None:
        """A colour stands before its meaning, or behind its words."""
        filled = [cell for cell in row if _colour(cell)]
        worded = [cell for cell in row if cell.text.strip()]
        if len(filled) == 1 and worded:
            meant = [worded[-1]]
        else:
            meant = [cell for cell in filled if cell.text.strip()]
            filled = meant
        for cell, meaning in zip(filled, meant, strict=False):
            self.fills.setdefault((cell.fill or "").lower(), of_block(table, meaning).strip())


def _cells_of(row: Row) -> list[Cell]:
    """The cells of a row that hold words or a colour (those of a column without words are in no slot)."""
    own = (cell for cell in row.table.cells if cell.row == row.number)
    return [cell for cell in own if cell.text.strip() or cell.fill]


def _colour(cell: Cell) -> str | None:
    return status_of_fill(cell.fill) if cell.fill else None


def _is_key(text: str) -> bool:
    bare = text.strip(_DOTS) or text.strip()
    return looks_like_status(bare) or _SHORT_FORM.fullmatch(bare) is not None


def _opening_of(text: str) -> int:
    """Where a line's entries begin, behind what it is called ('Key:', 'RAG rating:')."""
    opening = _OPENING.match(text)
    if opening is None:
        return 0
    first = _PARTING.split(text[opening.end() :])[0]
    return opening.end() if _ENTRY.match(first) or not _is_key(opening["word"]) else 0


def _entries_of(passage: Passage, start: int) -> list[tuple[Passage, Passage]]:
    """The keys in a line with their meanings; without an equals sign only what can be a key is one."""
    found = []
    for end in [*(parting.start() for parting in _PARTING.finditer(passage.text, start)), len(passage.text)]:
        piece = passage[start:end].strip(" \t\n,;.|")
        start = end + 1
        entry = _ENTRY.match(piece.text) if len(piece.text) <= LONGEST_ENTRY else None
        if entry is None or len(entry["key"].split()) > LONGEST_KEY:
            continue
        if entry["sign"] == "=" or _is_key(entry["key"]):
            meaning = piece[entry.start("meaning") : entry.end("meaning")]
            key = piece[: entry.end("key")]
            found.append((key.strip(_DOTS) or key.strip(), meaning))
    return found
