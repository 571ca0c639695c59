"""Groups: who sits on them, what they look after, and that none reports to itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from delivery_fixtures import Asked, contact_at
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from site_cast import Cast

from turntide.web.accounts.roles import Role
from turntide.web.audit.models import Entry
from turntide.web.delivery.models import Group, GroupEdit
from turntide.web.delivery.rules.grouping import is_within, may_be_part_of
from turntide.web.delivery.rules.vocabulary import Wording
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, say_done
from turntide.web.delivery.services.grouping import Described, begin_group, describe_group
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.services.remitting import Looked, set_remit
from turntide.web.delivery.services.seating import seat_member
from turntide.web.delivery.services.vocabulary import OURS, reword
from turntide.web.delivery.store.remits import actions_of
from turntide.web.organisations.models import Contact
from turntide.web.organisations.services.contacts import forget_contact
from turntide.web.plans.models import Heading, Plan

HOSTILE = "<script>alert(1)</script> & Sons"


def address(route: str, *args: Any) -> str:
    return reverse(route, args=["tarrow", *args])


def made(cast: Cast, name: str, parent: Group | None = None, **more: Any) -> Group:
    described = Described(name=name, parent=parent.pk if parent else None, **more)
    return begin_group(place=cast.tarrow, described=described, by=cast.by)


def typed(group: Group | None = None, **fields: str) -> dict[str, str]:
    blank = {"name": "", "kind": "subgroup", "parent": "", "purpose": "", "organisation": "", "version": ""}
    if group is not None:
        blank |= {
            "name": group.name,
            "kind": group.kind,
            "parent": str(group.parent_id or ""),
            "version": str(group.version),
        }
    return blank | fields


@pytest.fixture
def board(cast: Cast) -> Group:
    return made(cast, "Health and wellbeing board", kind=Group.Kind.BOARD)


@pytest.fixture
def subgroup(cast: Cast, board: Group) -> Group:
    return made(cast, "Moving more subgroup", board, purpose="Gets people moving.")


def test_an_empty_page_says_what_to_do(as_editor: Client) -> None:
    page = as_editor.get(address("groups")).content.decode()
    assert "Name the board" in page and address("group_new") in page


def test_a_group_is_added_and_described_on_its_page(as_editor: Client, board: Group) -> None:
    fields = typed(
        name="Walking group", kind="task", parent=str(board.pk), purpose="Walks.", ends_on="31/3/2027"
    )
    page = as_editor.post(address("group_new"), fields, follow=True).content.decode()
    group = Group.objects.get(name="Walking group")
    assert (group.parent, group.kind, str(group.ends_on)) == (board, "task", "2027-03-31")
    assert "Walks." in page and board.name in page and "31 March 2027" in page
    assert Entry.objects.filter(verb="begin group", about_id=str(group.pk)).exists()


def test_groups_stand_under_the_one_they_report_to(as_editor: Client, board: Group, subgroup: Group) -> None:
    (line,) = as_editor.get(address("groups")).context["page"].lines
    assert (line.name, [inner.name for inner in line.lines]) == (board.name, [subgroup.name])


def test_a_group_may_not_report_to_one_that_reports_to_it(
    cast: Cast, as_editor: Client, board: Group, subgroup: Group
) -> None:
    described = Described(name=board.name, parent=subgroup.pk)
    with pytest.raises(RefusedError, match="is part of this one"):
        describe_group(group=board, described=described, saw=board.version, by=cast.by)
    refused = as_editor.post(address("group_edit", board.pk), typed(board, parent=str(subgroup.pk)))
    assert refused.status_code == 422
    board.refresh_from_db()
    assert board.parent is None


MOVES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=40)


@given(MOVES)
def test_no_row_of_moves_makes_a_ring(moves: list[tuple[int, int]]) -> None:
    parents: dict[int, int | None] = dict.fromkeys(range(8))
    for group, wanted in moves:
        if may_be_part_of(group, wanted, parents):
            parents[group] = wanted
    for group, parent in parents.items():
        assert parent is None or not is_within(parent, group, parents)


def test_saving_over_somebody_elses_change_keeps_what_was_typed(as_editor: Client, board: Group) -> None:
    url = address("group_edit", board.pk)
    as_editor.post(url, typed(board, purpose="First words."))
    second = as_editor.post(url, typed(board, purpose="Second words."))
    assert second.status_code == 409
    assert "Second words." in second.content.decode()
    again = typed(board, purpose="Second words.", version=str(second.context["form"].data["version"]))
    assert as_editor.post(url, again).status_code == 302
    board.refresh_from_db()
    assert board.purpose == "Second words."


def test_an_edit_is_undone_and_what_others_did_since_stays(
    cast: Cast, as_editor: Client, board: Group, asked: Asked
) -> None:
    page = as_editor.post(address("group_edit", board.pk), typed(board, name="The board"), follow=True)
    edit = board.edits.get(verb="describe group")
    undo = address("group_undo", board.pk, edit.number)
    assert undo in page.content.decode()
    seat_member(group=board, contact=asked.ray, by=cast.by)
    as_editor.post(undo)
    board.refresh_from_db()
    assert (board.name, board.members.count()) == ("Health and wellbeing board", 1)
    assert "undone already" in as_editor.post(undo, follow=True).content.decode()


def test_an_edit_that_was_overtaken_is_not_undone(as_editor: Client, board: Group) -> None:
    url = address("group_edit", board.pk)
    as_editor.post(url, typed(board, name="First name"))
    board.refresh_from_db()
    as_editor.post(url, typed(board, name="Second name"))
    edit = GroupEdit.objects.get(group=board, after__name="First name")
    page = as_editor.post(address("group_undo", board.pk, edit.number), follow=True).content.decode()
    assert "changed the same since" in page
    board.refresh_from_db()
    assert board.name == "Second name"


def test_a_group_ends_and_is_brought_back(as_editor: Client, board: Group) -> None:
    page = as_editor.post(address("group_end", board.pk), follow=True).content.decode()
    assert "ended on" in page
    assert as_editor.get(address("groups")).context["page"].lines == ()
    as_editor.post(address("group_back", board.pk))
    board.refresh_from_db()
    assert board.ended_at is None


def test_members_are_found_by_words_and_seated(as_editor: Client, board: Group, asked: Asked) -> None:
    url = address("group_member_add", board.pk)
    assert "Ray Okoro" not in as_editor.get(f"{url}?words=mina").content.decode()
    as_editor.post(f"{url}?words=ray", {"contact": asked.ray.pk, "chair": "on"})
    page = as_editor.get(address("group", board.pk)).content.decode()
    assert "Ray Okoro" in page and "(chair)" in page
    assert "Ray Okoro" not in as_editor.get(url).content.decode()


def test_a_newcomer_is_added_to_the_register_and_seated(
    as_editor: Client, board: Group, asked: Asked
) -> None:
    body = asked.ray.organisation
    fields = {
        "name": "Ash Marlow",
        "body": body.name,
        "role": "Chair",
        "email": "ash@alder.example",
        "chair": "on",
    }
    as_editor.post(address("group_member_new", board.pk), fields)
    member = board.members.select_related("contact").get()
    assert (member.contact.name, member.contact.organisation, member.chair) == ("Ash Marlow", body, True)


def test_somebody_the_place_knows_is_not_added_twice(as_editor: Client, board: Group, asked: Asked) -> None:
    fields = {"name": "R. Okoro", "body": asked.ray.organisation.name, "email": "RAY@harbourtrust.example"}
    refused = as_editor.post(address("group_member_new", board.pk), fields)
    assert refused.status_code == 422
    assert "Ray Okoro has this e-mail address already" in refused.content.decode()
    assert Contact.objects.count() == 2


def test_the_chair_is_given_and_taken_and_a_member_goes_and_comes_back(
    cast: Cast, as_editor: Client, board: Group, asked: Asked
) -> None:
    seat_member(group=board, contact=asked.ray, by=cast.by)
    chair = address("group_chair", board.pk, asked.ray.pk)
    as_editor.post(chair)
    assert board.members.get().chair
    as_editor.post(chair)
    assert not board.members.get().chair
    as_editor.post(address("group_member_away", board.pk, asked.ray.pk))
    assert not board.members.exists()
    as_editor.post(address("group_undo", board.pk, board.edits.latest("number").number))
    assert board.members.get().contact == asked.ray


def test_somebody_who_was_forgotten_does_not_come_back_by_an_undo(
    cast: Cast, as_editor: Client, board: Group, tarrow_plan: Plan
) -> None:
    ash = contact_at(tarrow_plan, "Ash Marlow", "ash@alder.example")
    seat_member(group=board, contact=ash, by=cast.by)
    as_editor.post(address("group_member_away", board.pk, ash.pk))
    forget_contact(contact=ash, by=cast.by)
    as_editor.post(address("group_undo", board.pk, board.edits.latest("number").number))
    assert not board.members.exists()
    assert "Marlow" not in str(list(board.edits.values_list("before", "after")))


def outermost(plan: Plan) -> Heading:
    heading = plan.headings.standing().filter(parent=None, children__isnull=False).first()
    return heading or plan.headings.standing()[0]


def test_a_heading_brings_all_that_stands_beneath_it(
    as_editor: Client, board: Group, tarrow_plan: Plan
) -> None:
    heading = outermost(tarrow_plan)
    url = address("group_remit_plan", board.pk, tarrow_plan.pk)
    assert heading.text in as_editor.get(url).content.decode()
    as_editor.post(url, {"headings": [heading.pk], "version": board.version, "do": "save"})
    page = as_editor.get(address("group", board.pk))
    assert page.context["page"].actions == actions_of(board).count() > 0
    listed = as_editor.get(address("group_actions", board.pk)).content.decode()
    assert all(address("action", action.pk) in listed for action in actions_of(board))


def test_looking_for_actions_keeps_what_is_ticked_and_saves_nothing(
    as_editor: Client, board: Group, tarrow_plan: Plan
) -> None:
    heading, action = outermost(tarrow_plan), tarrow_plan.actions.standing()[0]
    url = address("group_remit_plan", board.pk, tarrow_plan.pk)
    sent = {"headings": [heading.pk], "version": board.version, "words": action.text[:12], "do": "find"}
    page = as_editor.post(url, sent).context["page"]
    assert page.form.ticked == {str(heading.pk)}
    assert str(action.pk) in {leaf.id for leaf in page.leaves}
    assert not board.remits.exists()


def test_another_plans_remit_stays_and_all_can_be_undone(
    cast: Cast, as_editor: Client, board: Group, tarrow_plan: Plan
) -> None:
    other = Plan.objects.create(place=cast.tarrow, title="Food plan")
    set_remit(group=board, plan=other, looked=Looked(whole=True), saw=1, by=cast.by)
    action = tarrow_plan.actions.standing()[0]
    set_remit(group=board, plan=tarrow_plan, looked=Looked(actions=[action.pk]), saw=2, by=cast.by)
    assert {remit.plan_id or remit.action_id for remit in board.remits.all()} == {other.pk, action.pk}
    as_editor.post(address("group_undo", board.pk, 3))
    assert [remit.plan_id for remit in board.remits.all()] == [other.pk]


def test_nothing_of_another_place_is_looked_after(cast: Cast, as_editor: Client, board: Group) -> None:
    foreign = Plan.objects.create(place=cast.elsewhere, title="Theirs")
    assert as_editor.get(address("group_remit_plan", board.pk, foreign.pk)).status_code == 404
    own = Plan.objects.create(place=cast.tarrow, title="Ours")
    heading = Heading.objects.create(plan=foreign, text="Theirs")
    set_remit(group=board, plan=own, looked=Looked(headings=[heading.pk]), saw=1, by=cast.by)
    assert not board.remits.exists()


@pytest.mark.parametrize("role", list(Role))
def test_everybody_of_the_place_looks_and_editors_change(cast: Cast, board: Group, role: Role) -> None:
    client = Client()
    client.force_login(cast.members[role])
    looks = [address("groups"), address("group", board.pk), address("group_actions", board.pk)]
    assert {client.get(url).status_code for url in looks} == {200}
    changes = [address(f"group_{name}", board.pk) for name in ("edit", "member_add", "member_new", "remit")]
    allowed = 200 if role.rank >= Role.EDITOR.rank else 403
    assert {client.get(url).status_code for url in (address("group_new"), *changes)} == {allowed}


def test_hostile_names_are_shown_as_text(cast: Cast, as_editor: Client) -> None:
    group = made(cast, HOSTILE, purpose=HOSTILE)
    for url in (address("groups"), address("group", group.pk), address("group_edit", group.pk)):
        page = as_editor.get(url).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons" in page
        assert "<script>alert" not in page


def test_pages_ask_a_fixed_number_of_questions(
    cast: Cast, as_editor: Client, board: Group, tarrow_plan: Plan
) -> None:
    def asked(url: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert as_editor.get(url).status_code == 200
        return len(queries)

    def furnish(at: int, group: Group) -> None:
        contact = contact_at(tarrow_plan, f"Member {at}", f"m{at}@tarrow.example", at=at % 3)
        seat_member(group=group, contact=contact, by=cast.by)
        headings: list[UUID] = [heading.pk for heading in tarrow_plan.headings.standing()[: at + 1]]
        actions = [action.pk for action in tarrow_plan.actions.standing()[: at + 1]]
        group.refresh_from_db()
        looked = Looked(headings=headings, actions=actions)
        set_remit(group=group, plan=tarrow_plan, looked=looked, saw=group.version, by=cast.by)

    urls = [address("groups"), address("group", board.pk), address("group_actions", board.pk)]
    urls += [address("group_remit", board.pk), address("group_member_add", board.pk)]
    urls += [address("group_remit_plan", board.pk, tarrow_plan.pk)]
    made(cast, "A subgroup", board)
    furnish(0, board)
    few = {url: asked(url) for url in urls}
    for at in range(1, 5):
        furnish(at, made(cast, f"Subgroup {at}", board))
        furnish(at + 5, board)
    assert {url: asked(url) for url in urls} == few


def test_the_list_shows_what_was_said_last_in_the_plans_own_words(
    cast: Cast, as_editor: Client, board: Group, asked: Asked
) -> None:
    request = asked.requests(asked.ray)[0]
    plan = request.action.plan
    terms = {("lifecycle", "complete"): Wording("Finished")}
    reword(plan=plan, terms=terms, saw=OURS, by=cast.by)
    looked = Looked(actions=[request.action_id])
    set_remit(group=board, plan=plan, looked=looked, saw=board.version, by=cast.by)
    url = address("group_actions", board.pk)
    assert "Finished" not in as_editor.get(url).content.decode()
    say_done(request=request, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    assert "Finished" in as_editor.get(url).content.decode()
