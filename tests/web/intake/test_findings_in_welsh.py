"""Findings speak the language of the page; what the library says of the very place stands beside it in English."""

from __future__ import annotations

import html

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from intake_fixtures import BringIn
from site_cast import Cast

from turntide.checking import Kind
from turntide.reading.kinds import DoubtKind
from turntide.web.intake.models import Intake
from turntide.web.intake.services.adopting import adopt
from turntide.web.plans.pages.finding_kinds import KINDS
from turntide.web.plans.pages.finding_words import finding_said, kind_words, remedy_words

EVERY = (*Kind, *DoubtKind)
NO_DATE = """# Tarrow plan

| No | Action | Lead | By when |
|---|---|---|---|
| 1 | Open the towpath to wheels and walkers | Tarrow Parks | 2026/27 |
| 2 | Walks from every surgery | Leisure Trust | |
"""


@pytest.fixture
def undated(read: BringIn) -> Intake:
    return read(NO_DATE)


def page_of(client: Client, url: str, language: str) -> str:
    return html.unescape(client.get(url, headers={"accept-language": language}).content.decode())


def sentence_in(intake: Intake, kind: Kind) -> str:
    findings = (intake.reading or {})["findings"]
    return next(str(each["message"]) for each in findings if each["kind"] == kind)


def test_the_words_to_be_translated_are_those_of_the_library() -> None:
    assert [(each.kind, each.meaning, each.remedy) for each in KINDS] == [
        (kind.value, kind.meaning, kind.remedy) for kind in EVERY
    ]


@pytest.mark.parametrize("kind", EVERY)
def test_every_kind_of_finding_is_told_in_welsh(kind: Kind | DoubtKind) -> None:
    finding = {"kind": kind.value, "message": "What the library says."}
    with translation.override("cy"):
        said = finding_said(finding, "1 Walks from every surgery")
        assert said.sentence.startswith("“1 Walks from every surgery”: ")
        assert said.original == "What the library says."
        assert kind_words(kind.value) != kind.value and remedy_words(kind.value) != kind.remedy
    assert finding_said(finding).sentence == "What the library says."


def test_a_kind_that_nobody_knows_is_told_in_the_words_it_came_with() -> None:
    with translation.override("cy"):
        said = finding_said({"kind": "a kind to come", "message": "Something new."})
    assert (said.sentence, said.original) == ("Something new.", "")


def test_the_review_names_the_action_in_welsh_and_keeps_the_sentence_beside_it(
    undated: Intake, as_editor: Client
) -> None:
    url = f"{undated.get_absolute_url()}?kind=no+date"
    sentence = sentence_in(undated, Kind.NO_DATE)
    welsh = page_of(as_editor, url, "cy")
    assert "“2 Walks from every surgery”: Nid yw cam gweithredu, na'r cynllun cyfan" in welsh
    assert f'lang="en">{sentence}</p>' in welsh
    assert "Dim dyddiad" in welsh and "Give a date or a financial year." not in welsh
    english = page_of(as_editor, url, "en-GB")
    assert sentence in english and 'lang="en">' not in english.replace('<html lang="en', "")


def test_the_overview_of_a_plan_tells_findings_in_welsh(
    undated: Intake, as_editor: Client, cast: Cast
) -> None:
    sentence = sentence_in(undated, Kind.NO_DATE)
    edition = adopt(intake=undated, title="Tarrow plan", saw=undated.version, by=cast.by)
    url = reverse("plan", args=["tarrow", edition.plan_id])
    welsh = page_of(as_editor, url, "cy")
    assert "yn dweud pryd y mae i'w wneud." in welsh and f'lang="en">{sentence}</span>' in welsh
    assert f'lang="en">{sentence}' not in page_of(as_editor, url, "en-GB")
