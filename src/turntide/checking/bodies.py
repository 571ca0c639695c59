"""Whether two names are spellings of one body.

Precision comes first: two spellings left apart cost a glance, two bodies merged cost the truth. So every
word that tells a name from others must be found again in the other name, at most misspelt, and an acronym
counts only where the other name's first letters make it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import token_sort_ratio

from turntide.checking.names import Name, initials_fit, name_of
from turntide.checking.sifting import Sieve

NEAR = 75.0
"""token_sort_ratio (0 to 100) below which names are not compared word by word."""
ENDINGS = frozenset(("ment", "al", "mental", "ation", "ing", "er", "ed", "ional"))
"""Endings that a word may gain between two cells: 'transport', 'transportation'."""
LONG = 6
"""Letters from which a word may be misspelt by one: shorter words differ by one and mean another thing."""


def same_body(a: str, b: str) -> bool:
    """Whether two names look like one body: plurals, '&', 'the', apostrophes, case, acronyms, one slip.

    >>> same_body("Neighbourhood & Environmental Services", "neighbourhoods and environmental services")
    True
    >>> same_body("Adult social care and commissioning", "Adult social care and safeguarding")
    False
    """
    return _same_words(name_of(a), name_of(b)) or _same_by_acronym(name_of(a), name_of(b))


def spellings(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The groups of two or more spellings of one body, each in order of first appearance.

    An acronym that would fit several bodies joins none of them.
    """
    listed = list(dict.fromkeys(name for name in names if name.strip()))
    groups = _with_acronyms(_by_words(listed), listed)
    place = {name: at for at, name in enumerate(listed)}
    found = [tuple(sorted(group, key=place.__getitem__)) for group in groups if len(group) > 1]
    return tuple(sorted(found, key=lambda group: place[group[0]]))


def _by_words(listed: list[str]) -> list[list[str]]:
    """Groups of names with the same words; a name joins the first group it is like, wholly."""
    groups: list[list[str]] = []
    firsts = Sieve()
    for name in listed:
        near = (groups[number] for number in firsts.like(name_of(name)))
        home = next((group for group in near if all(_alike(name, other) for other in group)), None)
        if home is None:
            firsts.keep(len(groups), name_of(name))
            groups.append([name])
        else:
            home.append(name)
    return groups


def _with_acronyms(groups: list[list[str]], listed: list[str]) -> list[list[str]]:
    """The groups with each acronym's joined to the one group that it can stand for."""
    home = {name: group for group in groups for name in group}
    for short, long in _fits(listed):
        others = {id(home[name]): home[name] for name in long if home[name] is not home[short]}
        if len(others) == 1:
            joined = home[short] + next(iter(others.values()))
            home.update(dict.fromkeys(joined, joined))
    return list({id(group): group for group in home.values()}.values())


def _fits(listed: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each name that is an acronym, with the names it could be of."""
    shorts = [name for name in listed if name_of(name).short]
    if not shorts:
        return
    every = Sieve()
    for number, name in enumerate(listed):
        every.keep(number, name_of(name))
    for short in shorts:
        near = (listed[number] for number in every.long_of(name_of(short)))
        yield short, [name for name in near if same_body(short, name)]


def _alike(a: str, b: str) -> bool:
    one, other = name_of(a), name_of(b)
    return _same_words(one, other) or (not one.short and not other.short and _same_by_acronym(one, other))


def _same_words(one: Name, other: Name) -> bool:
    forms = dict.fromkeys(((one.words, other.words), (one.plain, other.words), (one.words, other.plain)))
    return any(_match(ours, theirs) for ours, theirs in forms)


def _match(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if sorted(ours) == sorted(theirs):
        return True
    if len(ours) != len(theirs) or token_sort_ratio(" ".join(ours), " ".join(theirs)) < NEAR:
        return False
    return _pair_off(_less(ours, theirs), _less(theirs, ours))


def _less(words: tuple[str, ...], taken: tuple[str, ...]) -> list[str]:
    return sorted((Counter(words) - Counter(taken)).elements())


def _pair_off(ours: list[str], theirs: list[str]) -> bool:
    for word in ours:
        match = next((other for other in theirs if _same_word(word, other)), None)
        if match is None:
            return False
        theirs = [other for other in theirs if other is not match]
    return not theirs


def _same_word(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) >= 5 and long.startswith(short) and long[len(short) :] in ENDINGS:
        return True
    if len(short) < LONG or short[0] != long[0] or short[-1] != long[-1]:
        return False
    return DamerauLevenshtein.distance(short, long) == 1


def _same_by_acronym(one: Name, other: Name) -> bool:
    if one.short or other.short:
        return _spelt_out(one, other) or _spelt_out(other, one)
    return _written_short(one, other) or _written_short(other, one)


def _spelt_out(short: Name, long: Name) -> bool:
    """The whole of one name is the acronym of the other."""
    if short.short is None or long.short is not None:
        return False
    return short.short in long.acronyms or (len(long.full) > 1 and initials_fit(short.short, long.full))


def _written_short(brief: Name, long: Name) -> bool:
    """One name writes a run of the other's words as an acronym: 'Tarrow CCG'."""
    return any(
        _expands(brief.words, at, long) for at, word in enumerate(brief.words) if word in brief.capitals
    )


def _expands(brief: tuple[str, ...], at: int, long: Name) -> bool:
    before, acronym, after = brief[:at], brief[at], brief[at + 1 :]
    words = long.words
    middle = words[len(before) : len(words) - len(after)]
    ends_agree = words[: len(before)] == before and words[len(words) - len(after) :] == after
    return len(middle) > 1 and ends_agree and initials_fit(acronym, middle)
