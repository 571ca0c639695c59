"""Names that lost what stood between them: 'Housing Chief Planners Group' from two lines of a cell.

A document shows that its cells run together when one of its cells is two names, each of which is known from
another cell. Only then is a name that is itself unknown cut off; elsewhere 'Public Health Grants Team' beside
'Public Health' would be torn apart. Cutting is least cost over all ways to segment the words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from turntide.reading.wordings.owners_lexicon import (
    BODY_WORDS,
    EDGES,
    JOINING,
    PLURAL_ENDS,
    ROLE_WORDS,
    STANDING,
    is_acronym,
    plain,
)
from turntide.reading.wordings.stretches import Stretch, cut

Words = tuple[str, ...]
# Words of the longest cell taken for a run of names; a longer one is prose, and its cost would be cubic.
LONGEST = 40


@dataclass(frozen=True)
class Known(Collection[str]):
    """The names a document uses (as `plain` gives them) with how often; ``runs``: its cells run together."""

    counts: Mapping[str, int] = field(default_factory=dict)
    runs: bool = False

    @cached_property
    def names(self) -> frozenset[str]:
        """The names, to look one up in."""
        return frozenset(map(plain, self.counts))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and plain(name) in self.counts

    def __iter__(self) -> Iterator[str]:
        return iter(self.counts)

    def __len__(self) -> int:
        return len(self.counts)


def run_together(text: str, known: Collection[str] = ()) -> tuple[Stretch, ...]:
    """The names of a run of words, by what is known of the document; the text whole where nothing convinces.

    ``known`` is best what `learn` gives; of a plain collection only whole known names are told apart.
    """
    lexicon = known if isinstance(known, Known) else Known({plain(name): 1 for name in known})
    whole = _closed(text, cut(text, 0, len(text), EDGES))
    words = _words(text, whole)
    keys = tuple(plain(whole.text).split())
    if not 1 < len(words) <= LONGEST or "\n" in whole.text:
        return (whole,) if whole.text else ()
    return tuple(
        Stretch(words[a].start, words[b - 1].end, text[words[a].start : words[b - 1].end])
        for a, b in cheapest(keys, tuple(word.text for word in words), lexicon)
    )


def _closed(text: str, name: Stretch) -> Stretch:
    """A name with the bracket that closes one it opens: 'Head of Parks (JB)'."""
    closes = text[name.end : name.end + 1] == ")" and name.text.count("(") > name.text.count(")")
    return Stretch(name.start, name.end + 1, text[name.start : name.end + 1]) if closes else name


def _words(text: str, whole: Stretch) -> list[Stretch]:
    found, at = [], whole.start
    for word in whole.text.split():
        at = text.index(word, at)
        found.append(Stretch(at, at + len(word), word))
        at += len(word)
    return found


def could_be_name(words: Words) -> bool:
    """Whether words could be a name at all: not a bare 'team', nothing that hangs on its neighbour."""
    if not words or words[0] in JOINING or words[-1] in JOINING:
        return False
    return not all(
        word in (BODY_WORDS - {"nhs", "icb", "schools", "colleges"}) | ROLE_WORDS for word in words
    )


def is_like_one_name(words: Words) -> bool:
    """Whether words look like one name: they end in a body's word and none before ends a plural name."""
    return len(words) > 1 and words[-1] in BODY_WORDS and not any(word in PLURAL_ENDS for word in words[:-1])


# What a segment costs: the surer the name, the cheaper. Set so that two sure names beat one doubtful whole,
# and one sure name never pays for an unlikely rest. A cut that needs a guess is made only where cells run.
_SURE, _GENERAL, _LIKELY, _GUESS, _NEVER = 1.0, 1.25, 2.0, 3.4, 99.0
_HOLDS_A_NAME, _REPEATS = 3.0, 1.5


def cheapest(keys: Words, written: Words, known: Known) -> list[tuple[int, int]]:
    """The cheapest segmentation, as pairs of word places."""
    size = len(keys)
    best: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
    for end in range(1, size + 1):
        options = [
            (best[start][0] + _cost(keys, written, start, end, known), [*best[start][1], (start, end)])
            for start in range(end)
        ]
        best.append(min(options, key=lambda option: (round(option[0], 6), len(option[1]))))
    cost, segments = best[size]
    return segments if cost < _NEVER else [(0, size)]


def _cost(keys: Words, written: Words, start: int, end: int, known: Known) -> float:
    name = keys[start:end]
    whole = end - start == len(keys)
    count = known.counts.get(" ".join(name), 0)
    if count:
        return _SURE - 0.01 * min(count, 20)
    if not whole and not (could_be_name(name) and written[start][0].isupper()):
        return _NEVER
    if " ".join(name) in STANDING:
        return _GENERAL
    if not known.runs:
        return _LIKELY if whole else _NEVER
    return _doubtful(name, written[start:end], known)


def _doubtful(name: Words, written: Words, known: Known) -> float:
    """The cost of a name the document does not know from elsewhere."""
    cost = _LIKELY if is_like_one_name(name) or (len(name) == 1 and is_acronym(written[0])) else _GUESS
    if len(name) == 1 and cost == _GUESS:
        cost += 1.5
    if _holds_a_name(name, known):
        cost += _HOLDS_A_NAME
    content = [word for word in name if word not in JOINING]
    return cost + (_REPEATS if len(set(content)) < len(content) else 0.0)


def _holds_a_name(name: Words, known: Known) -> bool:
    """Whether a known name of two words or more is its head or tail, with a name left over."""
    return any(
        (" ".join(name[:at]) in known.counts and at > 1 and could_be_name(name[at:]))
        or (" ".join(name[at:]) in known.counts and len(name) - at > 1 and could_be_name(name[:at]))
        for at in range(1, len(name))
    )
