"""What a plan's word or colour for how it goes means on our two axes, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from turntide.reading.wordings.colours_said import colour_said
from turntide.reading.wordings.lists import is_icon


@dataclass(frozen=True, slots=True)
class Meaning:
    """Lifecycle and confidence (see `plan.model`), each None where the wording does not settle it."""

    lifecycle: str | None = None
    confidence: str | None = None


_LIFECYCLES: dict[str, str] = {
    "complete": "complete|completed|completed early|done|achieved|fully achieved|delivered|finished|closed|"
    "implemented|fully complete|fully implemented|action complete|action completed|met|target met|100% "
    "complete|"
    "complete and closed|discharged",
    "not started": "not started|not yet started|yet to start|to start|not begun|not yet begun|to be started|"
    "to commence|not commenced|unstarted|to do|no progress yet",
    "planning": "planning|planned|in planning|scoping|being scoped|in design|being planned|at planning stage",
    "delivering": "in progress|in-progress|underway|under way|started|delivering|in delivery|progressing|"
    "being delivered|work in progress|wip|commenced|being implemented|active|in hand",
    "ongoing": "ongoing|on going|on-going|business as usual|bau|continuous|continuing|embedded as "
    "business as usual",
    "paused": "paused|on hold|on-hold|deferred|suspended|dormant|postponed|parked",
    "stopped": "stopped|cancelled|canceled|withdrawn|abandoned|dropped|discontinued|no longer required|"
    "no longer needed|not proceeding|not progressing|removed|ceased",
    "merged": "merged|superseded|combined|absorbed",
}
_CONFIDENCES: dict[str, str] = {
    "green": "green|on track|on time|on target|on schedule|ontrack|on-track|going well",
    "amber": "amber|yellow|orange|at risk|some risk|some concern|some concerns",
    "red": "red|off track|off-track|off target|behind schedule|significant risk|high risk",
}
# Words of a status column whose meaning differs from plan to plan, so that neither axis follows from them.
_OPEN = (
    "incomplete|not complete|not completed|action required|missed delivery date no risk|"
    "missed delivery date with risk|missed delivery date|limited|substantial|reasonable|partial|"
    "partially complete|partially met|partly met|not met|progress unknown|unknown|not due|not yet due|yes|no|"
    "yearly|ditto|no report yet|carried forward|project|new|blue|grey|gray|black|white|purple|delayed|"
    "overdue|"
    "late|slipped|not achieved|partially achieved|rag|brag|not applicable|n/a|tbc|open|live|pending|"
    "awaiting update|no update|encouraged|required|delayed start|nearly complete|on going review"
)
_TICKS, _CROSSES = "✓✔☑✅🗸", "✗✘✖✕☒❌×"
_GLYPHS = {"🟢": "green", "🟡": "amber", "🟠": "amber", "🔴": "red"}
_DOTS = "●⬤■◆▲◼⚫"
_COUNTED = re.compile(r"\b(?:actions?|projects?|tasks?|items?)\b", re.IGNORECASE)
# What a theme may be called as well as a status: a heading of this word alone tells no status.
_PLAIN_WORDS = frozenset({"planning", "active", "met", "combined", "removed", "to do", "dropped", "open"})
_THEMES_TOO = _PLAIN_WORDS | {"green", "amber", "yellow", "orange", "red"}
_BLUE = ("blue", "b")
LONGEST_LAST_WORD = 4
_PREFIX = re.compile(r"^(?P<kind>b?rag)\b(?: ?(?:status|rating))?[ :-]*|^status[ :-]+", re.IGNORECASE)


def _table() -> dict[str, Meaning]:
    found = {word: Meaning() for word in _OPEN.split("|")}
    found |= {
        word: Meaning(lifecycle=name) for name, words in _LIFECYCLES.items() for word in words.split("|")
    }
    found |= {
        word: Meaning(confidence=name) for name, words in _CONFIDENCES.items() for word in words.split("|")
    }
    return found


_KNOWN = _table()


def status(wording: str, legend: Mapping[str, str] | None = None, letters: bool = False) -> Meaning:
    """What a status says. 'Green' alone is a confidence: whether it means done differs from plan to plan.

    ``legend`` is the plan's own key to its words or colours ({'Green': 'Achieved'}); it goes before ours.
    ``letters`` says that single letters stand for colours in its column.
    """
    defined = {_plain(key): value for key, value in (legend or {}).items()}
    phrase = _plain(wording)
    if phrase in defined:
        return _by_definition(phrase, defined[phrase])
    return _of_glyph(wording) or _of_words(wording, letters) or _beside_glyph(wording) or Meaning()


def looks_like_status(text: str) -> bool:
    """Whether a whole cell is a status word, a colour's name or a mark, and nothing else."""
    bare = text.strip()
    if bare and all(
        glyph in _TICKS + _CROSSES + _DOTS or glyph in _GLYPHS for glyph in bare.replace("\ufe0f", "")
    ):
        return True
    known = _plain(text) in _KNOWN or _plain(_PREFIX.sub("", bare)) in _KNOWN
    return known or colour_said(bare) is not None


def is_dot(text: str) -> bool:
    """Whether a cell is a mark whose colour tells how it goes, and nothing else."""
    bare = text.strip()
    return bool(bare) and all(glyph in _DOTS for glyph in bare)


def heading_status(heading: str) -> str | None:
    """The status word of a heading over the actions that have it: 'Completed actions', 'In progress'.

    A heading that may as well name a theme ('Planning') tells none.
    """
    bare = " ".join(_COUNTED.sub(" ", heading).split()).strip(" :-–")
    counted = _COUNTED.search(heading) is not None
    if len(heading.split()) > 5 or (not counted and _plain(bare) in _THEMES_TOO):
        return None
    meaning = _KNOWN.get(_plain(bare), Meaning())
    return bare if meaning != Meaning() else None


def last_word(text: str) -> tuple[int, int] | None:
    """Where a report's last sentence stands, if it is a status: '…in daily use. Complete'."""
    end = len(text.rstrip(" .\n"))
    start = max((stop.end() for stop in re.finditer(r"[.!?;:]\s+|\s[-–—]\s|\n", text[:end])), default=0)
    phrase = text[start:end]
    few = 0 < len(phrase.split()) <= LONGEST_LAST_WORD and _plain(phrase) not in _PLAIN_WORDS
    return (start, end) if few and _KNOWN.get(_plain(phrase), Meaning()) != Meaning() else None


def _by_definition(phrase: str, definition: str) -> Meaning:
    """The legend's meaning; the colour's own confidence stands only where the legend gives no lifecycle."""
    said = _of_words(definition) or _within(definition)
    if said is None or said == Meaning():
        return _KNOWN.get(phrase, Meaning())
    if said.lifecycle is None or said.confidence is not None:
        return said
    own = _KNOWN.get(phrase, Meaning()).confidence
    return Meaning(said.lifecycle, None if said.lifecycle in {"complete", "not started"} else own)


def _within(definition: str) -> Meaning | None:
    """The one meaning of the status words inside a sentence; None where there are several or a 'not'."""
    text = _plain(definition)
    if re.search(r"\b(?:not|no|un\w+|in?complete|partially|partly|nearly|almost)\b", text):
        return None
    words = sorted((word for word in _KNOWN if _KNOWN[word] != Meaning()), key=len, reverse=True)
    found = {_KNOWN[word] for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)}
    return found.pop() if len(found) == 1 else None


def _of_glyph(wording: str) -> Meaning | None:
    bare = wording.strip().replace("\ufe0f", "")
    if bare in _GLYPHS:
        return Meaning(confidence=_GLYPHS[bare])
    return Meaning(lifecycle="complete") if bare and bare in _TICKS else None


def _beside_glyph(wording: str) -> Meaning | None:
    """'🟢 On track', 'Complete ✔': the words beside a sign; the sign's own colour where it says no other."""
    signs = "".join(char for char in wording if is_icon(char))
    words = "".join(" " if is_icon(char) or char == "\ufe0f" else char for char in wording)
    said, shown = _of_words(words) if signs else None, _of_glyph(signs)
    at_odds = said and shown and said.confidence and shown.confidence not in {None, said.confidence}
    return None if at_odds else said or shown


def _of_words(wording: str, letters: bool = False) -> Meaning | None:
    """The meaning of the whole wording, or of its words before the first break ('Complete - launched')."""
    kind = _PREFIX.match(wording.strip())
    rest = wording.strip()[kind.end() :] if kind else wording.strip()
    if kind and (kind["kind"] or "").lower() == "brag" and _plain(rest) in _BLUE[: 1 + letters]:
        return Meaning(lifecycle="complete")
    head = re.split(r"\s+[-–—]\s+|[:;,.(\n]|(?<=ed) (?:(?:in|on) )?(?=\d|[A-Z][a-z]+ \d)", rest, maxsplit=1)[
        0
    ]
    for phrase in (_plain(rest), _plain(head)):
        if phrase in _KNOWN:
            return _KNOWN[phrase]
        if colour := colour_said(phrase, letters):
            return Meaning(confidence=colour)
    merged = re.match(r"(?:merged|combined) (?:with|into)\b|superseded by\b", _plain(rest))
    return Meaning(lifecycle="merged") if merged else None


def _plain(wording: str) -> str:
    text = re.sub(r"[‐‑‒–—]", "-", wording.lower())
    return " ".join(text.split()).strip(" .:;,-*()[]!?")
