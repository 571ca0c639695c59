"""Finding words again in a later edition: by what they say, never by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from turntide.reading.wordings.numbering import leading_ref

NEAR = 85.0
"""How alike (0 to 100) a reworded text must be to the one that is looked for."""
MARGIN = 5.0
"""How much liker than any other text it must be, so that no neighbour is taken for it."""
TELLING = 5
"""Words from which a text may be found reworded: shorter ones differ by a word and mean another thing."""

_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """A text as it is compared: without its numbering, case, marks and white space.

    >>> plain("1.a)  Light the Towpath!")
    'light the towpath'
    """
    label = leading_ref(text)
    words = _WORD.findall((text[label.text_at :] if label else text).casefold())
    return " ".join(words) or " ".join(text.casefold().split())


def found_again(text: str, among: Sequence[str]) -> tuple[int, ...]:
    """Which of these texts are the one looked for: all that say the same, else the only one nearly the same."""
    wanted = plain(text)
    told = [plain(one) for one in among]
    same = tuple(at for at, one in enumerate(told) if one == wanted)
    return same or nearest(wanted, told)


def nearest(wanted: str, told: Sequence[str]) -> tuple[int, ...]:
    """The one text that is nearly the wanted one, both as `plain` gives them; none where two might be."""
    from rapidfuzz import fuzz

    if len(wanted.split()) < TELLING:
        return ()
    scores = sorted(((fuzz.token_sort_ratio(wanted, one), at) for at, one in enumerate(told)), reverse=True)
    best = [at for score, at in scores if score >= max(NEAR, scores[0][0] - MARGIN)]
    return tuple(best) if len({told[at] for at in best}) == 1 else ()
