"""What holds of papers without any row: parts in order, what a signature is bound to, and papers kept as bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_paper import made_paper
from made_record import PLAN, SECOND, action_id, made_record, record_before

from turntide.web.periods.rules.comparing import compare
from turntide.web.periods.rules.record import ActionThen, MilestoneThen
from turntide.web.reporting.papers.parts import PARTS
from turntide.web.reporting.papers.telling import Telling
from turntide.web.reporting.papers.writing import write
from turntide.web.reporting.rules.arranging import ANNEX, MOVES, arranged, parts_on
from turntide.web.reporting.rules.framing import Correction, Name, framed
from turntide.web.reporting.rules.keeping import UnknownPaperError, paper_as_bytes, paper_from_bytes
from turntide.web.reporting.rules.kinds import ASKED
from turntide.web.reporting.rules.narrowing import narrowed
from turntide.web.reporting.rules.paper import Paper
from turntide.web.reporting.rules.signing import (
    Signed,
    days_gone_by,
    fingerprint_of,
    holds,
    may_correct,
    may_sign,
    may_write,
    warnings,
)

KEYS = tuple(each.key for each in PARTS["board"])
KINDS = sorted(PARTS)
QUICKLY = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@QUICKLY
@given(st.lists(st.tuples(st.sampled_from(MOVES), st.sampled_from((*KEYS, "unknown"))), max_size=12))
def test_however_parts_are_moved_each_stands_once_the_annex_last_and_one_stays(
    moves: list[tuple[str, str]],
) -> None:
    on = parts_on((), [(key, True) for key in KEYS])
    for move, part in moves:
        on = arranged(on, move, part, KEYS)
        assert len(set(on)) == len(on) > 0
        assert set(on) <= set(KEYS)
        assert ANNEX not in on[:-1]


@QUICKLY
@given(st.sampled_from(list(permutations(("a", "b", "c")))), st.sampled_from(("a", "b", "c")))
def test_a_part_taken_out_and_put_in_comes_back_among_those_that_stayed(
    on: tuple[str, ...], part: str
) -> None:
    again = arranged(arranged(on, "out", part, "abc"), "in", part, "abc")
    assert sorted(again) == sorted(on)
    assert [each for each in again if each != part] == [each for each in on if each != part]


def test_a_part_that_no_longer_exists_is_left_out_and_none_means_the_usual_ones() -> None:
    usual = [("asks", True), ("story", False), (ANNEX, True)]
    assert parts_on(["gone", ANNEX, "story"], usual) == ("story", ANNEX)
    assert parts_on([], usual) == parts_on(["gone"], usual) == ("asks", ANNEX)


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_is_kept_as_bytes_and_comes_back_as_it_was(kind: str) -> None:
    now = made_record()
    told = Telling(
        now, before=record_before(), earlier=record_before(), theme=now.headings[0].id,
        body=now.actions[0].leads[0].id, round=now.rounds[0].id,
    )  # fmt: skip
    for paper in (write(kind, told), made_paper()):
        assert paper_from_bytes(paper_as_bytes(paper)) == paper
        assert paper_as_bytes(paper) == paper_as_bytes(paper)


def test_bytes_that_are_no_paper_are_refused() -> None:
    import zlib

    with pytest.raises(UnknownPaperError):
        paper_from_bytes(zlib.compress(b'{"standard": "turntide-paper/9", "paper": {}}'))
    with pytest.raises(UnknownPaperError):
        paper_from_bytes(zlib.compress(b'{"standard": "turntide-paper/1", "paper": {"is": "Elephant"}}'))


def test_a_fingerprint_changes_with_all_that_is_told_and_not_with_when_one_looked() -> None:
    record, told = made_record(), {"words": {"asks": "Please help."}}
    was = fingerprint_of([record, record_before()], told)
    later = replace(record, taken="2031-01-01T00:00:00+00:00")
    assert fingerprint_of([later, record_before()], told) == was
    other = replace(record, actions=record.actions[1:])
    others = (
        fingerprint_of([other, record_before()], told),
        fingerprint_of([record, None], told),
        fingerprint_of([record, record_before()], {"words": {}}),
    )
    assert was not in others and len(set(others)) == 3


def test_a_day_goes_by_the_day_after_it_and_only_while_something_is_to_be_done() -> None:
    step = MilestoneThen("m", "A step", due="2027-02-01")
    action = ActionThen("a", PLAN, "1", "Walk", ends="2027-03-31", milestones=(step,))

    def gone(action: ActionThen, today: date) -> list[str]:
        return days_gone_by(replace(made_record(), actions=(action,)), today)

    assert gone(action, date(2027, 2, 1)) == []
    assert gone(action, date(2027, 2, 2)) == ["2027-02-01"]
    assert gone(action, date(2027, 4, 1)) == ["2027-02-01", "2027-03-31"]
    met = replace(action, milestones=(replace(step, met_on="2027-01-30"),))
    assert gone(met, date(2027, 4, 1)) == ["2027-03-31"]
    assert gone(replace(action, lifecycle="complete"), date(2027, 4, 1)) == []


def test_a_signature_holds_for_what_was_signed_alone() -> None:
    signed = Signed(3, "abc", "p")
    assert holds(signed, 3, "abc")
    assert not any((holds(signed, 4, "abc"), holds(signed, 3, "abd")))
    assert not holds(replace(signed, taken_back=True), 3, "abc")
    assert may_sign([signed], "p", 3, "abd", "abd") and may_sign([signed], "q", 3, "abc", "abc")
    assert not may_sign([signed], "p", 3, "abc", "abc")
    assert "changed since" in may_sign([], "p", 3, "abc", "abd").reason


def test_what_is_frozen_is_corrected_and_not_written_and_an_unsigned_paper_is_warned_of() -> None:
    assert may_write(frozen=False, thrown=False)
    assert "Correct it" in may_write(frozen=True, thrown=False).reason
    assert "Bring it back" in may_write(frozen=False, thrown=True).reason
    assert may_correct(frozen=True, corrected=False)
    assert not may_correct(frozen=False, corrected=False) and not may_correct(frozen=True, corrected=True)
    assert len(warnings(signatures=0, unsettled=2)) == 2
    assert warnings(signatures=1, unsettled=0) == ()


def test_what_is_corrected_stands_first_and_who_signed_before_the_annex() -> None:
    paper = write("board", Telling(made_record()))
    one = framed(
        paper, Correction("Old", "3 March 2027", "A wrong month."), [Name("Ada", "Chair", "4 March 2027")]
    )
    keys = [part.key for part in one.parts]
    assert (keys[0], keys[-2], keys[-1]) == ("correction", "signed", "annex")
    assert framed(paper, None, []) == paper


def test_a_record_narrowed_to_a_plan_loses_nothing_of_it_and_compares_without_false_losses() -> None:
    now, before = made_record(), record_before()
    some = narrowed(now, [PLAN])
    assert narrowed(now, []) is now
    assert some.actions == tuple(each for each in now.actions if each.plan == PLAN)
    for parts in (some.actions, some.headings, some.decisions):
        assert {each.plan for each in parts} == {PLAN}
    changes = compare(narrowed(before, [PLAN]), some)
    for found in (changes.added, changes.dropped, changes.slipped):
        assert all(each.plan == PLAN for each in found)
    assert [each.id for each in narrowed(now, [SECOND]).actions] == [action_id(8), action_id(9)]


def test_every_kind_of_paper_is_asked_for_and_has_parts() -> None:
    assert set(ASKED) == set(PARTS)
    assert isinstance(write("list", Telling(made_record())), Paper)
