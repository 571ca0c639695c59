"""A feed is read by news readers, keeps its identifiers, and tells what the page tells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import feedparser  # type: ignore[import-untyped]
from django.test import Client
from given_fixtures import Published
from made_record import PLAN, action_id, made_record

from turntide.web.publishing.rules.public import of_plans

HERE = "/in/tarrow/"


def feed(path: str = "feed.atom") -> Any:
    response = Client().get(HERE + path)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    read = feedparser.parse(response.content)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def test_a_reader_reads_it(published: Published) -> None:
    read = feed()
    assert read.feed.title == "News of Tarrow"
    assert read.feed.id.startswith("urn:uuid:") and read.feed.updated_parsed
    by_id = {each.id: each for each in read.entries}
    assert len(by_id) == len(read.entries), "each has its own"
    assert all(each.id.startswith("urn:uuid:") and each.updated_parsed and each.link for each in read.entries)
    assert read.entries == sorted(read.entries, key=lambda each: each.updated_parsed, reverse=True)
    titles = [each.title for each in read.entries]
    assert "Begin walking groups on the quay" in titles
    told = [each.content[0].value for each in read.entries if each.title.startswith("Published on")]
    assert len(told) == 2 and "1 action is complete:" in told[0] and "Shown for the first time:" in told[1]


def test_identifiers_stay(published: Published) -> None:
    before = {each.id for each in feed().entries}
    published.publish(replace(made_record(), taken="2027-02-01T09:00:00+00:00"))
    assert before <= {each.id for each in feed().entries}, "and nothing is told twice: nothing changed"
    assert feed().feed.id != feed(f"plans/{PLAN}/feed.atom").feed.id


def test_what_is_shown_no_more_is_not_told_of_either(published: Published) -> None:
    def words() -> str:
        return " ".join(f"{each.title} {each.content[0].value}" for each in feed().entries)

    record = made_record()
    first = record.actions[0]
    assert first.statement is not None
    news = replace(first, statement=replace(first.statement, id=action_id(91), public="A wrong word."))
    published.publish(replace(record, actions=(news, *record.actions[1:])))
    assert "A wrong word." in words() and "Warm homes together" in words()
    published.publish(of_plans(record, [PLAN]))
    assert "A wrong word." not in words() and "Warm homes together" not in words()


def test_a_plan_has_its_own(published: Published) -> None:
    read = feed(f"plans/{PLAN}/feed.atom")
    assert read.feed.title == "News of Tarrow active plan"
    assert "Visit every household that asks" not in [each.title for each in read.entries]
    assert Client().get(f"{HERE}plans/{action_id(77)}/feed.atom").status_code == 404


def test_any_words_leave_it_well_formed(published: Published) -> None:
    hostile = "A \x0b <b>bold</b> & ]]> \ud83d\ude00 word".encode("utf-16", "surrogatepass").decode("utf-16")
    record = made_record()
    actions = (replace(record.actions[0], text=hostile), *record.actions[1:])
    published.publish(replace(record, actions=actions))
    assert any("bold" in each.title for each in feed().entries)


def test_pages_lead_to_their_feeds(published: Published) -> None:
    for page, path in (("", "feed.atom"), (f"plans/{PLAN}/", f"plans/{PLAN}/feed.atom")):
        assert f'href="{HERE}{path}"' in Client().get(HERE + page).content.decode()
