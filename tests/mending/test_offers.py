"""What is offered for each finding, and that taking it settles the finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from editions_of_fenby import EXAMPLES, FIRST, faults, table

from turntide.checking import Kind
from turntide.documents.document import Document, Layout, Role
from turntide.documents.opening import open_here
from turntide.mending import as_data, from_data, mend, offers, remainder
from turntide.mending.mends import KINDS, ColumnMeans, HeadingHolds, SameBody
from turntide.plan.model import Finding, Plan, Unplaced
from turntide.reading.kinds import DoubtKind
from turntide.reading.reading import read
from turntide.reading.vocabulary import Meaning

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "mends.md").read_text("utf-8")
WALKS = "Lead walks for new parents from the library"
BENCHES = "Place benches along the sea front"
SPELT = table(("Action", "Lead"), [(WALKS, "Parks & Rivers"), (BENCHES, "Rivers and Parks team")])
NOTED = table(
    ("Action", "Lead"), [(WALKS, "Parks"), (f"{BENCHES}\nKH - I think we need to move this", "Housing")]
)
GUESSED = table(("Zork", "Lead", "By when"), [(WALKS, "Parks", "2027"), (BENCHES, "Housing", "2028")])
CUT = table(("Ref", "Action", "Lead"), [("1", "Talk with schools and", "Parks"), ("2", BENCHES, "Parks")])
STAND_IN = table(("Action", "Lead"), [(WALKS, "Parks"), ("Raise the share who walk by X%", "Housing")])


def empty_heading() -> Document:
    """Two headings, one straight after the other."""
    layout = Layout("plan.docx", "docx", b"empty")
    layout.paragraph("Fenby on foot: our action plan", role=Role.HEADING, level=1)
    for heading in ("Theme 1: Streets", "Theme 2: Shade"):
        layout.paragraph(heading, role=Role.HEADING, level=2)
    blocks = table(("Action", "Lead"), [(WALKS, "Parks"), (BENCHES, "Housing")]).tables[0]
    layout.table(blocks.cells)
    return layout.document()


CASES: dict[str, Document] = {
    DoubtKind.COLUMN_UNNAMED: FIRST,
    DoubtKind.COLUMN_GUESSED: GUESSED,
    Kind.SPELLINGS: SPELT,
    Kind.DRAFTING: NOTED,
    Kind.EMPTY_HEADING: empty_heading(),
    Kind.CUT_SHORT: CUT,
    Kind.PLACEHOLDER: STAND_IN,
    Kind.NO_OWNER: FIRST,
}


def found(plan: Plan, kind: str) -> Finding:
    """The first finding of a kind."""
    return next(finding for finding in plan.findings if finding.kind == kind)


@pytest.mark.parametrize("kind", CASES)
def test_taking_the_first_offer_settles_the_finding(kind: str) -> None:
    document = CASES[kind]
    finding = found(read(document).plan, kind)
    mended = mend(document, offers(read(document), finding)[:1])
    assert mended.done
    assert (finding.kind, finding.message) not in [(one.kind, one.message) for one in mended.plan.findings]
    assert faults(mended) == []


def test_an_unnamed_column_may_be_anything_with_a_field_or_none() -> None:
    plan = read(FIRST).plan
    offered = [
        one.meaning
        for one in offers(plan, found(plan, DoubtKind.COLUMN_UNNAMED))
        if isinstance(one, ColumnMeans)
    ]
    without = {Meaning.REMARK, Meaning.NOTE, Meaning.ACTOR, Meaning.BEHAVIOUR}
    assert set(offered) == {None, *(set(Meaning) - without)}
    assert len(offered) == len(set(offered))
    assert offered[-1] is None


def test_what_the_cells_look_like_is_offered_first() -> None:
    rows = [
        (f"{WALKS} {at}", "Parks", f"{name} Housing Team") for at, name in enumerate(("East", "West", "Old"))
    ]
    document = table(("Action", "Lead", "Zork"), rows)
    first = offers(read(document), found(read(document).plan, DoubtKind.COLUMN_UNNAMED))[0]
    assert first == ColumnMeans("Zork", "lead")


def test_two_spellings_can_be_taken_either_way() -> None:
    plan = read(SPELT).plan
    names = ("Parks & Rivers", "Rivers and Parks team")
    assert offers(plan, found(plan, Kind.SPELLINGS)) == (SameBody(*names), SameBody(*reversed(names)))


def test_an_empty_heading_is_not_offered_what_stands_under_another() -> None:
    plan = read(empty_heading()).plan
    assert not [one for one in offers(plan, found(plan, Kind.EMPTY_HEADING)) if isinstance(one, HeadingHolds)]


def test_unplaced_text_may_be_a_note_or_an_action() -> None:
    plan = Plan(unplaced=(Unplaced("Bring flasks"),))
    finding = Finding(Kind.UNPLACED, "“Bring flasks” has no place.")
    assert [as_data(one)["kind"] for one in offers(plan, finding)] == ["is note", "is action"]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_every_offer_can_be_kept_and_acts(file: Path) -> None:
    document = open_here(file.read_bytes(), file.name)
    reading = read(document)
    for finding in reading.plan.findings:
        for one in offers(reading, finding)[:3]:
            assert from_data(as_data(one)) == one
            assert mend(document, [one]).done == (one,)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_the_remainder_is_what_nothing_is_offered_for(file: Path) -> None:
    reading = read(open_here(file.read_bytes(), file.name))
    seen = remainder(reading)
    assert [one for one in reading.plan.findings if not offers(reading, one)] == list(seen)
    assert not {finding.kind for finding in seen} & {Kind.SPELLINGS, Kind.UNPLACED, DoubtKind.COLUMN_UNNAMED}


def test_the_guide_names_every_kind_of_mend_with_its_keys() -> None:
    rows = dict(re.findall(r"^\| `([a-z ]+)` \| [^|]+ \| ([^|]+) \|", GUIDE, re.MULTILINE))
    assert list(rows) == list(KINDS)
    for kind, made in KINDS.items():
        assert re.findall(r"`(\w+)`", rows[kind]) == list(made.__dataclass_fields__)


def test_the_guide_names_every_meaning_and_every_finding_that_can_be_mended() -> None:
    told = GUIDE.partition("`meaning` is one of")[2].partition("\n\n")[0]
    assert re.findall(r"`([a-z]+)`", told) == [str(meaning) for meaning in Meaning]
    rows = re.findall(r"^\| ([a-z, ]+) \| [^|]*`", GUIDE.partition("## What is offered")[2], re.MULTILINE)
    assert {kind for row in rows for kind in row.split(", ")} == set(CASES) | {
        Kind.UNPLACED,
        Kind.NO_DATE,
        Kind.NO_MILESTONE,
        Kind.NO_MEASURE,
    }
