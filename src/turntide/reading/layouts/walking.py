"""Walking through a document's parts in order, each to the layout it is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from turntide.documents.document import Document, Paragraph, Role
from turntide.reading.columns import NamedColumn
from turntide.reading.fields import listed
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.labelled import LabelledReader, level_name
from turntide.reading.layouts.lines import Line, card_lines, form_lines, has_fields, lines_of_paragraph
from turntide.reading.layouts.opening import period_of, title_of, vision_of
from turntide.reading.layouts.tables import aligned, holds_actions, name_segment, read_table
from turntide.reading.layouts.workshop import is_workshop, read_takeaways, read_workshop
from turntide.reading.passage import Passage, of_block
from turntide.reading.records import Step
from turntide.reading.rows import tells_status
from turntide.reading.stitching import Part, Segment, parts_of
from turntide.reading.trace import Decision
from turntide.reading.vocabulary import Meaning, best_meaning
from turntide.reading.wordings.statuses import looks_like_status

_BUDGET = re.compile(
    r"\b(?:budget|funding|resources?)\b.*\b(?:required|needed|for the following|as follows)\b", re.I
)
_PLAN_ONLY = re.compile(
    r"^(?:(?:the|our|draft|appendix\s*\w*|annex\s*\w*|\d+\.?|action|delivery|implementation|plan|strategy|table|"
    r"[–:-])\s*)+$",
    re.IGNORECASE,
)
LONGEST_HEAD = 16
_KINDS = {
    Role.RUNNING: "running",
    Role.COMMENT: "comment",
    Role.DELETED: "deleted",
    Role.FOOTNOTE: "footnote",
}


@dataclass
class _Walk:
    """Where the walk is: the headings above, and the loose lines waiting for their layout."""

    gathered: Gathered
    file: str
    stack: list[tuple[int, Step]] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    default_level: str = "Section"

    @property
    def above(self) -> Step | None:
        """The innermost heading over what comes next."""
        return self.stack[-1][1] if self.stack else None


def gather(document: Document) -> Gathered:
    """Everything the layouts of a document give."""
    parts = _with_mended(parts_of(document))
    gathered = Gathered()
    gathered.title = title_of(parts)
    gathered.vision = vision_of(document.paragraphs)
    gathered.period = period_of(gathered.title)
    used = read_takeaways(parts, gathered)
    walk = _Walk(gathered, document.name, default_level=_default_level(document))
    names = {id(part): name_segment(part) for part in parts if isinstance(part, Segment)}
    in_tables = any(_is_actions(part, names) for part in parts if isinstance(part, Segment))
    for index, part in enumerate(parts):
        if isinstance(part, Segment):
            _read_segment(walk, part, names[id(part)])
        elif part.number not in used:
            _read_paragraph(walk, part, parts[index + 1 :], in_tables, parts[:index])
    _flush(walk, in_tables)
    return gathered


def _with_mended(parts: Sequence[Part]) -> list[Part]:
    segments = [part for part in parts if isinstance(part, Segment)]
    mended = aligned(segments)
    by_id = {id(segment): mended.get(index, segment) for index, segment in enumerate(segments)}
    return [by_id[id(part)] if isinstance(part, Segment) else part for part in parts]


def _is_actions(segment: Segment, names: dict[int, dict[int, NamedColumn]]) -> bool:
    named = names[id(segment)]
    return not is_workshop(segment) and _form(segment, named) is None and holds_actions(named)


def _form(segment: Segment, named: dict[int, NamedColumn]) -> list[Line] | None:
    """The lines of a form or of cards; a table under headings of its own is neither."""
    if segment.header and holds_actions(named):
        return None
    return form_lines(segment) or (None if segment.header else card_lines(segment))


def _default_level(document: Document) -> str:
    """What a plan calls its headings, where the headings themselves do not say: it often tells in its prose."""
    prose = " ".join(p.text for p in document.paragraphs if p.role in {Role.TEXT, Role.HEADING}).lower()
    for word in ("theme", "priority", "pillar", "objective", "outcome", "domain", "strand"):
        plural = "priorities" if word == "priority" else f"{word}s"
        if re.search(rf"\b{plural}\b", prose):
            return word.capitalize()
    return "Section"


# Paragraphs.


def _read_paragraph(
    walk: _Walk, paragraph: Paragraph, after: Sequence[Part], in_tables: bool, before: Sequence[Part]
) -> None:
    passage = of_block(paragraph)
    if paragraph.role in _KINDS:
        walk.gathered.notes.append((passage, _KINDS[paragraph.role]))
    elif _is_title(walk.gathered.title, passage):
        rest = _around(walk.gathered.title, passage)
        walk.gathered.notes += [(piece, "text") for piece in rest]
    elif _asks_budget(before) and not walk.waiting:
        walk.gathered.budget += _budget_lines(passage)
    elif in_tables:
        _read_beside_tables(walk, paragraph, passage, after)
    else:
        walk.waiting += lines_of_paragraph(paragraph)


def _is_title(title: Passage | None, passage: Passage) -> bool:
    return (
        title is not None
        and bool(title.spots)
        and bool(passage.spots)
        and (title.spots[0].unit == passage.spots[0].unit)
    )


def _around(title: Passage | None, passage: Passage) -> list[Passage]:
    if title is None:
        return []
    spot = title.spots[0]
    pieces = (passage[: spot.start], passage[title.spots[-1].end :])
    return [piece for piece in pieces if any(char.isalnum() for char in piece.text)]


def _asks_budget(before: Sequence[Part]) -> bool:
    """The paragraph just before says that what follows is the budget."""
    last = next((p for p in reversed(before) if isinstance(p, Segment) or p.role is not Role.RUNNING), None)
    return (
        isinstance(last, Paragraph) and last.text.rstrip().endswith(":") and bool(_BUDGET.search(last.text))
    )


def _budget_lines(passage: Passage) -> list[Passage]:
    lines = []
    for piece in listed(passage):
        start = 0
        for part in piece.text.split(";"):
            lines.append(piece[start : start + len(part)].strip())
            start += len(part) + 1
    return [line for line in lines if line]


def _read_beside_tables(walk: _Walk, paragraph: Paragraph, passage: Passage, after: Sequence[Part]) -> None:
    """Around tables a paragraph is a heading over the next table, or prose."""
    if _PLAN_ONLY.match(paragraph.text) or not _is_heading(paragraph, after):
        walk.gathered.notes.append((passage, "text"))
        return
    level = paragraph.level if paragraph.role is Role.HEADING and paragraph.level else 9
    while walk.stack and walk.stack[-1][0] >= level:
        walk.stack.pop()
    step = Step(level_name(passage.wording, walk.default_level), [passage.strip()], walk.above)
    walk.gathered.step(step)
    walk.stack.append((level, step))


def _is_heading(paragraph: Paragraph, after: Sequence[Part]) -> bool:
    if paragraph.role is Role.HEADING:
        return True
    text = paragraph.text.strip()
    if paragraph.role is not Role.TEXT or len(text.split()) > LONGEST_HEAD or text.endswith((".", ";", ",")):
        return False
    following = next((p for p in after if isinstance(p, Segment) or p.role is not Role.RUNNING), None)
    return isinstance(following, Segment)


# Tables.


def _read_segment(walk: _Walk, segment: Segment, named: dict[int, NamedColumn]) -> None:
    if is_workshop(segment):
        _flush(walk, True)
        walk.gathered.notes += [(label, "text") for label in read_workshop(segment, walk.gathered)]
        return
    lines = _form(segment, named)
    if lines is not None:
        _read_form(walk, lines)
    elif holds_actions(named):
        _flush(walk, True)
        _read_titles(walk, segment)
        read_table(segment, named, _section_above(walk, segment), walk.gathered, walk.file)
    else:
        _read_aside(walk, segment)


def _read_form(walk: _Walk, lines: list[Line]) -> None:
    _flush(walk, True)
    LabelledReader(walk.gathered, walk.above, items_are_actions=False).read(lines)


def _read_titles(walk: _Walk, segment: Segment) -> None:
    """What stands beside the plan's title, where the title stands above the header; and a legend there."""
    walk.gathered.legend.learn_rows(segment.titles)
    for passage in _title_lines(segment):
        if _is_title(walk.gathered.title, passage):
            rest = _around(walk.gathered.title, passage)
            walk.gathered.notes += [(piece, "text") for piece in rest]


def _section_above(walk: _Walk, segment: Segment) -> tuple[Step | None, Step | None]:
    """The heading over a table in the text, and the one that stands in rows above its header, under the former."""
    section: Step | None = None
    for passage in _title_lines(segment):
        if _is_title(walk.gathered.title, passage):
            continue
        text = passage.wording
        if len(text.split()) > LONGEST_HEAD or _PLAN_ONLY.match(text) or ":" in text or text.endswith("."):
            walk.gathered.notes.append((passage, "text"))
            continue
        step = Step(level_name(text, walk.default_level), [passage], section or walk.above)
        section = walk.gathered.step(step)
    return walk.above, section


def _title_lines(segment: Segment) -> list[Passage]:
    lines = [slot.passage for row in segment.titles for slot in row.filled.values()]
    return lines + list(segment.header.over if segment.header and not segment.inherited else ())


def _read_aside(walk: _Walk, segment: Segment) -> None:
    """A table without actions: a legend, a list of members, a budget. Its words are kept as notes."""
    cells = [p for _, p in sorted(segment.headings.items())] if not segment.inherited else []
    for header in segment.repeats:
        cells += header.headings.values()
    cells += [slot.passage for row in (*segment.titles, *segment.rows) for slot in row.filled.values()]
    walk.gathered.legend.learn_rows((*segment.titles, *segment.rows))
    kind = "legend" if _is_legend(cells) else "text"
    pieces = [cell for cell in cells if not _is_title(walk.gathered.title, cell)]
    walk.gathered.notes += [(piece, kind) for piece in pieces]
    where = cells[0].source(walk.file) if cells else None
    walk.gathered.decisions.append(
        Decision("layout", "table", kind, "no column says what is to be done", where)
    )


def _is_legend(cells: Sequence[Passage]) -> bool:
    told = sum(looks_like_status(cell.wording) for cell in cells)
    return told >= 2 and told >= len(cells) * 0.25


# Loose lines.


def _flush(walk: _Walk, in_tables: bool) -> None:
    """Read the waiting lines: as labelled lines or a list of actions, else as prose."""
    lines, walk.waiting = walk.waiting, []
    if not lines:
        return
    items = sum(line.kind == "item" for line in lines)
    headed = any(_names_actions(line) for line in lines)
    actions_in_items = not in_tables and not walk.gathered.groups and (items >= 2 or headed)
    if not has_fields(lines) and not actions_in_items:
        _keep_lines(walk, lines)
        return
    LabelledReader(walk.gathered, None, actions_in_items).read(lines)


def _names_actions(line: Line) -> bool:
    return line.kind == "heading" and best_meaning(line.passage.wording)[0] is Meaning.ACTION


def _keep_lines(walk: _Walk, lines: Sequence[Line]) -> None:
    """Lines that hold no action: headings stay over the tables that follow, prose becomes notes."""
    for line in lines:
        if line.kind == "heading":
            while walk.stack and walk.stack[-1][0] >= line.level:
                walk.stack.pop()
            step = Step(level_name(line.passage.wording, walk.default_level), [line.passage], walk.above)
            walk.gathered.step(step)
            walk.stack.append((line.level, step))
        else:
            walk.gathered.notes.append((line.passage, "text"))
