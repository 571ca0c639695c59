"""The plan does not depend on the order of its columns."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from made_documents import BASE, COLUMNS, document, gist, plainly_read, read


def test_the_plan_in_its_own_order_is_what_was_written() -> None:
    assert [said["text"] for said in plainly_read()] == [row[2] for row in BASE]
    assert [said["ref"] for said in plainly_read()] == [row[0] for row in BASE]
    assert [said["path"] for said in plainly_read()] == [(row[1],) for row in BASE]
    assert [said["owners"] for said in plainly_read()] == [(row[3],) for row in BASE]
    assert [said["when"] for said in plainly_read()] == [row[4] for row in BASE]
    assert [said["milestone"] for said in plainly_read()] == [row[5] for row in BASE]
    assert [said["measure"] for said in plainly_read()] == [row[6] for row in BASE]
    assert [said["status"] for said in plainly_read()] == [row[7] for row in BASE]
    assert [said["progress"] for said in plainly_read()] == [row[8] for row in BASE]


@settings(max_examples=40)
@given(order=st.permutations(range(len(COLUMNS))))
def test_any_order_of_columns_gives_the_same_plan(order: list[int]) -> None:
    columns = [COLUMNS[place] for place in order]
    rows = [[row[place] for place in order] for row in BASE]
    assert gist(read(document(columns, rows)).plan) == plainly_read()


@settings(max_examples=25)
@given(kept=st.sets(st.sampled_from((0, 1, 3, 4, 5, 6, 7, 8))))
def test_any_columns_may_be_missing(kept: set[int]) -> None:
    places = sorted(kept | {2})
    plan = gist(
        read(document([COLUMNS[place] for place in places], [[row[p] for p in places] for row in BASE])).plan
    )
    fields = ("ref", "path", "text", "owners", "when", "milestone", "measure", "status", "progress")
    for place in places:
        field = fields[place]
        assert [said[field] for said in plan] == [said[field] for said in plainly_read()]
    for place in set(range(len(COLUMNS))) - set(places):
        assert not any(said[fields[place]] for said in plan)
