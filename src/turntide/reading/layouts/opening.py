"""What a plan says of itself before its first action: title, vision, period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from turntide.documents.document import Paragraph, Role
from turntide.reading.grids import Row
from turntide.reading.layouts.forms import form_lines
from turntide.reading.layouts.labels import is_label
from turntide.reading.layouts.said import said_in
from turntide.reading.layouts.sections import is_barren, label_meaning
from turntide.reading.layouts.workshop import label_of
from turntide.reading.passage import Passage, join, of_block
from turntide.reading.stitching import Part, Segment
from turntide.reading.vocabulary import best_meaning, key_of

_PLAN_WORD = re.compile(r"\b(?:plan|strategy|programme|framework|proposals?|roadmap)\b", re.IGNORECASE)
_SIDE_WORD = re.compile(
    r"^\s*(?:appendix|annex|annexe|draft|contents|page|version|date|author)\b", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"^(?:[A-Za-z]+ )?\d{1,2}(?:\.\d+)*[:.)]\s|^[A-Za-z]+ \d{1,2}\s*[–—-]\s", re.IGNORECASE
)
_PAGE = re.compile(
    r"^(?P<rest>.*?)[\s|·–—-]*\bpage\s*\d+(?:\s*(?:of|/)\s*\d+)?\s*$", re.IGNORECASE | re.DOTALL
)
_VISION = re.compile(
    r"\b(?:our\s+)?vision\b[^'‘“\"\n]{0,60}?(?:\bis\b|:|\bto be\b)[\s:*]*(?P<words>['‘“\"]?.{15,400}?)"
    r"(?P<end>['’”\"]\**|(?<=[.!])(?=\s|$)|$)",
    re.IGNORECASE | re.DOTALL,
)
_PERIOD = re.compile(
    r"\b(?P<years>(?:19|20)\d{2}\s*(?:[/–-]|to)\s*(?:(?:19|20)?\d{2}))\b|\b(?:19|20)\d{2}\b", re.IGNORECASE
)
LONGEST_TITLE = 25


def opening_of(parts: Sequence[Part]) -> list[tuple[Passage, Paragraph | None]]:
    """The lines before the first table's body that may be the title: paragraphs, then the rows above its header."""
    found: list[tuple[Passage, Paragraph | None]] = []
    for part in parts:
        if isinstance(part, Segment):
            rows = part.titles or (part.rows[:1] if _is_lone(part) else ())
            found += [(slot.passage, None) for row in rows for slot in row.filled.values()]
            found += [(passage, None) for passage in (part.header.over if part.header else ())]
            break
        if part.role in {Role.HEADING, Role.TEXT}:
            found.append((of_block(part), part))
        if len(found) > 12:
            break
    return found


def _is_lone(segment: Segment) -> bool:
    if not segment.rows or segment.header is not None or len(segment.rows[0].filled) != 1:
        return False
    return best_meaning(_first(segment.rows[0]))[1] < 0.9 and not _heads_a_form(segment)


def _first(row: Row) -> str:
    return next(iter(row.filled.values())).text


def _heads_a_form(segment: Segment) -> bool:
    """The first row of a form, straight over its labels, is the title of that form alone."""
    if form_lines(segment) is None or len(segment.rows) < 2:
        return False
    return len(segment.rows[1].filled) > 1 or is_label(_first(segment.rows[1]))


def title_of(parts: Sequence[Part]) -> Passage | None:
    """The likeliest title among the opening lines; None where none is likely."""
    siblings = _heads_of_tables(parts)
    opening = opening_of(parts)
    largest = max((p.size for _, p in opening if p is not None and p.size), default=0.0)
    best: tuple[float, Passage] | None = None
    for place, (passage, paragraph) in enumerate(opening):
        if paragraph is not None and paragraph.number in siblings:
            continue
        score = _likelihood(passage.wording, paragraph) - 0.2 * place
        if paragraph is not None and paragraph.size and paragraph.size == largest:
            score += 1
        if score > 0.5 and (best is None or score > best[0]):
            best = (score, _whole_heading(opening[place:]))
    return best[1].strip(" \n\t:") if best else None


def _whole_heading(lines: Sequence[tuple[Passage, Paragraph | None]]) -> Passage:
    """A heading with the headings set like it that go on with it in small letters, as one broken over lines does."""
    whole, first = lines[0]
    for passage, paragraph in lines[1:]:
        if first is None or paragraph is None or _setting(first) != _setting(paragraph):
            break
        if first.role is not Role.HEADING or not passage.text[:1].islower():
            break
        whole = join((whole, passage))
    return whole


def _setting(paragraph: Paragraph) -> tuple[Role, int, float]:
    return paragraph.role, paragraph.level, paragraph.size or 0.0


def _likelihood(wording: str, paragraph: Paragraph | None) -> float:
    words = len(wording.split())
    if words > LONGEST_TITLE or (wording.endswith(".") and words > 8) or not words:
        return -1.0
    score = 0.0
    if _PLAN_WORD.search(wording):
        score += 3
    if paragraph is None or paragraph.role is Role.HEADING:
        score += 2
    if paragraph is not None and paragraph.level == 1:
        score += 1
    if _SIDE_WORD.match(wording) or _NUMBERED.match(wording) or _heads_a_section(wording):
        score -= 3
    return score + (0.6 if words <= 14 else 0)


def _heads_a_section(wording: str) -> bool:
    """'Introduction', 'Actions': a heading within a plan. One that calls itself a plan may be its title."""
    if label_meaning(wording) is not None or label_of(wording) or said_in(Passage(wording))[1]:
        return True
    return is_barren(wording) and not _PLAN_WORD.search(wording)


def _heads_of_tables(parts: Sequence[Part]) -> set[int]:
    """The paragraphs straight above a table, where more than one table has such a head: themes, not titles."""
    heads: list[Paragraph] = []
    before: Paragraph | None = None
    for part in parts:
        if isinstance(part, Segment):
            if before is not None and len(before.text.split()) <= 14:
                heads.append(before)
            before = None
        elif part.role is not Role.RUNNING:
            before = part
    alike = [head for head in heads if head.role is heads[0].role and head.level == heads[0].level]
    return {head.number for head in alike} if len(alike) > 1 else set()


def is_page_mark(text: str, title: Passage | None) -> bool:
    """A page's number, alone or beside the plan's title: a running line, even where there is but one page."""
    mark = _PAGE.match(text)
    if mark is None:
        return False
    rest = key_of(mark["rest"])
    return not rest or (title is not None and rest in key_of(title.text))


def vision_of(paragraphs: Iterable[Paragraph]) -> Passage | None:
    """The plan's vision in its own words, where a sentence says that it is the vision."""
    for paragraph in paragraphs:
        hit = _VISION.search(paragraph.text)
        if hit:
            words = of_block(paragraph)[hit.start("words") : hit.end("words")]
            return words.strip(" *'‘’“”\"\n\t")
    return None


def period_of(title: Passage | None) -> Passage | None:
    """The years in the title: the period the plan covers."""
    if title is None:
        return None
    hit = _PERIOD.search(title.text)
    return title[hit.start() : hit.end()] if hit else None
