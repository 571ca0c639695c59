"""The paper, the public page and the API say the same figures: all three are told from one frozen period.

That Word, PDF, Excel and the web page say what the paper says is `test_printing_alike.py`'s.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.config.example_place import load_example
from turntide.web.design.statuses import shown
from turntide.web.publishing.services.describing import describe_plan
from turntide.web.publishing.services.publishing import publish
from turntide.web.reporting.models import Report
from turntide.web.reporting.rules.paper import Table, plain
from turntide.web.reporting.services.freezing import freeze_paper
from turntide.web.reporting.services.printing import paper_to_print
from turntide.web.reporting.store.telling import told_of

BY = By.work("test")
AXES = {"How far": "lifecycle", "How sure": "confidence", "How fresh": "freshness"}
LEADS = re.compile(r"/figures/(lifecycle|confidence|freshness)-([a-z-]+)/")
Told = dict[tuple[str, str], int]


@pytest.fixture
def frozen() -> Report:
    """The example's board paper, frozen, and published with every plan."""
    list(load_example())
    place = Place.objects.get(slug="tarrow")
    for plan in place.plans.filter(public=None):
        describe_plan(plan=plan, shown=True, summary="", saw=0, by=BY)
    report = Report.objects.get()
    report = freeze_paper(report=report, saw=told_of(report).fingerprint, by=BY)
    publish(place=place, frozen=report.frozen, by=BY)
    return report


def of_paper(report: Report) -> Told:
    part = paper_to_print(report).part("picture")
    assert part is not None
    table = next(block for block in part.blocks if isinstance(block, Table))
    rows = [[plain(cell.words) for cell in row[:2]] + [str(row[2].number)] for row in table.rows]
    return {(AXES[question], status): int(float(number)) for question, status, number in rows}


def of_api() -> Told:
    answer = Client().get("/api/v1/places/tarrow/figures").json()
    return {
        (axis, words_for(each["status"])): each["number"] for axis in AXES.values() for each in answer[axis]
    }


def of_page() -> Told:
    page: Any = html.fromstring(Client().get(reverse("public_figures", args=["tarrow"])).content)
    found = {}
    for link in page.xpath("//main//a[contains(@href, '/figures/')]"):
        leads, number = LEADS.search(link.get("href")), re.match(r"\s*(\d+)", link.text_content())
        if leads and number:
            found[leads[1], words_for(leads[2].replace("-", " "))] = int(number[1])
    return found


def words_for(status: str) -> str:
    return str(shown("" if status == "not reported" else status).word)


@pytest.mark.django_db
def test_the_paper_the_public_page_and_the_api_say_the_same(frozen: Report) -> None:
    told = {key: number for key, number in of_paper(frozen).items() if number}
    assert len(told) > 8
    assert {key: number for key, number in of_api().items() if number} == told
    assert {key: number for key, number in of_page().items() if number} == told
