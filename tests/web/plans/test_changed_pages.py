"""Changing a plan by its pages: what was typed is kept, refusals say why, and everything can be undone."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from site_cast import Cast

from turntide.web.accounts.models import Person
from turntide.web.accounts.roles import Role
from turntide.web.plans.models import Action, Change, Comment, Heading, Plan
from turntide.web.plans.services.editing import edit_action
from turntide.web.plans.store.states import hex_id


def at(name: str, *args: object) -> str:
    return reverse(name, args=["tarrow", *args])


def first(plan: Plan) -> Action:
    found = plan.actions.standing().first()
    assert found is not None
    return found


def words_of(response: Any) -> str:
    plain = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(plain).split())


def undo_in(response: Any) -> str:
    """The undo of what was told last."""
    return str(re.findall(r'action="([^"]+/undo/)"', response.content.decode())[-1])


@pytest.fixture
def form(as_editor: Client) -> Any:
    def fields(url: str) -> dict[str, Any]:
        """What a browser would send back from a page's main form as it was served."""
        response = as_editor.get(url)
        assert response.status_code == 200, words_of(response)
        shown = response.context["form"]
        data: dict[str, Any] = {}
        for bound in shown:
            value = bound.value()
            if bound.name in ("starts", "ends"):
                value = value.strftime("%d/%m/%Y") if value else ""
            if isinstance(value, str) and hasattr(bound.field.widget, "suggest"):
                value = value.splitlines()
            data[bound.html_name] = "" if value is None else value
        return data

    return fields


def test_an_action_is_changed_and_the_change_undone_from_what_is_told(
    as_editor: Client, tarrow_plan: Plan, form: Any
) -> None:
    action = first(tarrow_plan)
    url = at("edit_action", action.pk)
    data = form(url) | {"text": "Open the towpath to wheels", "when": "2027/28"}
    told = as_editor.post(url, data, follow=True)
    assert "We read this as 1 April 2027 to 31 March 2028." in words_of(told)
    action.refresh_from_db()
    assert (action.text, str(action.ends)) == ("Open the towpath to wheels", "2028-03-31")
    as_editor.post(undo_in(told))
    again = first(tarrow_plan)
    assert (again.text, again.when_wording) != (action.text, action.when_wording)


def test_saving_a_form_as_it_was_served_changes_nothing(
    as_editor: Client, tarrow_plan: Plan, form: Any
) -> None:
    before = Change.objects.count()
    for action in tarrow_plan.actions.all():
        url = at("edit_action", action.pk)
        assert as_editor.post(url, form(url)).status_code == 302
    assert Change.objects.count() == before


def test_one_field_is_changed_alone_and_htmx_gets_only_its_form(
    as_editor: Client, tarrow_plan: Plan, form: Any
) -> None:
    action = first(tarrow_plan)
    url = at("edit_action_field", action.pk, "leads")
    part = as_editor.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part and 'name="leads"' in part and 'name="text"' not in part
    as_editor.post(url, form(url) | {"leads": ["Tarrow Parks", "", "Canal Trust"]})
    names = action.involvements.filter(part="lead").values_list("name", flat=True)
    assert list(names) == ["Tarrow Parks", "Canal Trust"]
    assert as_editor.get(at("edit_action_field", action.pk, "nonsense")).status_code == 404


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("money", "£2,000 from the parks grant"),
        ("progress", "31 March 2027: ten benches stand"),
        ("remarks", "Funding: the parks grant"),
    ],
)
def test_costs_reports_and_remarks_are_changed_found_told_in_history_and_undone(
    field: str, words: str, as_editor: Client, tarrow_plan: Plan, form: Any
) -> None:
    action = first(tarrow_plan)
    url = at("edit_action_field", action.pk, field)
    assert url in as_editor.get(at("action", action.pk)).content.decode()
    told = as_editor.post(url, form(url) | {field: words}, follow=True)
    last_words = words.rpartition(": ")[2]
    assert last_words in words_of(told)
    assert last_words in words_of(as_editor.get(at("action_history", action.pk)))
    found = as_editor.get(at("search"), {"q": last_words.replace("£", "")})
    assert at("action", action.pk) in found.content.decode()
    as_editor.post(undo_in(told))
    assert getattr(first(tarrow_plan), field) == []


def test_two_who_write_at_once_lose_nothing(
    as_editor: Client, tarrow_plan: Plan, form: Any, cast: Cast
) -> None:
    action = first(tarrow_plan)
    url = at("edit_action", action.pk)
    mine = form(url) | {"text": "My wording", "detail": "My detail"}
    theirs = {"text": "Their wording", "rationale": "Their reason"}
    edit_action(action=action, saw=action.version, boxes=theirs, by=cast.by)
    met = as_editor.post(url, mine)
    assert met.status_code == 409
    said = words_of(met)
    assert all(words in said for words in ("Their wording", "My wording", "My detail", "Their reason"))
    assert "Editor changed this while you were writing" in said
    action.refresh_from_db()
    assert action.text == "Their wording"
    kept = {bound.name: bound.value() for bound in met.context["form"]}
    assert (kept["text"], kept["detail"], kept["rationale"]) == ("My wording", "My detail", "Their reason")
    again = mine | {"saw": kept["saw"], "rationale": kept["rationale"]}
    assert as_editor.post(url, again).status_code == 302
    action.refresh_from_db()
    assert (action.text, action.rationale) == ("My wording", "Their reason")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"text": " "}, "Say what is to be done."),
        ({"starts": "1/4/2027", "ends": "1/4/2026"}, "The end must not be before the start."),
        ({"ends": "1/4/2026", "when": ""}, "Say when in words too"),
        ({"weightings": "a lot"}, "Write line 1 as a name, a colon and a share"),
        ({"leads": ["x" * 301]}, "A name has 300 characters at most."),
    ],
)
def test_a_form_that_is_refused_says_why_and_keeps_what_was_typed(
    typed: dict[str, Any], reason: str, as_editor: Client, tarrow_plan: Plan, form: Any
) -> None:
    url = at("edit_action", first(tarrow_plan).pk)
    answer = as_editor.post(url, form(url) | {"detail": "Kept as typed"} | typed)
    assert answer.status_code == 422
    assert reason in words_of(answer)
    assert "Kept as typed" in words_of(answer)


def test_an_action_is_added_moved_split_merged_and_retired_by_its_pages(
    as_editor: Client, tarrow_plan: Plan, form: Any
) -> None:
    heading = tarrow_plan.headings.filter(children=None).first()
    assert heading is not None
    added = as_editor.post(f"{at('add_action', tarrow_plan.pk)}?under={heading.pk}", {"text": "Brand new"})
    assert added.status_code == 302
    new = tarrow_plan.actions.get(text="Brand new")
    assert new.placements.get(main=True).heading == heading
    other = tarrow_plan.headings.exclude(pk=heading.pk).filter(children=None).first()
    assert other is not None
    move = f"{at('move_action', new.pk)}?under={hex_id(other.pk)}"
    as_editor.post(at("move_action", new.pk), form(move) | {"where": "first"})
    assert new.placements.get(main=True).heading == other
    url = at("split_action", new.pk)
    boxes = as_editor.get(url).context["page"]
    data = {bound.html_name: bound.value() or "" for part in (boxes.first, boxes.second) for bound in part}
    as_editor.post(url, data | {"second-text": "The other half"})
    half = tarrow_plan.actions.get(text="The other half")
    merging = as_editor.post(at("merge", tarrow_plan.pk), {"actions": [hex_id(new.pk), hex_id(half.pk)]})
    assert "Choose whose words stand" in words_of(merging)
    chosen = {"stands": hex_id(new.pk), "words_text": hex_id(half.pk)}
    told = as_editor.post(
        at("merge", tarrow_plan.pk), {"actions": [hex_id(new.pk), hex_id(half.pk)], **chosen}, follow=True
    )
    new.refresh_from_db()
    half.refresh_from_db()
    assert (new.text, half.merged_into) == ("The other half", new)
    as_editor.post(undo_in(told))
    half.refresh_from_db()
    assert half.merged_into is None
    told = as_editor.post(at("retire_action", half.pk), follow=True)
    assert half in tarrow_plan.actions.exclude(retired_at=None)
    as_editor.post(undo_in(told))
    assert half in tarrow_plan.actions.standing()


def test_an_action_stands_also_under_a_heading_of_another_plan(
    as_editor: Client, tarrow_plan: Plan, cast: Cast, form: Any
) -> None:
    plan = Plan.objects.create(place=cast.tarrow, title="Second plan")
    heading = Heading.objects.create(plan=plan, text="Water", level="Theme")
    action = first(tarrow_plan)
    url = at("also_under", action.pk)
    as_editor.post(url, form(url) | {"headings": [hex_id(heading.pk)]})
    assert action.placements.get(main=False).heading == heading
    foreign = Heading.objects.create(
        plan=Plan.objects.create(place=cast.elsewhere, title="Theirs"), text="Not ours"
    )
    assert as_editor.post(url, {"headings": [hex_id(foreign.pk)]}).status_code == 422


def test_a_heading_with_something_beneath_it_is_not_retired_and_the_reason_is_given(
    as_editor: Client, tarrow_plan: Plan
) -> None:
    outer = tarrow_plan.headings.filter(parent=None).first()
    assert outer is not None
    answer = as_editor.post(at("retire_heading", outer.pk))
    assert answer.status_code == 409
    assert "Move or retire those first." in words_of(answer)
    outer.refresh_from_db()
    assert outer.retired_at is None


def test_an_undo_that_would_leave_an_action_without_a_heading_is_refused(
    as_editor: Client, tarrow_plan: Plan
) -> None:
    as_editor.post(at("add_heading", tarrow_plan.pk), {"text": "Newer", "level": "Theme"})
    heading = tarrow_plan.headings.get(text="Newer")
    adding = tarrow_plan.changes.get(verb="add")
    as_editor.post(f"{at('add_action', tarrow_plan.pk)}?under={heading.pk}", {"text": "Beneath it"})
    answer = as_editor.post(at("undo", adding.pk))
    assert answer.status_code == 409
    assert "“Beneath it” would stand under “Newer”" in words_of(answer)


def test_many_actions_are_changed_together_after_a_look_and_undone_together(
    as_editor: Client, tarrow_plan: Plan
) -> None:
    rows = list(tarrow_plan.actions.standing()[:4])
    data = {"actions": [str(row.pk) for row in rows]}
    assert "Change 4 actions" in words_of(as_editor.post(at("bulk_edit"), data))
    wish = data | {"what": "when", "when": "2027/28", "step": "look"}
    looked = as_editor.post(at("bulk_edit"), wish)
    assert "4 actions would change." in words_of(looked)
    assert tarrow_plan.changes.count() == 1
    saw = [version for _, version in looked.context["page"].chosen]
    told = as_editor.post(at("bulk_edit"), wish | {"step": "do", "saw": saw}, follow=True)
    assert {str(row.ends) for row in tarrow_plan.actions.filter(pk__in=[r.pk for r in rows])} == {
        "2028-03-31"
    }
    as_editor.post(undo_in(told))
    assert not tarrow_plan.actions.filter(when_wording="2027/28").exists()


def test_a_bulk_edit_on_what_changed_meanwhile_is_looked_at_again(
    as_editor: Client, tarrow_plan: Plan, cast: Cast
) -> None:
    row = first(tarrow_plan)
    data = {
        "actions": [hex_id(row.pk)],
        "what": "retire",
        "step": "do",
        "saw": [f"{hex_id(row.pk)}:{row.version}"],
    }
    edit_action(action=row, saw=row.version, boxes={"text": "Theirs"}, by=cast.by)
    answer = as_editor.post(at("bulk_edit"), data)
    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.retired_at is None


def test_history_tells_who_changed_which_words_and_why_something_is_not_undone(
    as_editor: Client, tarrow_plan: Plan, cast: Cast
) -> None:
    row = first(tarrow_plan)
    edit_action(action=row, saw=row.version, boxes={"detail": "Earlier words"}, by=cast.by)
    row.refresh_from_db()
    edit_action(action=row, saw=row.version, boxes={"detail": "Later words"}, by=cast.by)
    said = words_of(as_editor.get(at("action_history", row.pk)))
    assert "by Editor" in said and "Earlier" in said and "was changed again since" in said
    for url in (at("plan_history", tarrow_plan.pk), at("place_history")):
        assert "Detail" in words_of(as_editor.get(url))
    row.refresh_from_db()
    stood = as_editor.get(at("action_version", row.pk, row.version - 1))
    assert "Earlier words" in words_of(stood)
    one = tarrow_plan.changes.first()
    assert one is not None
    assert "Later" in words_of(as_editor.get(at("change", one.pk)))


def test_a_plan_that_was_just_brought_in_is_not_told_to_have_been_retired(
    as_editor: Client, tarrow_plan: Plan
) -> None:
    brought_in = words_of(as_editor.get(at("plan_history", tarrow_plan.pk)))
    assert "Brought in" in brought_in and "Retired" not in brought_in


def test_history_takes_the_same_queries_however_much_was_done(
    as_editor: Client, tarrow_plan: Plan, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for times in (1, 12):
        for number in range(times):
            row = tarrow_plan.actions.all()[number]
            edit_action(action=row, saw=row.version, boxes={"detail": f"{times} {number}"}, by=cast.by)
        for url in (at("place_history"), at("plan_history", tarrow_plan.pk)):
            with django_assert_max_num_queries(22):
                as_editor.get(url)


def test_comments_are_said_by_contributors_and_drafts_seen_by_editors_alone(
    client: Client, as_editor: Client, tarrow_plan: Plan, cast: Cast
) -> None:
    row = first(tarrow_plan)
    client.force_login(cast.contributor)
    client.post(at("comment", row.pk), {"comment-text": "Line one\nLine <b>two</b>"})
    as_editor.post(at("comment", row.pk), {"comment-text": "Reword this", "comment-draft": "on"})
    page = client.get(at("action", row.pk)).content.decode()
    assert "Line one<br>Line &lt;b&gt;two&lt;/b&gt;" in page and "Reword this" not in page
    assert "Reword this" in as_editor.get(at("action", row.pk)).content.decode()
    draft = Comment.objects.get(kind="draft")
    assert client.post(at("take_back_comment", draft.pk)).status_code == 404
    said = Comment.objects.get(kind="comment")
    client.post(at("take_back_comment", said.pk))
    assert "Line one" not in client.get(at("action", row.pk)).content.decode()
    client.post(at("bring_back_comment", said.pk))
    assert "Line one" in client.get(at("action", row.pk)).content.decode()
    assert client.post(at("comment", row.pk), {"comment-text": " "}).status_code == 422


GETS = ("edit_action", "move_action", "also_under", "merge_with", "split_action")
POSTS = ("retire_action", "restore_action")


@pytest.mark.parametrize("name", [*GETS, *POSTS, "comment", "action_history"])
def test_each_page_opens_to_its_role_and_to_nobody_else(
    name: str, client: Client, tarrow_plan: Plan, cast: Cast
) -> None:
    needs = {"comment": Role.CONTRIBUTOR, "action_history": Role.VIEWER}.get(name, Role.EDITOR)
    url = at(name, first(tarrow_plan).pk)
    for role, person in cast.members.items():
        status = _opened(client, person, url, name)
        assert (status not in (403, 404)) == (role.rank >= needs.rank)
    assert _opened(client, cast.outsider, url, name) == 404
    client.logout()
    assert "login" in client.get(url).headers["Location"]


def _opened(client: Client, person: Person, url: str, name: str) -> int:
    client.force_login(person)
    return (client.post(url) if name in POSTS else client.get(url)).status_code


def test_what_is_of_another_place_is_not_found(as_editor: Client, cast: Cast) -> None:
    plan = Plan.objects.create(place=cast.elsewhere, title="Theirs")
    action, heading = Action.objects.create(plan=plan, text="x"), Heading.objects.create(plan=plan, text="y")
    urls = [at(name, action.pk) for name in GETS]
    urls += [at("edit_heading", heading.pk), at("edit_plan", plan.pk), at("plan_history", plan.pk)]
    assert {as_editor.get(url).status_code for url in urls} == {404}
    assert as_editor.post(at("bulk_edit"), {"actions": [str(action.pk)]}).status_code == 404


def test_headings_and_plans_are_reworded(as_editor: Client, tarrow_plan: Plan, form: Any) -> None:
    heading = tarrow_plan.headings.first()
    assert heading is not None
    url = at("edit_heading", heading.pk)
    as_editor.post(url, form(url) | {"text": "Streets for all"})
    heading.refresh_from_db()
    assert heading.text == "Streets for all"
    url = at("edit_plan", tarrow_plan.pk)
    as_editor.post(url, form(url) | {"period": "2030/31"})
    tarrow_plan.refresh_from_db()
    assert tarrow_plan.period is not None
    assert tarrow_plan.period["end"] == "2031-03-31"
    told = as_editor.post(at("retire_plan", tarrow_plan.pk), follow=True)
    as_editor.post(undo_in(told))
    tarrow_plan.refresh_from_db()
    assert tarrow_plan.retired_at is None
