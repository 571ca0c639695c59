"""Walking through a document's parts in order, each to the layout it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from turntide.documents.document import Document, Paragraph, Role
from turntide.reading.columns import NamedColumn
from turntide.reading.grids import without_cell
from turntide.reading.headers import names_section
from turntide.reading.instructions import NOTHING, Instructions
from turntide.reading.layouts.budget import BudgetReader
from turntide.reading.layouts.forms import form_lines, parts_with_forms
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.labels import EXACT, known_label
from turntide.reading.layouts.loose import LooseLines
from turntide.reading.layouts.naming import name_segments
from turntide.reading.layouts.opening import is_page_mark, period_of, title_of, vision_of
from turntide.reading.layouts.sections import level_name, names_the_plan
from turntide.reading.layouts.standing import SECTION, Standing
from turntide.reading.layouts.tables import aligned, holds_actions, read_table
from turntide.reading.layouts.takeaways import read_takeaways
from turntide.reading.layouts.told_levels import ToldLevels
from turntide.reading.layouts.workshop import is_workshop, read_workshop
from turntide.reading.passage import EMPTY, Passage, of_block
from turntide.reading.records import Step
from turntide.reading.stitching import Part, Segment
from turntide.reading.trace import Decision
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.statuses import looks_like_status

_NUMBERED = re.compile(r"\b(?:\d[\d.]*|[A-Z]|[ivx]+)\s*$")
LONGEST_HEAD = 16
_ABOUT = {Meaning.RATIONALE, Meaning.MEASURE}
"""What rows over a header say of the section under a label of its own."""
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
    standing: Standing
    loose: LooseLines
    budget: BudgetReader

    @property
    def above(self) -> Step | None:
        """The innermost heading over what comes next."""
        return self.standing.innermost


def gather(document: Document, given: Instructions = NOTHING) -> Gathered:
    """Everything the layouts of a document give, read as a person has told where one has."""
    parts = given.parts(_with_mended(parts_with_forms(document)))
    gathered = Gathered()
    gathered.title = title_of(parts)
    parts = [_without_title(part, gathered) for part in parts]
    gathered.vision = vision_of(document.paragraphs)
    gathered.period = period_of(gathered.title)
    used = read_takeaways(parts, gathered)
    names = name_segments([part for part in parts if isinstance(part, Segment)], given)
    walk = _walk(gathered, document, any(_is_actions(part, names) for part in parts))
    walk.loose.given = given
    for index, part in enumerate(parts):
        if isinstance(part, Segment):
            _read_segment(walk, part, names[id(part)])
        elif part.number not in used:
            _read_paragraph(walk, part, (parts[at] for at in range(index + 1, len(parts))))
    walk.loose.read()
    walk.standing.settle()
    return gathered


def _walk(gathered: Gathered, document: Document, in_tables: bool) -> _Walk:
    told = ToldLevels.learn(p for p in document.paragraphs if not _is_title(gathered.title, of_block(p)))
    standing = Standing(gathered, _default_level(document), told)
    loose = LooseLines(gathered, standing, document.name, in_tables)
    return _Walk(gathered, document.name, standing, loose, BudgetReader(gathered.budget))


def _with_mended(parts: Sequence[Part]) -> list[Part]:
    segments = [part for part in parts if isinstance(part, Segment)]
    mended = aligned(segments)
    by_id = {id(segment): mended.get(index, segment) for index, segment in enumerate(segments)}
    return [by_id[id(part)] if isinstance(part, Segment) else part for part in parts]


def _is_actions(part: Part, names: dict[int, dict[int, NamedColumn]]) -> bool:
    if not isinstance(part, Segment) or is_workshop(part) or form_lines(part) is not None:
        return False
    return holds_actions(names[id(part)])


def _default_level(document: Document) -> str:
    """What a plan calls its headings, where the headings themselves do not say: it often tells in its prose."""
    prose = " ".join(p.text for p in document.paragraphs if p.role in {Role.TEXT, Role.HEADING}).lower()
    for word in ("theme", "priority", "pillar", "objective", "outcome", "domain", "strand"):
        plural = "priorities" if word == "priority" else f"{word}s"
        if re.search(rf"\b{plural}\b", prose):
            return word.capitalize()
    return SECTION


# Paragraphs.


def _read_paragraph(walk: _Walk, paragraph: Paragraph, after: Iterable[Part]) -> None:
    passage = of_block(paragraph)
    if paragraph.role in _KINDS:
        walk.gathered.notes.append((passage, _KINDS[paragraph.role]))
    elif _is_title(walk.gathered.title, passage):
        rest = _around(walk.gathered.title, passage)
        walk.gathered.notes += [(piece, "text") for piece in rest]
    elif is_page_mark(paragraph.text, walk.gathered.title):
        walk.gathered.notes.append((passage, "running"))
    elif not walk.budget.takes(paragraph):
        following = next((p for p in after if isinstance(p, Segment) or p.role is not Role.RUNNING), None)
        walk.loose.wait(paragraph, isinstance(following, Segment))


def _is_title(title: Passage | None, passage: Passage) -> bool:
    return (
        title is not None
        and bool(title.spots)
        and bool(passage.spots)
        and passage.spots[0].unit in {spot.unit for spot in title.spots}
    )


def _around(title: Passage | None, passage: Passage) -> list[Passage]:
    own = [spot for spot in title.spots if spot.unit == passage.spots[0].unit] if title else []
    if not own:
        return []
    pieces = (passage[: own[0].start], passage[own[-1].end :])
    return [piece for piece in pieces if any(char.isalnum() for char in piece.text)]


# Tables.


def _without_title(part: Part, gathered: Gathered) -> Part:
    """A table whose first row is the plan's title is read without that row: the title stands in one place."""
    if not isinstance(part, Segment) or not part.rows or len(part.rows[0].filled) != 1:
        return part
    slot = next(iter(part.rows[0].filled.values()))
    if not _is_title(gathered.title, slot.passage):
        return part
    gathered.notes += [(piece, "text") for piece in _around(gathered.title, slot.passage)]
    return replace(part, rows=tuple(without_cell(row, slot.cell) for row in part.rows[1:]))


def _read_segment(walk: _Walk, segment: Segment, named: dict[int, NamedColumn]) -> None:
    lines = form_lines(segment)
    if is_workshop(segment):
        walk.loose.read()
        walk.gathered.notes += [(label, "text") for label in read_workshop(segment, walk.gathered)]
    elif lines is not None:
        walk.loose.wait_form(lines)
    elif holds_actions(named):
        walk.loose.read_over_actions()
        segment, asking = walk.budget.take_rows(segment)
        walk.gathered.notes += [(passage, "text") for passage in asking]
        _read_titles(walk, segment)
        above, section = _section_above(walk, segment)
        named, section = _section_in_header(walk, named, section)
        read_table(segment, named, (above, section), walk.gathered, walk.file)
    else:
        _read_aside(walk, segment)


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
    told: Meaning | None = None
    for passage in _title_lines(segment):
        if _is_title(walk.gathered.title, passage):
            continue
        text = passage.wording
        if told is not None or known_label(text.strip(" :"), EXACT) in _ABOUT:
            _say_of_section(walk, section or walk.above, told, passage)
            told = known_label(text.strip(" :"), EXACT) if told is None else None
            continue
        if len(text.split()) > LONGEST_HEAD or names_the_plan(text) or _is_remark(text):
            walk.gathered.notes.append((passage, "text"))
            continue
        above = section or walk.above
        step = Step(level_name(text, walk.standing.unnamed_under(above)), [passage], above)
        section = walk.gathered.step(step)
    return walk.above, section


def _say_of_section(walk: _Walk, step: Step | None, told: Meaning | None, passage: Passage) -> None:
    """A row over the header that says why ("Why is this important?") is about the section; its label is prose."""
    if told is Meaning.RATIONALE and step is not None:
        step.rationale.append(passage)
    else:
        walk.gathered.notes.append((passage, "text"))


def _section_in_header(
    walk: _Walk, named: dict[int, NamedColumn], section: Step | None
) -> tuple[dict[int, NamedColumn], Step | None]:
    """Where the actions' column is headed by the part of the plan it tells of ('Theme 1: …'), they stand under it."""
    found = [
        at for at, c in named.items() if c.meaning is Meaning.ACTION and names_section(c.heading.wording)
    ]
    if not found:
        return named, section
    heading = named[found[0]].heading
    above = section or walk.above
    level = level_name(heading.wording, walk.standing.unnamed_under(above))
    step = walk.gathered.step(Step(level, [heading], above))
    return named | {found[0]: replace(named[found[0]], heading=EMPTY)}, step


def _is_remark(text: str) -> bool:
    """A sentence, or a label with its value ('Priority sponsor: Anne Rowe'), is about the section, not its name."""
    before, colon, _ = text.partition(":")
    return text.endswith(".") or (bool(colon) and not _NUMBERED.search(before))


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
