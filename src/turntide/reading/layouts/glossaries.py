"""Tables of terms and their meanings, which hold nothing to be done however their cells begin."""

from __future__ import annotations

import re

from turntide.reading.stitching import Segment

_TERM = re.compile(
    r"(?:key )?(?:terms?|words?|phrases?|acronyms?|abbreviations?|initials|jargon|term or phrase|word or phrase)",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"(?:meanings?|definitions?|explanations?|descriptions?|stands for|what (?:it|this) (?:means|is)|"
    r"what does (?:it|this) mean\??|in full|full (?:name|term|title))",
    re.IGNORECASE,
)


def is_glossary(segment: Segment) -> bool:
    """Whether a table's headings, told as such or in its first row, are a term and its meaning."""
    headings = [passage.wording for _, passage in sorted(segment.headings.items()) if passage]
    if not headings and segment.rows:
        headings = [slot.text for _, slot in sorted(segment.rows[0].filled.items())]
    if not 2 <= len(headings) <= 3:
        return False
    term, *others = (heading.strip(" :") for heading in headings)
    return bool(_TERM.fullmatch(term)) and any(_MEANING.fullmatch(other) for other in others)
