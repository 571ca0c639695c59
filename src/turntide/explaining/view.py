"""Everything the page shows, put together from a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from turntide.documents.document import Block, Cell, Document, Mark, Paragraph, Table, spot_of
from turntide.explaining.outline import Entry, Section, outline
from turntide.explaining.parts import WHOLE, Part
from turntide.explaining.sheets import Sheet, set_out
from turntide.explaining.stretches import Claim, Stretch, cut
from turntide.explaining.values import Register, Value
from turntide.plan.model import Finding
from turntide.plan.source import Source, Spot
from turntide.reading.trace import Decision, Reading

Unit = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding by the number it bears in the page."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph or table as the page shows it, with what was found in it and decided about it."""

    block: Block
    sheet: Sheet | None
    findings: tuple[Numbered, ...]
    decisions: tuple[Decision, ...]
    unplaced: tuple[Value, ...]
    new_page: int | None = None
    new_sheet: str | None = None

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph, where it is one."""
        return self.block if isinstance(self.block, Paragraph) else None

    @property
    def table(self) -> Table | None:
        """The table, where it is one."""
        return self.block if isinstance(self.block, Table) else None


@dataclass(frozen=True)
class View:
    """The page's matter. ``texts`` holds each unit's stretches; ``anchors`` where each value first stands."""

    document: Document
    title: str
    part: Part
    blocks: tuple[Shown, ...]
    sections: tuple[Section, ...]
    texts: dict[Unit, tuple[Stretch, ...]]
    anchors: dict[int, int]
    flags: dict[Unit, tuple[int, ...]]
    findings: tuple[Numbered, ...]
    decisions: tuple[Decision, ...]
    unplaced: int

    def stretches(self, block: Block, cell: Cell | None = None) -> tuple[Stretch, ...]:
        """The stretches of a paragraph or a cell."""
        return self.texts[spot_of(block, cell).unit]

    def flagged(self, block: Block, cell: Cell | None = None) -> tuple[int, ...]:
        """The numbers of the findings that point at a paragraph or a cell."""
        return self.flags.get(spot_of(block, cell).unit, ())


def view(reading: Reading, part: Part = WHOLE) -> View:
    """The page's matter for a reading, or for one part of it. Raises NoSuchPart."""
    blocks = part.of(reading.document)
    register = Register()
    sections = outline(reading.plan, register)
    texts = _texts(blocks, register.values)
    anchors = _anchors(texts)
    findings = [Numbered(at, finding) for at, finding in enumerate(reading.plan.findings, start=1)]
    shown = tuple(_shown(blocks, findings, reading.decisions, register.values))
    said = {each.number for block in shown for each in block.findings}
    told = {id(decision) for block in shown for decision in block.decisions}
    whole = part == WHOLE
    return View(
        document=reading.document,
        title=reading.plan.title or reading.document.name,
        part=part,
        blocks=shown,
        sections=sections if whole else _cut_down(sections, anchors),
        texts=texts,
        anchors=anchors,
        flags=_flags(findings, texts),
        findings=tuple(each for each in findings if whole and each.number not in said),
        decisions=tuple(each for each in reading.decisions if whole and id(each) not in told),
        unplaced=len(reading.plan.unplaced),
    )


def _texts(blocks: Sequence[Block], values: Iterable[Value]) -> dict[Unit, tuple[Stretch, ...]]:
    claims: dict[Unit, list[Claim]] = defaultdict(list)
    for value in values:
        for spot in value.spots:
            claims[spot.unit].append(Claim(spot.start, spot.end, value))
    texts: dict[Unit, tuple[Stretch, ...]] = {}
    number = 0
    for unit, text, marks in _units(blocks):
        found = []
        for stretch in cut(text, claims[unit], marks):
            number += bool(stretch.values)
            found.append(replace(stretch, number=number if stretch.values else 0))
        texts[unit] = tuple(found)
    return texts


def _units(blocks: Iterable[Block]) -> Iterator[tuple[Unit, str, tuple[Mark, ...]]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield spot_of(block).unit, block.text, block.marks
        else:
            yield from ((spot_of(block, cell).unit, cell.text, cell.marks) for cell in block.cells)


def _anchors(texts: dict[Unit, tuple[Stretch, ...]]) -> dict[int, int]:
    """The stretch at which each value first stands, by the value's number."""
    anchors: dict[int, int] = {}
    for stretches in texts.values():
        for stretch in stretches:
            for value in stretch.values:
                anchors.setdefault(value.number, stretch.number)
    return anchors


def _flags(
    findings: Iterable[Numbered], texts: dict[Unit, tuple[Stretch, ...]]
) -> dict[Unit, tuple[int, ...]]:
    flags: dict[Unit, dict[int, None]] = defaultdict(dict)
    for each in findings:
        for spot in _spots(each.finding.source):
            if spot.unit in texts:
                flags[spot.unit][each.number] = None
    return {unit: tuple(numbers) for unit, numbers in flags.items()}


def _shown(
    blocks: Sequence[Block],
    findings: Iterable[Numbered],
    decisions: Iterable[Decision],
    values: Iterable[Value],
) -> Iterator[Shown]:
    found, decided, unplaced = defaultdict(list), defaultdict(list), defaultdict(list)
    for each in findings:
        found[_home(each.finding.source)].append(each)
    for decision in decisions:
        decided[_home(decision.source)].append(decision)
    for value in values:
        if value.family == "unplaced" and value.spots:
            unplaced[_home(Source("", value.spots))].append(value)
    page, sheet = None, None
    for block in blocks:
        home = (block.number, 0) if isinstance(block, Paragraph) else (0, block.number)
        turns, starts = block.page != page, block.sheet != sheet
        page, sheet = block.page, block.sheet
        yield Shown(
            block,
            set_out(block) if isinstance(block, Table) else None,
            tuple(found[home]),
            tuple(decided[home]),
            tuple(unplaced[home]),
            page if turns else None,
            sheet if starts else None,
        )


def _spots(source: Source | None) -> tuple[Spot, ...]:
    return source.spots if source else ()


def _home(source: Source | None) -> tuple[int, int] | None:
    """The paragraph or table in which something begins."""
    if not source or not source.spots:
        return None
    spot = source.spots[0]
    return (spot.paragraph or 0, spot.table or 0)


def _cut_down(sections: Iterable[Section], anchors: dict[int, int]) -> tuple[Section, ...]:
    """Only the entries that hold a value which stands in the part shown."""
    kept = (Section(each.title, tuple(_kept(each.entries, anchors))) for each in sections)
    return tuple(section for section in kept if section.entries)


def _kept(entries: Iterable[Entry], anchors: dict[int, int]) -> Iterator[Entry]:
    for entry in entries:
        if any(value.number in anchors for value in entry.values()):
            yield replace(entry, under=tuple(_kept(entry.under, anchors)))
