"""Papers begun from one button, changed, spoken of, signed, frozen and corrected: by their services."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from delivery_fixtures import Asked
from django.utils import timezone, translation
from made_letterhead import letterhead
from papers_read import tables_of
from report_fixtures import frozen, seen_of
from site_cast import Cast

from turntide.web.audit.by import By
from turntide.web.audit.models import Entry
from turntide.web.delivery.models import Round
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.plans.models import Plan
from turntide.web.reporting.models import Report
from turntide.web.reporting.rules.paper import plain
from turntide.web.reporting.services import drafting
from turntide.web.reporting.services.beginning import begin_board_paper
from turntide.web.reporting.services.correcting import begin_correction
from turntide.web.reporting.services.freezing import freeze_paper
from turntide.web.reporting.services.letterheads import keep_letterhead, retire_letterhead
from turntide.web.reporting.services.printing import paper_to_print
from turntide.web.reporting.services.refusing import ChangedMeanwhileError, RefusedError
from turntide.web.reporting.services.remarking import remark_on, settle_remark
from turntide.web.reporting.services.signing import holding, sign_off, take_signature_back
from turntide.web.reporting.services.throwing import bring_back_paper, throw_away_paper
from turntide.web.reporting.store.finding import whole
from turntide.web.reporting.store.states import Chosen, chosen_of, state_of
from turntide.web.reporting.store.telling import told_of


def board_paper(cast: Cast) -> tuple[Report, bool]:
    return begin_board_paper(place=cast.tarrow, today=timezone.localdate(), by=cast.by)


def as_told(paper: Report) -> str:
    """All that a paper says, title by title and word by word."""
    return repr(paper_to_print(whole(Report.objects.filter(pk=paper.pk)).get()))


def words(paper: Report, text: str, cast: Cast) -> Report:
    paper.refresh_from_db()
    return drafting.write_words(report=paper, part="asks", text=text, saw=paper.version, by=cast.by)


def test_one_button_writes_the_paper_of_the_latest_round_and_pressed_twice_writes_one(
    cast: Cast, paper: Report, closed_round: Round
) -> None:
    assert (paper.starts, paper.ends) == (closed_round.starts, closed_round.ends)
    assert (paper.kind, paper.before, paper.group, paper.plans.count()) == ("board", None, None, 0)
    assert board_paper(cast) == (paper, False)
    assert told_of(paper).record.actions
    assert Entry.objects.filter(verb="begin paper", about_id=str(paper.pk)).count() == 1


def next_round(last: Round, due_on: date) -> Round:
    return Round.objects.create(
        place=last.place,
        title="The next round",
        starts=last.ends + timedelta(days=1),
        ends=last.ends + timedelta(days=90),
        due_on=due_on,
        opened_at=timezone.now(),
    )


def test_a_round_that_still_waits_for_answers_is_not_yet_reported_on(
    cast: Cast, paper: Report, closed_round: Round
) -> None:
    running = next_round(closed_round, due_on=timezone.localdate())
    assert board_paper(cast) == (paper, False)
    Round.objects.filter(pk=running.pk).update(closed_at=timezone.now())
    following, begun = board_paper(cast)
    assert begun and (following.starts, following.ends) == (running.starts, running.ends)


def test_where_no_round_was_opened_it_is_of_the_quarter_that_would_be_asked_for(
    cast: Cast, tarrow_plan: Plan
) -> None:
    paper, begun = board_paper(cast)
    assert begun and paper.starts < paper.ends <= timezone.localdate() + timedelta(days=92)


def test_it_is_compared_with_the_last_frozen_one_and_uses_the_letterhead_used_last(
    cast: Cast, paper: Report, closed_round: Round
) -> None:
    head = keep_letterhead(
        place=cast.tarrow, name="", file="Tarrow.dotx", body=letterhead(), person=cast.editor, by=cast.by
    )
    before = frozen(paper, cast)
    next_round(closed_round, due_on=timezone.localdate() - timedelta(days=1))
    following, _begun = board_paper(cast)
    assert following.before == before.frozen and following.letterhead == head and head.name == "Tarrow"
    told = told_of(following)
    assert before.frozen is not None
    assert told.telling.before == before.frozen.record()
    assert told.telling.history == (before.frozen.record(),)
    retire_letterhead(letterhead=head, by=cast.by)
    throw_away_paper(report=following, by=cast.by)
    assert board_paper(cast)[0].letterhead is None


def test_words_parts_and_coverage_change_the_draft_and_the_last_write_is_undone(
    cast: Cast, paper: Report, tarrow_plan: Plan
) -> None:
    begun = state_of(paper)
    words(paper, "Please name a day.\r\n\r\nWe wait.", cast)
    paper.refresh_from_db()
    assert paper.words == {"asks": "Please name a day.\n\nWe wait."}
    assert "Please name a day." in as_told(paper)
    paper = drafting.undo_write(report=paper, by=cast.by)
    assert state_of(paper) == begun and paper.version == 3
    paper = drafting.arrange_part(report=paper, part="asks", move="out", saw=3, by=cast.by)
    assert "asks" not in paper.parts
    chosen = chosen_of(paper)
    narrower = Chosen("Only one plan", chosen.starts, chosen.ends, plans=(tarrow_plan,))
    drafting.edit_paper(report=paper, chosen=narrower, saw=4, by=cast.by)
    paper.refresh_from_db()
    assert (paper.title, list(paper.plans.all()), paper.version) == ("Only one plan", [tarrow_plan], 5)
    paper = drafting.undo_write(report=paper, by=cast.by)
    assert paper.plans.count() == 0 and "asks" not in paper.parts


def test_a_draft_somebody_else_wrote_meanwhile_is_not_written_over(cast: Cast, paper: Report) -> None:
    drafting.write_words(report=paper, part="asks", text="Mine", saw=1, by=cast.by)
    with pytest.raises(ChangedMeanwhileError) as meanwhile:
        drafting.write_words(report=paper, part="asks", text="Yours", saw=1, by=cast.by)
    assert meanwhile.value.report.words == {"asks": "Mine"}


def test_a_signature_lapses_when_the_draft_or_what_it_tells_changes(
    cast: Cast, paper: Report, tarrow_plan: Plan
) -> None:
    def held() -> int:
        now = Report.objects.get(pk=paper.pk)
        return len(holding(now.signatures.all(), now, told_of(now).fingerprint))

    sign_off(report=paper, saw=seen_of(paper), role="Director", by=cast.by)
    assert held() == 1 and "Director" in as_told(paper)
    with pytest.raises(RefusedError, match="already"):
        sign_off(report=paper, saw=seen_of(paper), role="", by=cast.by)
    words(paper, "Something more.", cast)
    assert held() == 0 and "Director" not in as_told(paper)
    sign_off(report=paper, saw=seen_of(paper), role="Director", by=cast.by)
    before = seen_of(paper)
    tarrow_plan.actions.filter(pk=tarrow_plan.actions.all()[0].pk).update(text="Quite another action")
    assert held() == 0
    with pytest.raises(RefusedError, match="changed since"):
        sign_off(report=paper, saw=before, role="", by=By.person(cast.owner))
    sign_off(report=paper, saw=seen_of(paper), role="", by=By.person(cast.owner))
    assert held() == 1
    take_signature_back(report=paper, by=By.person(cast.owner))
    assert held() == 0


def test_a_signature_lapses_when_a_day_it_tells_of_goes_by(
    cast: Cast, paper: Report, tarrow_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    tarrow_plan.actions.filter(pk=tarrow_plan.actions.all()[0].pk).update(ends=timezone.localdate())
    was, tomorrow = seen_of(paper), timezone.now() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)
    assert seen_of(paper) != was, "the action is overdue now, and the paper says so"


def test_a_signature_lapses_when_an_earlier_period_comes_into_the_picture(cast: Cast, paper: Report) -> None:
    chosen = chosen_of(paper)
    day = timedelta(days=1)
    earlier = Chosen("Before", chosen.starts - 90 * day, chosen.starts - day)
    before = drafting.begin_paper(place=cast.tarrow, kind="board", chosen=earlier, by=cast.by)
    was = seen_of(paper)
    frozen(before, cast)
    assert seen_of(paper) != was


def test_the_rates_of_a_round_count_its_requests_by_who_leads_and_who_was_asked(
    cast: Cast, asked: Asked, tarrow_plan: Plan
) -> None:
    ray = asked.requests(asked.ray)
    hand_in(
        request=ray[0],
        said=Said("delivering", "green", done="Two groups walk."),
        saw=NOTHING_SEEN,
        author=Author.from_link(asked.ray),
    )
    tarrow_plan.actions.filter(pk=ray[1].action_id).update(retired_at=timezone.now())
    chosen = Chosen("Rates", asked.round.starts, asked.round.ends, round=asked.round)
    paper = drafting.begin_paper(place=cast.tarrow, kind="rates", chosen=chosen, by=cast.by)
    told = paper_to_print(paper)
    by_lead, by_person = tables_of(told, "bodies")
    rows = {plain(row[0].words): [cell.number for cell in row[1:]] for row in by_person.rows}
    assert rows == {
        asked.ray.organisation.name: [3, 1, 33, 1],
        asked.mina.organisation.name: [1, 0, 0, 0],
    }
    leads = [each.leads or ("",) for each in told_of(paper).telling.requests]
    assert sum(row[1].number or 0 for row in by_lead.rows) == sum(map(len, leads)) >= 4
    assert tables_of(told, "rounds")[0].rows[0][2].number == 4


def test_a_draft_is_frozen_as_it_was_seen_or_not_at_all(cast: Cast, paper: Report) -> None:
    saw = seen_of(paper)
    words(paper, "Added while somebody read it.", cast)
    with pytest.raises(RefusedError, match="changed since"):
        freeze_paper(report=paper, saw=saw, by=cast.by)
    paper.refresh_from_db()
    assert not paper.is_frozen and not cast.tarrow.frozen_periods.exists()


def test_a_draft_thrown_away_takes_no_more_and_comes_back(cast: Cast, paper: Report) -> None:
    throw_away_paper(report=paper, by=cast.by)
    with pytest.raises(RefusedError, match="Bring it back"):
        remark_on(report=paper, part="", text="Still there?", by=cast.by)
    bring_back_paper(report=paper, by=cast.by)
    remark = remark_on(report=paper, part="asks", text="Still there?", by=cast.by)
    assert settle_remark(remark=remark, by=cast.by).settled_by == cast.editor
    with pytest.raises(RefusedError, match="not thrown away"):
        bring_back_paper(report=paper, by=cast.by)


def test_a_correction_says_what_it_corrects_and_stands_in_for_it_once_frozen(
    cast: Cast, paper: Report
) -> None:
    words(paper, "Forty walkers.", cast)
    old = frozen(paper, cast)
    new = begin_correction(report=old, wrong="There were fourteen.", by=cast.by)
    assert (new.words, new.starts, new.corrects) == (old.words, old.starts, old)
    assert begin_correction(report=old, wrong="Again.", by=cast.by) == new
    assert "There were fourteen." in as_told(new) and old.title in as_told(new)
    new = frozen(new, cast)
    assert "Version 2" in paper_to_print(new).state
    with pytest.raises(RefusedError, match="stands in for it"):
        begin_correction(report=old, wrong="Once more.", by=cast.by)
    with pytest.raises(RefusedError, match="Say what was wrong"):
        begin_correction(report=new, wrong=" ", by=cast.by)


def test_two_dates_are_compared_by_how_things_stood_then(cast: Cast, tarrow_plan: Plan) -> None:
    today = timezone.localdate()
    chosen = Chosen("Changes", today - timedelta(days=30), today, since=today - timedelta(days=30))
    paper = drafting.begin_paper(place=cast.tarrow, kind="difference", chosen=chosen, by=cast.by)
    told = told_of(paper)
    assert told.telling.earlier is not None and not told.telling.earlier.actions
    assert len(told.record.actions) == tarrow_plan.actions.standing().count()


def test_a_paper_is_told_in_its_own_language_whoever_looks(cast: Cast, paper: Report) -> None:
    was = seen_of(paper)
    with translation.override("cy"):
        assert seen_of(paper) == was
