"""Which names are worth comparing at all: of a thousand names nearly every pair can be ruled out unread.

Each name is kept under marks that any name it could be one body with must bear too. The marks only rule out;
whether two names are one body is said elsewhere (see `bodies`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from turntide.checking.names import Name, may_be_left_out

SLIP = 5
"""Letters from which a word may differ between two spellings; its first letter never does."""

Ends = tuple[str | None, str | None]


@dataclass
class Sieve:
    """The names met so far by their marks; each name goes by its number, the order in which it came."""

    _kept: defaultdict[Hashable, list[int]] = field(default_factory=lambda: defaultdict(list))

    def keep(self, number: int, name: Name) -> None:
        """Keep a name under all its marks."""
        for mark in _marks(name):
            self._kept[mark].append(number)

    def like(self, name: Name) -> list[int]:
        """The names kept that may have the same words as this one, or write some of them as an acronym."""
        return self._under(*_in_words(name), *_in_part(name))

    def long_of(self, name: Name) -> list[int]:
        """The names kept that may be this acronym in full, or are spelt nearly as it is."""
        return self._under(*_in_words(name), ("explained", name.short), ("initials", *_of_acronym(name)))

    def _under(self, *marks: Hashable) -> list[int]:
        return sorted({number for mark in marks for number in self._kept.get(mark, ())})


def _marks(name: Name) -> set[Hashable]:
    marks: set[Hashable] = {*_in_words(name)}
    if name.short is None:
        marks.update(("brief", ends) for ends in _brief_ends(name))
        marks.update(("long", ends) for ends in _long_ends(name))
        marks.update(("explained", acronym) for acronym in name.acronyms)
        marks.update(("initials", letter, length) for letter, length in _in_letters(name))
    return marks


def _in_words(name: Name) -> Iterator[Hashable]:
    """Names of the same words have the same short words and the same first letters of the long ones."""
    for words in {name.words, name.plain}:
        yield "words", tuple(sorted(word if len(word) < SLIP else word[0] for word in words))


# One name writes a run of the other's words as an acronym: what stands before and after it is the same.


def _in_part(name: Name) -> Iterator[Hashable]:
    if name.short is None:
        yield from (("long", ends) for ends in _brief_ends(name))
        yield from (("brief", ends) for ends in _long_ends(name))


def _brief_ends(name: Name) -> Iterator[Ends]:
    """The outermost words that the long name must share, for each word written as an acronym."""
    last = len(name.words) - 1
    for at, word in enumerate(name.words):
        if word in name.capitals:
            yield (name.words[0] if at else None, name.words[-1] if at < last else None)


def _long_ends(name: Name) -> Iterable[Ends]:
    if len(name.words) < 2:
        return ()
    first, last = name.words[0], name.words[-1]
    return ((first, last), (first, None), (None, last), (None, None))


# The whole of one name is the acronym of the other: its first letter and its length must fit.


def _of_acronym(name: Name) -> tuple[str, int]:
    short = name.short or ""
    return short[:1], len(short)


def _in_letters(name: Name) -> Iterator[tuple[str, int]]:
    """The first letters and lengths that an acronym of a name can have: some words may be left out of it."""
    needed = sum(not may_be_left_out(word) for word in name.full)
    for letter in set(_first_letters(name.full)):
        for length in range(max(1, needed), len(name.full) + 1):
            yield letter, length


def _first_letters(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word[0]
        if not may_be_left_out(word):
            return
