"""What somebody typed into a search box, as words and phrases that no database can misunderstand: pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST, _MOST = 300, 12
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """The words and phrases looked for, all of which must be there.

    ``beginning`` is the last word, of which the beginning is enough: it may be half typed.
    """

    phrases: tuple[tuple[str, ...], ...]
    beginning: str = ""

    def __bool__(self) -> bool:
        return bool(self.phrases or self.beginning)

    def for_sqlite(self) -> str:
        """In the words of SQLite's full-text tables."""
        parts = [f'"{" ".join(phrase)}"' for phrase in self.phrases]
        return " AND ".join(parts + ([f'"{self.beginning}"*'] if self.beginning else []))

    def for_postgresql(self) -> tuple[str, str]:
        """For websearch_to_tsquery, and the last word for to_tsquery."""
        whole = " ".join(f'"{" ".join(phrase)}"' for phrase in self.phrases)
        return bare(whole), f"'{bare(self.beginning)}':*" if self.beginning else ""


def sought(typed: str) -> Sought:
    """What is looked for. Signs and operators count for nothing; quotes hold a phrase together."""
    found = [
        (tuple(_WORD.findall(quoted or word))[:_MOST], bool(quoted))
        for quoted, word in _PHRASE.findall(unicodedata.normalize("NFC", typed[:LONGEST]))
    ]
    parts = [(phrase, quoted) for phrase, quoted in found if phrase][:_MOST]
    if not parts or parts[-1][1]:
        return Sought(tuple(phrase for phrase, _ in parts))
    *before, (last, _) = parts
    head = [last[:-1]] if last[:-1] else []
    return Sought(tuple([phrase for phrase, _ in before] + head), last[-1])


def bare(text: str) -> str:
    """Letters without their marks: 'tŷ' is found as 'ty'."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )
