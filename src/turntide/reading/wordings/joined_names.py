"""Names joined by a sign or an 'and': 'Housing & Police' where the plan also names Housing and Police alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from turntide.reading.wordings.owners_lexicon import SHARED_ENDS, ends_in_body, plain, stands

_JOINT = re.compile(r"\s*/\s*|\s+(?:and|&|-|–|—)\s+|(?<=\w{2})\.\s+")
_WORD_AND = re.compile(r"\s+and\s+")
_ENDED = re.compile(
    r"^(?P<left>[A-Z][^,;/]*?(?:\)|\s(?:Councils?|Trust|NHS|ICB|University|College|Association|Alliance)))"
    r"\s+(?:and|&)\s+(?P<right>[A-Z](?:(?!\s(?:and|&)\s)[^,;/])+)$"
)
"""A body's name that has plainly ended before the sign, and a name after it: 'Millbrook Council & Rail North'."""
_WORDED_JOINT = re.compile(r"\s+(?:and|&)\s+")
# A cell with more joints than this is prose.
MOST_JOINTS = 12

Span = tuple[int, int]


def joined(text: str, is_name: Callable[[str], bool]) -> tuple[Span, ...]:
    """The places of the fewest names, two or more, that a text joins; none where a part is no name.

    The longest part that is a name goes first, so a name that itself holds an 'and' is not cut.
    """
    joints = [(joint.start(), joint.end()) for joint in _JOINT.finditer(text)]
    if not 0 < len(joints) <= MOST_JOINTS:
        return ()
    starts, stops = [0, *(end for _, end in joints)], [*(start for start, _ in joints), len(text)]
    fewest: list[tuple[Span, ...] | None] = [()]
    for last, stop in enumerate(stops):
        options = [
            (*before, (starts[first], stop))
            for first in range(last + 1)
            if (before := fewest[first]) is not None and (first or last + 1 < len(stops))
            if is_name(text[starts[first] : stop])
        ]
        fewest.append(min(options, key=len, default=None))
    return fewest[-1] or ()


def without_joined(counts: Mapping[str, int]) -> dict[str, int]:
    """The names (as `plain` gives them) without those that only join others of them.

    A name joined by words ('Parks and Gardens') stays where it stands more often than one of its parts, unless
    each part is a body's name for certain.
    """
    return {name: count for name, count in counts.items() if not _only_joins(name, counts)}


def _only_joins(name: str, counts: Mapping[str, int]) -> bool:
    parts = [name[start:stop] for start, stop in joined(name, lambda part: certain(part, counts))]
    alone = [counts[plain(part)] for part in parts if plain(part) in counts]
    if not alone or (len(alone) < len(parts) and _shares_its_end(name)):
        return False
    worded = _WORDED_JOINT.search(name) is not None
    rarest = min(alone)
    return not worded or counts[name] <= rarest or all(stands(part) for part in parts)


def certain(name: str, names: Collection[str]) -> bool:
    """Whether a name is one the document uses (``names``, as `plain` gives them), or stands by itself."""
    return plain(name) in names or stands(name)


def anded(text: str, names: Collection[str]) -> tuple[Span, ...]:
    """The places of the names that 'and' or '&' joins; none where the text is one name for all one knows.

    Parted are names that the document uses alone, names that are certain in general, and what stands beside a
    name of the document and looks like a name too ('Public Health and Riverside Friends').
    """
    if plain(text) in names or not _WORDED_JOINT.search(text):
        return ()
    if known := joined(text, lambda part: plain(part) in names):
        return known
    if ended := plainly_two(text):
        return ended
    if _shares_its_end(text):
        return ()
    general = joined(text, lambda part: certain(part, names))
    if not _WORD_AND.search(text):
        return general if any(_ends_a_name(text[start:end], names) for start, end in general) else ()
    return general if _alike(text, general) else _beside_a_known(text, names)


def plainly_two(text: str) -> tuple[Span, ...]:
    """The places of two names, where the first one ends before the sign by its last word or its bracket."""
    if spans := _two_bodies(text):
        return spans
    match = _ENDED.match(text)
    if match is None or re.search(r"\s(?:and|&)\s", match["left"]):
        return ()
    if match["left"].endswith(")") or (len(match["left"].split()) > 1 and len(match["right"].split()) > 1):
        return match.span("left"), match.span("right")
    return ()


def _two_bodies(text: str) -> tuple[Span, ...]:
    """Each side of a lone joint is a body's whole name of two words or more: 'Safety Unit and Trade Forum'."""
    joints = list(_WORDED_JOINT.finditer(text))
    if len(joints) != 1 or re.search(r"[,;/]", text):
        return ()
    spans = ((0, joints[0].start()), (joints[0].end(), len(text)))
    whole = all(ends_in_body(text[start:end]) and text[start].isupper() for start, end in spans)
    return spans if whole else ()


def _ends_a_name(part: str, names: Collection[str]) -> bool:
    """A name that the document uses, or one with a person's initials after it, ends before the sign."""
    return plain(part) in names or part.endswith(")")


def _alike(text: str, spans: tuple[Span, ...]) -> bool:
    """Names side by side begin alike: all in capitals but for the first, or all in small letters."""
    heads = [text[start:].removeprefix("the ")[0] for start, _ in spans]
    return bool(heads) and (heads[0].islower() or not any(head.islower() for head in heads[1:]))


def _beside_a_known(text: str, names: Collection[str]) -> tuple[Span, ...]:
    """Two names of two words or more in capitals, of which the document uses one alone."""
    joints = list(_WORD_AND.finditer(text))
    if len(joints) != 1:
        return ()
    spans = ((0, joints[0].start()), (joints[0].end(), len(text)))
    sides = [text[start:end].split() for start, end in spans]
    if any(len(side) < 2 or side[0][0].islower() or side[-1][0].islower() for side in sides):
        return ()
    return spans if any(plain(text[start:end]) in names for start, end in spans) else ()


def _shares_its_end(text: str) -> bool:
    """'Housing and Leisure Services': the last word belongs to both sides, so it is one name."""
    sides = _WORDED_JOINT.split(text)
    if len(sides) != 2 or ends_in_body(sides[0]) or sides[0].endswith(")") or sides[1].startswith("the "):
        return False
    words = plain(sides[1]).split()
    return len(words) > 1 and words[-1] in SHARED_ENDS
