"""Tables of terms and their meanings, which hold nothing to be done however their cells begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TERM = re.compile(
    r"(?:key )?(?:terms?|words?|phrases?|acronyms?|abbreviations?|initials|jargon|term or phrase|word or phrase)",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"(?:meanings?|definitions?|explanations?|descriptions?|stands for|what (?:it|this) (?:means|is)|"
    r"what does (?:it|this) mean\??|in full|full (?:name|term|title))",
    re.IGNORECASE,
)


def heads_glossary(headings: Sequence[str]) -> bool:
    """Whether the headings of a table are a term and its meaning."""
    if not 2 <= len(headings) <= 3:
        return False
    term, *others = (heading.strip(" :") for heading in headings)
    return bool(_TERM.fullmatch(term)) and any(_MEANING.fullmatch(other) for other in others)
