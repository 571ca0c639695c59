"""What the words of a text weigh: a word that many actions use tells little about any one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

WORD = re.compile(r"\w+")
ENDING = re.compile(r"(?<=\w{4})(ations?|ments?|ings?|ed|es|s|e|al|ers?|ion|ions)$")
"""Cut off so that 'developing' and 'development' count as the same word."""


def stems(text: str) -> list[str]:
    """The words of a text without their endings, in order."""
    return [ENDING.sub("", word) for word in WORD.findall(text.casefold().replace("’", "").replace("'", ""))]


@dataclass(frozen=True)
class Lexicon:
    """The weight of each word, learnt from the texts of both editions."""

    weights: Mapping[str, float]

    @staticmethod
    def of(texts: Iterable[str]) -> Lexicon:
        """Learn from texts: a word's weight falls with the share of texts that hold it."""
        sets = [set(stems(text)) for text in texts]
        counts = Counter(word for words in sets for word in words)
        return Lexicon({word: log(1 + len(sets) / counts[word]) for word in sorted(counts)})

    def bag(self, text: str) -> Bag:
        """A text as its words and their weights."""
        words = dict.fromkeys(stems(text))
        return Bag({word: self.weights.get(word, 1.0) for word in words})


@dataclass(frozen=True)
class Bag:
    """The distinct words of a text, each with its weight."""

    words: Mapping[str, float]

    @property
    def weight(self) -> float:
        """The weight of all words."""
        return sum(self.words.values())

    def likeness(self, other: Bag) -> float:
        """The cosine of the two: 1.0 for the same words, 0.0 for none in common."""
        if not self.words or not other.words:
            return float(not self.words and not other.words)
        shared = sum(weight * other.words[word] for word, weight in self.words.items() if word in other.words)
        return shared / (self._length() * other._length())

    def _length(self) -> float:
        return sqrt(sum(weight * weight for weight in self.words.values()))

    def covered_by(self, *others: Bag) -> float:
        """The share of this text's weight that stands in the others together."""
        held = sum(
            weight for word, weight in self.words.items() if any(word in other.words for other in others)
        )
        return held / self.weight if self.words else 0.0
