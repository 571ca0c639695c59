"""What each kind of mend does to a plan."""

from __future__ import annotations

from editions_of_fenby import action, faults, table, texts

from turntide.checking import Kind
from turntide.documents.document import Cell, Layout, Role
from turntide.mending import mend, same_bodies
from turntide.mending.mends import (
    ColumnMeans,
    HeadingHolds,
    IsAction,
    IsNote,
    RowBelongsAbove,
    SameBody,
    SplitAt,
)
from turntide.reading.kinds import DoubtKind
from turntide.reading.reading import read

LEADS = ("Action", "Lead")
WALKS = "Lead walks for new parents from the library"
BENCHES = "Place benches along the sea front"
ROWS = ((WALKS, "Public Health"), (BENCHES, "Parks"))
TWO = table(LEADS, ROWS)


def test_without_mends_a_document_reads_as_ever() -> None:
    assert mend(TWO, ()).plan == read(TWO).plan


def test_the_reading_shows_the_mended_plan_and_says_who_decided() -> None:
    mended = mend(TWO, [IsNote(WALKS)])
    assert mended.reading.plan is mended.plan
    assert any("is a note" in step.what for step in mended.reading.decisions)


def test_a_column_that_has_no_field_is_kept_as_remarks_and_no_longer_doubted() -> None:
    document = table(("Action", "Lead", "Zork"), [(*row, "amber lane") for row in ROWS])
    assert DoubtKind.COLUMN_UNNAMED in {finding.kind for finding in read(document).plan.findings}
    mended = mend(document, [ColumnMeans("ZORK:", None)])
    assert DoubtKind.COLUMN_UNNAMED not in {finding.kind for finding in mended.plan.findings}
    assert [remark.text for one in mended.plan.actions for remark in one.remarks] == ["amber lane"] * 2


def test_a_person_outranks_what_the_reader_thinks_of_a_column() -> None:
    document = table(("Action", "Objective"), [("Calm roads", WALKS), ("Shade", BENCHES)])
    mended = mend(document, [ColumnMeans("Objective", "action")])
    assert texts(mended.plan) == [WALKS, BENCHES]
    assert faults(mended) == []


def test_of_two_meanings_for_one_column_the_later_counts() -> None:
    mended = mend(TWO, [ColumnMeans("Lead", None), ColumnMeans("lead", "partner")])
    assert [body.name for one in mended.plan.actions for body in one.partners] == ["Public Health", "Parks"]


def test_a_table_whose_headings_nobody_knows_is_read_once_they_are_told() -> None:
    layout = Layout("plan.docx", "docx", b"unknown headings")
    rows = [("Vorhaben", "Wer macht es"), *ROWS]
    layout.table(Cell(at, to, text) for at, row in enumerate(rows, 1) for to, text in enumerate(row, 1))
    document = layout.document()
    assert WALKS not in texts(read(document).plan) or not read(document).plan.actions[0].leads
    mended = mend(document, [ColumnMeans("Vorhaben", "action"), ColumnMeans("Wer macht es", "lead")])
    assert texts(mended.plan) == [WALKS, BENCHES]
    assert [one.leads[0].name for one in mended.plan.actions] == ["Public Health", "Parks"]
    assert faults(mended) == []
    assert mended.idle == ()


def test_a_row_joins_the_one_above_cell_by_cell() -> None:
    document = table(LEADS, [*ROWS, ("With arms to rise from", "Leisure Trust")])
    mended = mend(document, [RowBelongsAbove("with arms to rise from")])
    joined = action(mended.plan, "Place")
    assert joined.text == f"{BENCHES} With arms to rise from"
    assert "Leisure Trust" in " ".join(body.name for body in joined.owners)
    assert faults(mended) == []


def test_the_first_row_has_none_above_it() -> None:
    mended = mend(TWO, [RowBelongsAbove(WALKS)])
    assert mended.idle == (RowBelongsAbove(WALKS),)
    assert mended.plan == read(TWO).plan


def test_a_split_action_shares_what_was_said_of_both() -> None:
    document = table(
        ("Ref", "Action", "Lead", "By when"), [("4", f"{WALKS}; b) {BENCHES} for £3,000", "Parks", "2027")]
    )
    text = read(document).plan.actions[0].text
    mended = mend(document, [SplitAt(text, "b) place  benches")])
    first, second = mended.plan.actions
    assert (first.ref, second.ref) == ("4", "b")
    assert (first.leads, first.timescale) == (second.leads, second.timescale)
    assert ([one.amount for one in first.money], [one.amount for one in second.money]) == ([], [3000.0])
    assert second.text == f"{BENCHES} for £3,000"
    assert faults(mended) == []


def test_one_body_in_two_spellings_is_no_longer_found_and_each_keeps_its_own() -> None:
    document = table(LEADS, [(WALKS, "Parks & Rivers"), (BENCHES, "Rivers and Parks team")])
    told = SameBody("Parks & Rivers", "Rivers and Parks team")
    mended = mend(document, [told])
    assert Kind.SPELLINGS not in {finding.kind for finding in mended.plan.findings}
    assert mended.plan.actions == read(document).plan.actions


def test_one_body_in_capitals_and_without_is_no_longer_found() -> None:
    document = table(LEADS, [(WALKS, "Public Health"), (BENCHES, "Public health")])
    assert Kind.SPELLINGS in {finding.kind for finding in read(document).plan.findings}
    mended = mend(document, [SameBody("Public Health", "Public health")])
    assert Kind.SPELLINGS not in {finding.kind for finding in mended.plan.findings}


def test_the_doubt_about_a_third_spelling_stays() -> None:
    names = ("Public Health", "public health team", "Public  Health Service")
    document = table(LEADS, [(f"{WALKS} {at}", name) for at, name in enumerate(names)])
    (before,) = [f for f in read(document).plan.findings if f.kind == Kind.SPELLINGS]
    mended = mend(document, [SameBody("Public Health", "public health team")])
    (after,) = [f for f in mended.plan.findings if f.kind == Kind.SPELLINGS]
    assert "team" in before.message
    assert "team" not in after.message


def test_spellings_of_spellings_stand_for_one_name() -> None:
    told = [SameBody("B", "a"), SameBody("C", "b"), SameBody("D", "E"), SameBody("c", "D")]
    assert same_bodies(told) == {"a": "c", "b": "c", "e": "c", "d": "c"}
    assert same_bodies([SameBody("B", "A"), SameBody("A", "B")]) == {"b": "a"}


def test_an_action_that_is_a_note_leaves_no_word_behind() -> None:
    mended = mend(TWO, [IsNote(f"1. {WALKS.upper()}")])
    assert texts(mended.plan) == [BENCHES]
    assert {WALKS, "Public Health"} <= {note.text for note in mended.plan.notes}
    assert faults(mended) == []


def headed() -> Layout:
    """Two headings, each over an action of its own, and a line of prose."""
    layout = Layout("plan.docx", "docx", b"headed")
    layout.paragraph("Fenby on foot: our action plan", role=Role.HEADING, level=1)
    for number, (heading, row) in enumerate(zip(("Theme 1: Streets", "Theme 2: Shade"), ROWS, strict=True)):
        layout.paragraph(heading, role=Role.HEADING, level=2)
        layout.paragraph(f"Benches and seats matter to {number + 3} in ten residents of the sea front.")
        layout.table([Cell(1, 1, "Action"), Cell(1, 2, "Lead"), Cell(2, 1, row[0]), Cell(2, 2, row[1])])
    return layout


def test_a_heading_that_is_a_note_hands_on_what_stood_under_it() -> None:
    document = headed().document()
    mended = mend(document, [IsNote("Shade")])
    assert [heading.text for heading in mended.plan.headings] == ["Streets"]
    assert action(mended.plan, BENCHES).under is None
    assert faults(mended) == []


def test_a_heading_holds_the_actions_it_is_given() -> None:
    mended = mend(headed().document(), [HeadingHolds("streets", (BENCHES,))])
    under = [mended.plan.path(one)[-1].text for one in mended.plan.actions]
    assert under == ["Streets", "Streets"]
    assert Kind.EMPTY_HEADING in {finding.kind for finding in mended.plan.findings}
    assert faults(mended) == []


def test_words_that_were_no_heading_become_one() -> None:
    prose = "Benches and seats matter to 4 in ten residents of the sea front."
    mended = mend(headed().document(), [HeadingHolds(prose, (BENCHES,))])
    path = [heading.text for heading in mended.plan.path(action(mended.plan, BENCHES))]
    assert path == ["Shade", prose]
    assert prose not in [note.text for note in mended.plan.notes]
    assert faults(mended) == []


def test_a_note_becomes_an_action_where_it_stands() -> None:
    prose = "Benches and seats matter to 4 in ten residents of the sea front."
    mended = mend(headed().document(), [IsAction(prose)])
    assert texts(mended.plan) == [WALKS, prose, BENCHES]
    assert mended.plan.path(mended.plan.actions[1])[-1].text == "Shade"
    assert faults(mended) == []


def test_mends_act_in_their_order() -> None:
    to_note_and_back = mend(TWO, [IsNote(WALKS), IsAction(WALKS)]).plan
    back_and_to_note = mend(TWO, [IsAction(WALKS), IsNote(WALKS)]).plan
    assert WALKS in texts(to_note_and_back)
    assert WALKS not in texts(back_and_to_note)


def test_a_drafters_note_that_may_stay_is_no_longer_found() -> None:
    document = table(LEADS, [(f"{WALKS}\nKH - I think we need to move this", "Public Health"), ROWS[1]])
    (note,) = [one for one in read(document).plan.notes if one.kind == "drafting"]
    mended = mend(document, [IsNote(note.text)])
    assert Kind.DRAFTING not in {finding.kind for finding in mended.plan.findings}
    assert note.text in [one.text for one in mended.plan.notes]
