"""The timeline of an action: everything that happened to it, newest first, each row with author and date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from delivery_fixtures import Asked
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from site_cast import Cast

from turntide.web.delivery.models import Decision, Group, Step, Update
from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in, keep_draft
from turntide.web.delivery.services.deciding import record_decision, take_back_decision
from turntide.web.plans.models import Action, Milestone
from turntide.web.plans.services.commenting import add_comment
from turntide.web.plans.services.writing import Step as Write
from turntide.web.plans.services.writing import write
from turntide.web.plans.store.taking_out import action_state, whole

GOOD = Said(
    lifecycle="delivering",
    confidence="green",
    done="Opened the path.",
    ask="A crossing, please.",
    readings=(ReadingSaid(None, "Steps counted", "4,100", date(2026, 9, 30), "the counter"),),
    reached=(ReachSaid("children", 30),),
)


@pytest.fixture
def action(asked: Asked) -> Action:
    return asked.requests(asked.ray)[0].action


def timeline(client: Client, action: Action, query: str = "") -> str:
    response = client.get(reverse("timeline", args=["tarrow", action.pk]) + query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def viewed(cast: Cast, action: Action, query: str = "") -> str:
    client = Client()
    client.force_login(cast.viewer)
    return timeline(client, action, query)


def say(asked: Asked, action: Action, said: Said) -> Update:
    request = next(each for each in asked.requests(asked.ray) if each.action_id == action.pk)
    return hand_in(request=request, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))


def test_an_update_tells_what_was_said_and_by_whom(asked: Asked, action: Action, cast: Cast) -> None:
    say(asked, action, GOOD)
    page = viewed(cast, action)
    for words in ("Ray Okoro", "Opened the path.", "A crossing, please.", "Handed in, not yet approved"):
        assert words in page
    for words in (
        "Steps counted: 4,100 (30 September 2026, the counter)",
        "children (30)",
        asked.round.title,
    ):
        assert words in page


def test_a_draft_is_nobodys_business(asked: Asked, action: Action, cast: Cast) -> None:
    request = asked.requests(asked.ray)[0]
    keep_draft(
        request=request, said=Said(done="Half a"), saw=NOTHING_SEEN, author=Author.from_link(asked.ray)
    )
    assert "Half a" not in viewed(cast, action)


def test_what_was_sent_back_says_so(asked: Asked, action: Action, cast: Cast) -> None:
    update = say(asked, action, GOOD)
    Update.objects.filter(pk=update.pk).update(state="sent back", sent_back_with="Which path?")
    page = viewed(cast, action)
    assert "Sent back" in page
    assert "“Which path?”" in page


def test_milestones_stand_on_their_day_and_say_what_became_of_them(
    asked: Asked, action: Action, cast: Cast
) -> None:
    met = Milestone.objects.create(action=action, text="Design agreed", due=date(2026, 12, 1))
    moved = Milestone.objects.create(action=action, text="Path open", due=date(2027, 3, 1))
    steps = (
        StepSaid(met.pk, met.text, met.due, met_on=date(2026, 11, 20)),
        StepSaid(moved.pk, moved.text, moved.due, moved_to=date(2027, 5, 4), reason="The ground is wet."),
    )
    say(asked, action, Said(lifecycle="delivering", confidence="green", steps=steps))
    page = viewed(cast, action, "?kind=milestone")
    for words in ("Milestone met", "Met on 20 November 2026", "Moved to 4 May 2027", "The ground is wet."):
        assert words in page
    assert page.index("1 March 2027") < page.index("1 December 2026") < page.index("20 November 2026")


def test_edits_editions_and_comments_are_rows_too(action: Action, cast: Cast) -> None:
    state = action_state(whole(Action.objects.filter(pk=action.pk))[0])
    write("retire", [Write(state, action.version)], plan=action.plan, by=cast.by)
    add_comment(action=action, text="Is this on its way?", by=cast.by)
    page = viewed(cast, action)
    for words in ("Retired", "Edition 1 was brought in", "Is this on its way?", "Editor"):
        assert words in page


def test_draft_notes_are_for_editors(action: Action, cast: Cast, as_editor: Client) -> None:
    add_comment(action=action, text="Not for all eyes", by=cast.by, kind="draft")
    assert "Not for all eyes" not in viewed(cast, action)
    assert "Not for all eyes" in timeline(as_editor, action)


def test_rows_come_newest_first_and_a_kind_at_a_time(asked: Asked, action: Action, cast: Cast) -> None:
    today = timezone.localdate()
    for shift, text in ((3, "Third"), (1, "First"), (2, "Second")):
        record_decision(
            plan=action.plan,
            action=action,
            text=text,
            on=today - timedelta(days=shift),
            group=None,
            by=cast.by,
        )
    page = viewed(cast, action, "?kind=decision")
    assert page.index("First") < page.index("Second") < page.index("Third")
    assert "Edition 1" not in page
    assert "Nothing of this kind yet" in viewed(cast, action, "?kind=comment")
    unknown = reverse("timeline", args=["tarrow", action.pk]) + "?kind=rumour"
    client = Client()
    client.force_login(cast.viewer)
    assert client.get(unknown).status_code == 404


def test_a_decision_is_recorded_taken_back_and_brought_back(
    action: Action, cast: Cast, as_editor: Client
) -> None:
    group = Group.objects.create(place=cast.tarrow, name="Riverside board", kind="board")
    new = reverse("decision_new", args=["tarrow", action.pk])
    assert as_editor.post(new, {"text": "", "on": "1"}).status_code == 422
    posted = {"text": "Go on to 2027.", "on": "2/11/2026", "group": str(group.pk)}
    assert as_editor.post(new, posted).status_code == 302
    page = viewed(cast, action)
    for words in ("Go on to 2027.", "2 November 2026", "Riverside board", "Recorded by Editor"):
        assert words in page
    decision = Decision.objects.get()
    as_editor.post(reverse("decision_take_back", args=["tarrow", decision.pk]))
    assert "Go on to 2027." not in viewed(cast, action)
    as_editor.post(reverse("decision_bring_back", args=["tarrow", decision.pk]))
    assert "Go on to 2027." in viewed(cast, action)


def test_a_decision_cannot_lie_ahead(action: Action, as_editor: Client) -> None:
    on = timezone.localdate() + timedelta(days=2)
    posted = {"text": "Later.", "on": f"{on:%d/%m/%Y}"}
    response = as_editor.post(reverse("decision_new", args=["tarrow", action.pk]), posted)
    assert response.status_code == 422
    assert "cannot lie ahead" in response.content.decode()
    assert not Decision.objects.exists()


def test_a_decision_of_the_whole_plan_shows_with_each_action(
    action: Action, cast: Cast, as_editor: Client
) -> None:
    new = reverse("plan_decision_new", args=["tarrow", action.plan_id])
    as_editor.post(new, {"text": "The plan goes on.", "on": "2/11/2026"})
    listed = as_editor.get(reverse("decisions", args=["tarrow", action.plan_id])).content.decode()
    assert "The plan goes on." in listed
    page = viewed(cast, action)
    assert "The plan goes on." in page
    assert "Decided of the whole plan" in page


def test_viewers_record_nothing(action: Action, cast: Cast, client: Client) -> None:
    client.force_login(cast.viewer)
    assert client.get(reverse("decision_new", args=["tarrow", action.pk])).status_code == 403
    assert "Record a decision" not in timeline(client, action)


def test_the_actions_page_begins_its_timeline(
    asked: Asked, action: Action, cast: Cast, client: Client
) -> None:
    client.force_login(cast.viewer)
    url = reverse("action", args=["tarrow", action.pk])
    assert "Nothing was reported or decided yet." in client.get(url).content.decode()
    say(asked, action, GOOD)
    page = client.get(url).content.decode()
    assert "Latest update" in page
    assert page.count("Opened the path.") == 2
    assert reverse("timeline", args=["tarrow", action.pk]) in page


def test_a_longer_timeline_asks_no_more_of_the_database(asked: Asked, action: Action, cast: Cast) -> None:
    client = Client()
    client.force_login(cast.editor)
    update = say(asked, action, GOOD)
    group = Group.objects.create(place=cast.tarrow, name="Riverside board", kind="board")

    def more(number: int) -> None:
        on = date(2026, 1, 1 + number)
        milestone = Milestone.objects.create(action=action, text=f"Step {number}", due=on)
        Step.objects.create(update=update, milestone=milestone.pk, text=milestone.text, met_on=on)
        Update.objects.create(
            action=action, state="approved", on=on, said_at=timezone.now(), author=asked.ray
        )
        record_decision(
            plan=action.plan, action=action, text=f"So be it {number}", on=on, group=group, by=cast.by
        )
        add_comment(action=action, text=f"Said {number}", by=cast.by)
        state = action_state(whole(Action.objects.filter(pk=action.pk))[0])
        write("edit", [Write(state, action.version + number)], plan=action.plan, by=cast.by)

    def asked_of_it(query: str = "") -> int:
        with CaptureQueriesContext(connection) as queries:
            timeline(client, action, query)
        return len(queries)

    more(0)
    asked_of_it()
    before = asked_of_it()
    for number in range(1, 5):
        more(number)
    assert asked_of_it() <= before <= 22
    decision = Decision.objects.all()[0]
    take_back_decision(decision=decision, by=cast.by)
    assert decision.text not in timeline(client, action, "?kind=decision")


def test_a_long_timeline_comes_in_pages(action: Action, cast: Cast) -> None:
    for number in range(30):
        add_comment(action=action, text=f"Comment {number:02}", by=cast.by)
    first, second = viewed(cast, action, "?kind=comment"), viewed(cast, action, "?kind=comment&page=2")
    assert "Comment 29" in first
    assert "Comment 00" not in first
    assert "Comment 00" in second
