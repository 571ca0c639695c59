"""Labels in running text: "Lead: Parks", "Lead – Parks", a bold "Lead" before its value, "(Lead: Parks; by March)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from turntide.documents.document import Look, Mark
from turntide.reading.passage import EMPTY, Passage, join
from turntide.reading.vocabulary import Meaning, best_meaning
from turntide.reading.wordings.timescales import timescale

M = Meaning
SURE = 0.9
"""How well a label must fit the vocabulary to be one: a telling word in it is not enough within prose."""
EXACT = 0.97
"""How well it must fit where no colon says that it is a label."""
MOST_WORDS = 7
LONGEST_DATE = 40

_OPENING = re.compile(r"\s*(?:[•●▪*–-]\s+)?(?P<label>[A-Za-z#][^:\n]{0,48}?)\s*:(?=\s|$)\s*")
_APART = re.compile(r"\s*(?:[•●▪*–-]\s+)?(?P<label>[A-Za-z#][^:\n]{0,40}?)(?:\s+[–—-]\s+|\t\s*|\s{2,})(?=\S)")
_COLON = re.compile(r":(?=\s|$)")
_WORD = re.compile(r"[^\s;|(\[\n,]+")
_PARTED = re.compile(r"(?:^|[;|(\[\n,.]|\s[–—-])\s*$")
_NAMED = re.compile(r"(?:[A-Za-z]+ ){1,2}(?:\d+(?:\.\w+)*|[A-Za-z]|[ivx]+)$", re.IGNORECASE)
_OWNING = {M.LEAD, M.OWNER, M.PARTNER}
# A dash parts a label from its value only where the label could hardly begin a sentence.
_WORDED = re.compile(
    r"(?:(?<=[.;:(\[]\s)|(?<=[(\[;])|(?<=\s[–—-]\s)|^)(?P<label>(?:To be )?(?P<lead>[Ll]ed|[Oo]wned|[Dd]elivered) by|"
    r"[Ss]upported by|[Ii]n partnership with|[Ww]orking with)\s+(?=[A-Z]|the\b)"
)
"""Words that begin a sentence of their own and say who: "Led by Highways, by March 2027"."""
_PLAIN = _OWNING | {M.TIMESCALE, M.START, M.END, M.MEASURE, M.MILESTONE, M.STATUS, M.MONEY, M.REMARK}


@dataclass(frozen=True)
class Said:
    """Words under a label, with what the label means; the label is empty where the words tell it themselves."""

    label: Passage
    meaning: Meaning | None
    value: Passage


def known_label(text: str, least: float = SURE) -> Meaning | None:
    """What a label means; None where it is none, or numbers a part of the plan ("Priority 1", "Action 2.3")."""
    meaning, weight = best_meaning(text)
    if weight < least or (_NAMED.match(text.strip()) and meaning in {M.LEVEL, M.ACTION, M.MEASURE, M.DETAIL}):
        return None
    return meaning


def is_label(text: str, least: float = EXACT) -> bool:
    """Whether a text is nothing but a label."""
    return len(text.split()) <= MOST_WORDS and known_label(text.strip(" :"), least) is not None


def said_in(line: Passage, marks: Sequence[Mark] = ()) -> tuple[Passage, tuple[Said, ...]]:
    """The words of a line that stand under no label, and what it says under labels, in order."""
    opening = _opening(line, marks)
    if opening is None:
        return _inline(line)
    value, further = _inline(opening.value) if opening.value else (EMPTY, ())
    return EMPTY, (*_with_date(replace(opening, value=value)), *further)


def _opening(line: Passage, marks: Sequence[Mark]) -> Said | None:
    """The label a line begins with: before a colon, in bold, or before a dash, a tab or a gap."""
    colon = _OPENING.match(line.text)
    if colon and (meaning := known_label(colon["label"])):
        return _said(line, colon.start("label"), colon.end("label"), colon.end(), meaning)
    bold = _bold_opening(line, marks)
    if bold and (meaning := known_label(line.text[:bold].strip(" :•"), EXACT)):
        return _said(line, 0, bold, bold, meaning)
    dash = _APART.match(line.text)
    if dash and (meaning := known_label(dash["label"], EXACT)) in _PLAIN:
        return _said(line, dash.start("label"), dash.end("label"), dash.end(), meaning)
    return None


def _said(line: Passage, start: int, end: int, value_at: int, meaning: Meaning | None) -> Said:
    return Said(line[start:end].strip(" :•\t"), meaning, line[value_at:].strip())


def _bold_opening(line: Passage, marks: Sequence[Mark]) -> int:
    """Where the bold words end that a line begins with; 0 where there are none or all are bold."""
    if not line.spots:
        return 0
    first = line.spots[0].start
    for mark in marks:
        if mark.look is Look.BOLD and mark.start <= first < mark.end:
            end = min(mark.end - first, len(line.text))
            return end if line.text[end:].strip() else 0
    return 0


# Labels within a line.


@dataclass(frozen=True)
class _Hit:
    start: int
    label_end: int
    value_at: int
    meaning: Meaning


def _inline(line: Passage) -> tuple[Passage, tuple[Said, ...]]:
    """A line's words before its first inline label, and what stands under each."""
    hits = list(_hits(line.text))
    if not hits:
        return line, ()
    pieces = [line[: hits[0].start]]
    found: list[Said] = []
    for index, hit in enumerate(hits):
        last = index + 1 == len(hits)
        stop = len(line.text) if last else hits[index + 1].start
        value, after = _within_brackets(line, hit, stop)
        pieces.append(after)
        said = Said(line[hit.start : hit.label_end].strip(), hit.meaning, _trimmed(value, last))
        found += _with_date(said)
    head = join([piece for piece in (_head(p) for p in pieces) if piece])
    return head, tuple(found)


def _hits(text: str) -> Iterator[_Hit]:
    """Each label within a line, in order, those that overlap another left out."""
    begun = 0
    for hit in sorted([*_before_colons(text), *_worded(text)], key=lambda each: each.start):
        if hit.start >= begun:
            yield hit
            begun = hit.value_at


def _worded(text: str) -> Iterator[_Hit]:
    for told in _WORDED.finditer(text):
        meaning = M.LEAD if told["lead"] else M.PARTNER
        yield _Hit(told.start("label"), told.end("label"), told.end(), meaning)


def _before_colons(text: str) -> Iterator[_Hit]:
    """Each label before a colon: the longest run of words before it that the vocabulary knows."""
    begun = 0
    for colon in _COLON.finditer(text):
        words = list(_WORD.finditer(text, begun, colon.start()))
        for word in words[-MOST_WORDS:]:
            label = text[word.start() : colon.start()]
            if _is_inline(text, word.start(), label):
                meaning = known_label(label)
                if meaning is not None:
                    yield _Hit(word.start(), colon.start(), colon.end(), meaning)
                    begun = colon.end()
                    break


def _is_inline(text: str, start: int, label: str) -> bool:
    """A label after a mark of parting, or one in capitals that fits exactly; a level is named at a line's start."""
    meaning = known_label(label)
    if meaning is None or meaning is M.LEVEL or re.search(r"[;|(\[\n.]", label):
        return False
    if _PARTED.search(text, 0, start):
        return label[0].isupper() or text[:start].rstrip()[-1:] in "([;"
    return label[0].isupper() and known_label(label, EXACT) is not None


def _within_brackets(line: Passage, hit: _Hit, stop: int) -> tuple[Passage, Passage]:
    """The value of a label in brackets ends with them; what stands after them belongs to the line."""
    text = line.text
    opened = text.rfind("(", 0, hit.start)
    if opened < 0 or ")" in text[opened : hit.start]:
        return line[hit.value_at : stop], EMPTY
    depth = 1
    for at in range(hit.value_at, stop):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return line[hit.value_at : at], line[at + 1 : stop]
    return line[hit.value_at : stop], EMPTY


def _trimmed(value: Passage, last: bool) -> Passage:
    """A value without the marks that part it from what follows; the last one keeps its full stop."""
    value = value.strip().strip(";,|–—-").strip()
    return value if last else value.strip(" .;,|–—-([")


def _head(piece: Passage) -> Passage:
    """Words outside labels without the marks that led to the label."""
    bare = piece.strip().strip(" ;|–—-([,").strip()
    return bare if any(char.isalnum() for char in bare.text) else EMPTY


def _with_date(said: Said) -> Iterator[Said]:
    """Under a label for owners, "Parks; by March 2026" says when, too."""
    cut = max((match.start() for match in re.finditer(r"[;,|]", said.value.text)), default=0)
    if said.meaning in _OWNING and cut and is_date(said.value.text[cut + 1 :]):
        yield replace(said, value=said.value[:cut].strip())
        yield Said(EMPTY, M.TIMESCALE, said.value[cut + 1 :].strip(" .\n\t"))
    else:
        yield said


def is_date(text: str) -> bool:
    """Whether a few words are a date or a span of time, and no more."""
    dates = timescale(text)
    return len(text.strip()) < LONGEST_DATE and bool(dates.start or dates.end or dates.recurs)
