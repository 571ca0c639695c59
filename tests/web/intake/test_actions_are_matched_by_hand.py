"""Two actions are said to be one, or one to be two: the history goes with what was said."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from intake_fixtures import BringIn
from site_cast import Cast

from turntide.mending.kinds import RowBelongsAbove
from turntide.web.intake.models import Intake
from turntide.web.intake.services.adopting import adopt
from turntide.web.intake.services.bringing import Choice
from turntide.web.intake.services.deciding import put_aside
from turntide.web.intake.services.matching import comparison_of, say_match, take_back_match
from turntide.web.intake.services.mending import MendedMeanwhileError, NotNowError, make_mend
from turntide.web.plans.models import Action
from turntide.web.plans.services.commenting import add_comment

TOP = "# Tarrow plan\n\n| No | Action | Lead | By when |\n|---|---|---|---|\n"
BEFORE = (
    TOP
    + "| 1 | Open the towpath to wheels and walkers | Tarrow Parks | 2026/27 |\n"
    + "| 2 | Walks from every surgery | Leisure Trust | 2027/28 |\n"
)
AFTER = (
    TOP
    + "| 1 | A riverside for everybody, whatever they come by | Tarrow Parks | 2026/27 |\n"
    + "| 2 | Walks from every surgery | Leisure Trust | 2027/28 |\n"
)


@pytest.fixture
def revised(cast: Cast, read: BringIn) -> Intake:
    """The second edition, to be reviewed: its first action says the same in words that share nothing."""
    first = read(BEFORE)
    edition = adopt(intake=first, title="Tarrow plan", saw=first.version, by=cast.by)
    return read(AFTER, choice=Choice(plan=edition.plan, decided=True))


def fates(intake: Intake) -> list[str]:
    return [str(pairing.kind) for pairing in comparison_of(intake).pairings]


def ids(intake: Intake) -> tuple[str, str]:
    comparison = comparison_of(intake)
    old = next(one.id for pairing in comparison.pairings for one in pairing.old if "towpath" in one.text)
    new = next(one.id for pairing in comparison.pairings for one in pairing.new if "riverside" in one.text)
    return old, new


def test_what_is_said_to_be_one_action_keeps_its_history(cast: Cast, revised: Intake) -> None:
    assert sorted(fates(revised)) == ["added", "dropped", "same"]
    action = Action.objects.get(text__contains="towpath")
    add_comment(action=action, text="Asked for by the board.", by=cast.by)
    old, new = ids(revised)
    say_match(intake=revised, old=old, new=new, same=True, saw=revised.version, by=cast.by)
    assert sorted(fates(revised)) == ["reworded", "same"]
    adopt(intake=revised, title="Tarrow plan", saw=revised.version, by=cast.by)
    action.refresh_from_db()
    assert (action.text, action.retired_at) == ("A riverside for everybody, whatever they come by", None)
    assert action.comments.count() == 1


def test_what_is_said_to_be_two_is_dropped_and_added(cast: Cast, revised: Intake) -> None:
    comparison = comparison_of(revised)
    walks = next(pairing for pairing in comparison.pairings if pairing.kind == "same")
    match = say_match(
        intake=revised, old=walks.old[0].id, new=walks.new[0].id, same=False, saw=revised.version, by=cast.by
    )
    assert sorted(fates(revised)) == ["added", "added", "dropped", "dropped"]
    take_back_match(match=match, by=cast.by)
    assert sorted(fates(revised)) == ["added", "dropped", "same"]


def test_the_last_word_on_an_action_holds(cast: Cast, revised: Intake) -> None:
    old, new = ids(revised)
    say_match(intake=revised, old=old, new=new, same=True, saw=revised.version, by=cast.by)
    say_match(intake=revised, old=old, new=new, same=False, saw=revised.version, by=cast.by)
    assert sorted(fates(revised)) == ["added", "dropped", "same"]
    assert revised.matches.standing().count() == 1


def test_once_adopted_nothing_more_is_said(cast: Cast, revised: Intake) -> None:
    old, new = ids(revised)
    adopt(intake=revised, title="Tarrow plan", saw=revised.version, by=cast.by)
    with pytest.raises(NotNowError):
        say_match(intake=revised, old=old, new=new, same=True, saw=revised.version, by=cast.by)


def test_it_is_said_on_the_page_of_what_changes(as_editor: Client, revised: Intake) -> None:
    old, new = ids(revised)
    args = ["tarrow", revised.pk]
    page = as_editor.get(reverse("intake-changes", args=args) + "?kind=added").content.decode()
    assert f'<option value="{old}">' in page
    told = as_editor.post(
        reverse("intake-match", args=args),
        {"old": old, "new": new, "same": "yes", "version": revised.version},
        follow=True,
    )
    assert "They are one action now." in told.content.decode()
    match = revised.matches.get()
    reworded = as_editor.get(reverse("intake-changes", args=args) + "?kind=reworded").content.decode()
    assert "These are two actions" in reworded
    as_editor.post(reverse("intake-unmatch", args=[*args, match.pk]))
    assert not revised.matches.standing().exists()


def test_choosing_none_says_what_to_do(as_editor: Client, revised: Intake) -> None:
    args = ["tarrow", revised.pk]
    told = as_editor.post(
        reverse("intake-match", args=args), {"old": "", "new": "x", "same": "yes", "version": 1}, follow=True
    )
    assert "Choose the action that is the same." in told.content.decode()


CUT = (
    TOP
    + "| 1 | Count who swims every summer | Tarrow Leisure | 2026/27 |\n"
    + "| 2 | at the lido and in the river | | |\n"
    + "| 3 | A riverside for everybody, whatever they come by | Tarrow Parks | 2026/27 |\n"
    + "| 4 | Walks from every surgery | Leisure Trust | 2027/28 |\n"
)
JOINED = (
    TOP
    + "| 1 | Open the towpath to wheels and walkers and light it until ten at night | Tarrow Parks | 2026/27 |\n"
)
APART = (
    TOP
    + "| 1 | Open the towpath to wheels and walkers | Tarrow Parks | 2026/27 |\n"
    + "| 2 | Light the towpath until ten at night | Tarrow Parks | 2026/27 |\n"
)


def edition_after(cast: Cast, read: BringIn, before: str, after: str) -> Intake:
    first = read(before)
    edition = adopt(intake=first, title="Tarrow plan", saw=first.version, by=cast.by)
    return read(after, choice=Choice(plan=edition.plan, decided=True))


def test_what_was_said_holds_when_a_mend_numbers_the_actions_anew(cast: Cast, read: BringIn) -> None:
    revised = edition_after(cast, read, BEFORE, CUT)
    old, new = ids(revised)
    say_match(intake=revised, old=old, new=new, same=True, saw=revised.version, by=cast.by)
    mend = RowBelongsAbove("at the lido and in the river")
    make_mend(intake=revised, mend=mend, saw=revised.version, by=cast.by)
    revised.refresh_from_db()
    assert ids_of_texts(revised, "riverside") != [new], "the mend did not number the actions anew"
    assert sorted(fates(revised)) == ["added", "reworded", "same"]
    edition = adopt(intake=revised, title="Tarrow plan", saw=revised.version, by=cast.by)
    kept = edition.plan.actions.standing().get(text__contains="riverside")
    assert kept == Action.objects.get(pk=old)


def ids_of_texts(intake: Intake, words: str) -> list[str]:
    return [each["id"] for each in (intake.reading or {})["actions"] if words in each["text"]]


def test_of_a_reading_that_was_mended_meanwhile_nothing_is_said(
    cast: Cast, read: BringIn, as_editor: Client
) -> None:
    revised = edition_after(cast, read, BEFORE, CUT)
    (old, new), saw = ids(revised), revised.version
    make_mend(intake=revised, mend=RowBelongsAbove("at the lido and in the river"), saw=saw, by=cast.by)
    revised.refresh_from_db()
    with pytest.raises(MendedMeanwhileError):
        say_match(intake=revised, old=old, new=new, same=True, saw=saw, by=cast.by)
    url = reverse("intake-match", args=["tarrow", revised.pk])
    told = as_editor.post(url, {"old": old, "new": new, "same": "yes", "version": saw}, follow=True)
    assert "The reading was changed meanwhile." in told.content.decode()
    gone = as_editor.post(
        url, {"old": old, "new": "a99", "same": "yes", "version": revised.version}, follow=True
    )
    assert "The reading was changed meanwhile." in gone.content.decode()
    assert not revised.matches.exists()


def test_what_was_said_of_a_draft_put_aside_is_said_again_of_the_next(
    cast: Cast, revised: Intake, read: BringIn, as_editor: Client
) -> None:
    old, new = ids(revised)
    say_match(intake=revised, old=old, new=new, same=True, saw=revised.version, by=cast.by)
    put_aside(intake=revised, by=cast.by)
    longer = AFTER.replace("| 1 |", "| 1 | Count who swims in the river | Leisure Trust | 2026/27 |\n| 2 |")
    again = read(longer, choice=Choice(plan=revised.plan, decided=True))
    assert sorted(fates(again)) == ["added", "reworded", "same"]
    page = as_editor.get(reverse("intake-changes", args=["tarrow", again.pk])).content.decode()
    assert "Open the towpath to wheels and walkers” is now “" in page
    adopt(intake=again, title="Tarrow plan", saw=again.version, by=cast.by)
    later = read(AFTER, choice=Choice(plan=revised.plan, decided=True))
    assert not later.matches.exists(), "what was adopted needs no saying"


def test_one_of_several_that_were_taken_for_one_is_said_to_be_another(
    cast: Cast, read: BringIn, as_editor: Client
) -> None:
    revised = edition_after(cast, read, APART, JOINED)
    assert fates(revised) == ["merged"]
    url = reverse("intake-changes", args=["tarrow", revised.pk])
    assert "Light the towpath until ten at night” is another action" in as_editor.get(url).content.decode()
    pairing = comparison_of(revised).pairings[0]
    lit = next(one for one in pairing.old if one.text.startswith("Light"))
    as_editor.post(
        reverse("intake-match", args=["tarrow", revised.pk]),
        {"old": lit.id, "new": pairing.new[0].id, "same": "no", "version": revised.version},
    )
    assert sorted(fates(revised)) == ["dropped", "reworded"]
