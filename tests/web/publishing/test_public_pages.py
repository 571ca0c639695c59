"""The public pages: of what is published alone, the same for everybody, kept by whoever may."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import resolve
from django.utils import timezone, translation
from django.utils.http import http_date
from made_record import PLAN, SECOND, action_id, made_record
from published_place import publish_record
from pytest_django import DjangoAssertNumQueries
from site_cast import Cast

from turntide.web.delivery.rules.freshness import Freshness, Known
from turntide.web.periods.rules.since import since_words as kept_since_words
from turntide.web.publishing.models import Publication, PublicSite
from turntide.web.publishing.pages.since import since_words
from turntide.web.publishing.rules.about import About, PlanAbout
from turntide.web.publishing.services.publishing import put_back, take_back
from turntide.web.stories.models import Story

ABOUT = About(
    name="Tarrow",
    summary="We want everybody in Tarrow to move a little more.",
    contact="active@tarrow.example",
    licence="OGL-UK-3.0",
    accessibility="Ask us for large print.",
    plans={PLAN: PlanAbout("More walks, safer lanes.", "tarrow-plan.docx", 2, "2026-05-01")},
    words={action_id(1): "Walk together along the quay"},
)
FRONT = "/in/tarrow/"


@pytest.fixture
def published(cast: Cast) -> Publication:
    return publish_record(cast.tarrow, made_record(), ABOUT, named_roles=("Chair",))


def pages_from(client: Client, start: str) -> Iterator[tuple[str, str]]:
    """Every page that can be reached from one, by its links alone."""
    seen, waiting = {start}, [start]
    while waiting:
        path = waiting.pop()
        answer = client.get(path)
        assert answer.status_code == 200, path
        if "text/html" not in answer["Content-Type"]:
            continue
        html = answer.content.decode()
        yield path, html
        for found in re.findall(r'href="(/in/[^"#]*)', html):
            link = unescape(found)
            if link not in seen and "data/" not in link:
                seen.add(link)
                waiting.append(link)


def test_every_page_can_be_reached_and_no_link_is_dead(published: Publication) -> None:
    reached = {resolve(path.split("?")[0]).url_name for path, _html in pages_from(Client(), FRONT)}
    assert reached >= {
        *("public_place", "public_plan", "public_actions", "public_theme", "public_action", "public_changes"),
        *("public_stories", "public_story", "public_figures", "public_figure", "public_accessibility"),
    }


def test_nothing_from_inside_stands_on_any_page(published: Publication) -> None:
    inside = (
        "Ray Okoro",
        "Mina Farrow",
        "Ask the county",
        "has no date",
        "fell ill",
        "No store yet",
        "Write to the",
    )
    for path, html in pages_from(Client(), FRONT):
        assert not [each for each in inside if each in html], path


def test_no_cookie_is_set_or_looked_at(published: Publication, cast: Cast, as_editor: Client) -> None:
    signed_out, signed_in = Client().get(FRONT), as_editor.get(FRONT)
    assert signed_out.content == signed_in.content
    for answer in (signed_out, Client().get("/in/nowhere/")):
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
    assert signed_out["Cache-Control"] == "public, max-age=60, stale-while-revalidate=60"
    assert "default-src 'none'" in signed_out["Content-Security-Policy"]
    assert signed_out["X-Content-Type-Options"] == "nosniff"
    assert set(re.findall("<script[^>]*", signed_out.content.decode())) <= {
        '<script type="application/ld+json"'
    }


def test_who_has_kept_a_page_is_told_that_it_still_holds(published: Publication) -> None:
    first = Client().get(FRONT)
    by_mark = Client().get(FRONT, headers={"if-none-match": first["ETag"]})
    assert (by_mark.status_code, by_mark.content) == (304, b"")
    by_moment = Client().get(FRONT, headers={"if-modified-since": first["Last-Modified"]})
    assert (by_moment.status_code, by_moment["Last-Modified"]) == (304, first["Last-Modified"])
    later = Client().get(FRONT, headers={"if-modified-since": http_date(published.at.timestamp() + 3600)})
    assert later.status_code == 200, "what was kept from another moment may be something else"
    assert Client().get(FRONT + "cy/").headers["ETag"] != first["ETag"]


def test_what_is_put_back_shows_also_to_who_kept_what_stood_in_between(
    published: Publication, cast: Cast
) -> None:
    second = publish_record(cast.tarrow, made_record(), About(name="Tarrow", summary="Come and walk."))
    take_back(publication=second, by=cast.by)
    an_hour_ago = timezone.now() - timedelta(hours=1)
    Publication.objects.update(at=an_hour_ago)
    PublicSite.objects.update(changed_at=an_hour_ago)
    Story.objects.update(changed_at=an_hour_ago)
    between = Client().get(FRONT)
    put_back(publication=second, by=cast.by)
    kept = {"if-modified-since": between["Last-Modified"]}
    assert "Come and walk." in Client().get(FRONT, headers=kept).content.decode()


def test_what_is_kept_changes_with_the_next_publication(published: Publication, cast: Cast) -> None:
    first = Client().get(FRONT)
    publish_record(cast.tarrow, made_record(), About(name="Tarrow", summary="Come and walk."))
    again = Client().get(FRONT, headers={"if-none-match": first["ETag"]})
    assert "Come and walk." in again.content.decode()
    Publication.objects.filter(number=2).update(taken_back_at=published.at)
    assert "move a little more" in Client().get(FRONT).content.decode()


@pytest.mark.django_db
def test_a_closed_place_and_none_answer_alike(cast: Cast) -> None:
    publish_record(cast.tarrow, made_record(), ABOUT)
    PublicSite.objects.update(open=False)
    closed, none = Client().get(FRONT), Client().get("/in/nowhere/")
    assert (closed.status_code, closed.content) == (none.status_code, none.content) == (404, none.content)
    assert dict(closed.headers) == dict(none.headers)
    assert closed["X-Robots-Tag"] == "noindex"


def test_an_action_tells_what_was_promised_and_what_happened(published: Publication) -> None:
    html = Client().get(f"{FRONT}actions/{action_id(1)}/").content.decode()
    for words in (
        "Walk together along the quay",
        "Begin walking groups on the quay",
        "Two walking groups began on the quay.",
        "Harbour Trust, 14 January 2027",
        "Told on 14 January 2027",
        "Moved from 31 January 2027",
        "tarrow-plan.docx",
        "A walk to the harbour",
    ):
        assert words in html
    silent = Client().get(f"{FRONT}actions/{action_id(5)}/").content.decode()
    assert "Nothing was told of this in public yet." in silent
    assert "tt-tag--green" not in silent


def test_a_plan_told_in_stories_shows_no_colours(published: Publication) -> None:
    for path in (f"plans/{SECOND}/", f"actions/{action_id(8)}/", f"plans/{SECOND}/actions/"):
        html = Client().get(FRONT + path).content.decode()
        assert "tt-tag--" not in html
        assert "tt-bar" not in html


def test_each_number_leads_to_the_actions_it_counts(published: Publication) -> None:
    html = Client().get(FRONT).content.decode()
    found = re.findall(r'href="(/in/tarrow/figures/[^"]+)">(\d+)<', html)
    assert found
    for path, number in found:
        listed = Client().get(path).content.decode()
        assert listed.count("tt-lines__link") == int(number)


def test_search_finds_plain_words_bodies_and_stories(published: Publication) -> None:
    for words, expected in (
        ("quay TOGETHER", "Walk together along the quay"),
        ("harbour trust trees", "Plant trees for shade"),
        ("tuesdays", "A walk to the harbour"),
        ("xyzzy", "Nothing that is published has the words"),
        ("", "Type what you are looking for"),
    ):
        answer = Client().get(f"{FRONT}search/", {"q": words})
        assert expected in answer.content.decode()
    assert Client().get(f"{FRONT}search/", {"q": "quay", "page": "99"}).status_code == 404
    assert "<script>" not in Client().get(f"{FRONT}search/", {"q": "<script>"}).content.decode()


def test_a_page_in_welsh_has_its_own_address_and_leads_on_in_welsh(published: Publication) -> None:
    answer = Client().get(f"{FRONT}cy/plans/{PLAN}/")
    html = answer.content.decode()
    assert answer["Content-Language"] == "cy"
    assert '<html lang="cy"' in html
    assert f'href="/in/tarrow/cy/plans/{PLAN}/actions/"' in html
    assert f'hreflang="en-gb" href="/in/tarrow/plans/{PLAN}/"' in html


def test_a_kept_page_costs_one_question(
    published: Publication, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Client().get(FRONT)
    with django_assert_num_queries(1):
        Client().get(FRONT)


def test_a_story_that_may_be_told_no_more_is_gone_at_once(published: Publication) -> None:
    story = made_record().stories[0]
    first = Client().get(FRONT)
    assert story.title in first.content.decode()
    Story.objects.filter(pk=story.id).update(withdrawn_at=timezone.now())
    again = Client().get(FRONT, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, story.title in again.content.decode()) == (200, False)
    assert Client().get(f"{FRONT}stories/{story.id}/").status_code == 404
    Story.objects.filter(pk=story.id).update(withdrawn_at=None)
    assert Client().get(FRONT)["ETag"] == first["ETag"]


def test_only_reading_is_taken(published: Publication) -> None:
    assert Client().post(FRONT).status_code == 405
    assert Client().head(FRONT).status_code == 200


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_since_when_is_said_in_the_language_of_the_page(language: str) -> None:
    """Whatever a record says, in whichever language it was taken."""
    day = date(2026, 6, 3)
    every = [
        (how, Known(said_on=said, asked_due=due))
        for how in Freshness
        for said in (day, None)
        for due in (day, None, date(2027, 1, 1))
        if said or how in (Freshness.SILENT, Freshness.LATE)
    ]
    said = set()
    for how, known in every:
        with translation.override(language):
            written = kept_since_words(how, known, date(2026, 12, 1))
        for page in ("en-gb", "cy"):
            with translation.override(page):
                wanted = kept_since_words(how, known, date(2026, 12, 1))
                assert since_words(written) == wanted[:1].upper() + wanted[1:]
                said.add(wanted)
    assert {"silent since 3 June 2026", "tawel ers 3 Mehefin 2026", "heb ateb erioed"} <= said
    assert since_words("as the plan itself says") == "As the plan itself says"
