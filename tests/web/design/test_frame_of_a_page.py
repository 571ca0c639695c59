"""The frame that every page stands in, and the components of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import Client, RequestFactory, override_settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def living(client: Client) -> Iterator[Client]:
    with override_settings(ROOT_URLCONF="web.design.look_urls"):
        yield client


def test_a_page_says_its_title_and_that_there_is_an_error(living: Client) -> None:
    assert "<title>Components – Turntide</title>" in living.get("/design/").content.decode()
    assert "<title>Error: Components – Turntide</title>" in living.get("/design/?wrong").content.decode()


def test_a_page_says_which_language_it_is_in(living: Client) -> None:
    page = living.get("/design/", headers={"accept-language": "cy"}).content.decode()
    assert re.search(r'<html lang="cy"', page)
    assert '<span aria-current="true">Cymraeg</span>' in page


def test_what_was_done_can_be_undone_from_its_message(living: Client) -> None:
    page = living.get("/design/?told").content.decode()
    banners = (
        page.split('class="govuk-notification-banner ')[1:]
        + page.split('class="govuk-notification-banner"')[1:]
    )
    assert "The action was retired." in banners[0]
    assert '<form class="tt-undo" method="post" action="/design/">' in page
    assert page.count("tt-undo") == 1


def test_every_page_can_be_skipped_into(living: Client) -> None:
    page = living.get("/design/two/").content.decode()
    assert 'href="#main-content"' in page
    assert page.count('id="main-content"') == page.count("<h1") == 1


def test_links_to_other_pages_keep_the_filters() -> None:
    context = Context(
        {"request": RequestFactory().get("/?lead=parks&page=3"), "list": Paginator(range(90), 10).page(3)}
    )
    page = Template("{% load design %}{% pagination list %}").render(context)
    assert 'href="?lead=parks&amp;page=4" rel="next"' in page
    assert re.search(r'aria-label="Page 3" aria-current="page"', page)


def test_a_list_of_one_page_has_no_links_to_pages() -> None:
    context = Context({"request": RequestFactory().get("/"), "list": Paginator(range(5), 10).page(1)})
    assert Template("{% load design %}{% pagination list %}").render(context).strip() == ""


def test_an_empty_state_says_what_to_do_next() -> None:
    source = (
        '{% load design %}{% nothing_yet "No plans yet" "Bring one in." "/bring-in/" "Bring in a plan" %}'
    )
    page = Template(source).render(Context())
    assert '<a class="govuk-link" href="/bring-in/">Bring in a plan</a>' in page


def test_words_between_block_tags_are_escaped_once() -> None:
    inset = "{% inset %}{{ words }}{% endinset %}"
    table = "{% table caption=words %}<tbody></tbody>{% endtable %}"
    page = Template("{% load design %}" + inset + table).render(Context({"words": "<b>&"}))
    assert page.count("&lt;b&gt;&amp;") == 2
    assert "<tbody></tbody>" in page
