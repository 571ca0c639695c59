"""How easily an English text is read: a hint for its writer, never a bar. Pure.

Reading ease after Rudolf Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), 221 to 233:
206.835 less 1.015 times the words of a sentence and 84.6 times the syllables of a word, on average. 60 and more is
plain English; the count of syllables is ours, by groups of vowels. A sentence of more than 25 words counts as long, as
the GOV.UK style guide has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PLAIN = 60.0
LONG_SENTENCE = 25
LONG_WORD = 4
"""Syllables from which a word is named as long."""
_ENOUGH = 12
"""With fewer words than these an average says nothing."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…]+(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Readability:
    """How a text reads. ``ease`` is None for a text too short to say; ``long_words`` stand as they are written."""

    ease: float | None
    words: int
    sentences: int
    long_sentences: tuple[str, ...]
    long_words: tuple[str, ...]

    @property
    def plain(self) -> bool:
        """Whether there is nothing to hint at."""
        return not self.long_sentences and (self.ease is None or self.ease >= PLAIN)


def readability(text: str) -> Readability:
    """How easily a text is read."""
    sentences = [each.strip() for each in _SENTENCE.split(text) if _WORD.search(each)]
    words = _WORD.findall(text)
    return Readability(
        ease=_ease(words, len(sentences)),
        words=len(words),
        sentences=len(sentences),
        long_sentences=tuple(each for each in sentences if len(_WORD.findall(each)) > LONG_SENTENCE),
        long_words=tuple(dict.fromkeys(word for word in words if syllables(word) >= LONG_WORD)),
    )


def syllables(word: str) -> int:
    """About how many syllables an English word has; one at least."""
    plain = re.sub(r"[^a-z]", "", word.casefold())
    groups = len(_VOWELS.findall(plain))
    # A last e is not heard ("safe"), nor that of "-ed" and "-es" after most consonants ("walked").
    silent = re.search(r"[^aeiouylr]e$|[^aeiouydtcsxzg]e[ds]$|[aeiou][lr]e$", plain)
    return max(1, groups - (1 if silent else 0))


def _ease(words: list[str], sentences: int) -> float | None:
    if len(words) < _ENOUGH or not sentences:
        return None
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * sum(map(syllables, words)) / len(words)
