"""The register of bodies that ended, and the guide to findings, are held to the code."""

import re
from pathlib import Path

import pytest

from turntide.checking import Kind
from turntide.checking.checking import CHECKS
from turntide.checking.register import EndedBody, register
from turntide.checking.wording import day, parsed
from turntide.reading.kinds import DoubtKind

GUIDE = Path(__file__).parents[2] / "docs" / "findings.md"


@pytest.mark.parametrize("body", register(), ids=lambda body: body.name)
def test_an_entry_says_when_who_and_on_whose_word(body: EndedBody) -> None:
    assert parsed(body.ended) or re.fullmatch(r"\d{4}", body.ended)
    assert body.source
    assert body.successor
    assert body.names or body.acronyms or body.owner_names
    assert body.url == "" or body.url.startswith("https://")


@pytest.mark.parametrize("body", register(), ids=lambda body: body.name)
def test_a_body_is_found_by_each_of_its_names(body: EndedBody) -> None:
    assert all(body.named_in(f"Work with {name.title()} partners") for name in body.names)
    assert all(body.named_in(f"Work with {name}s") for name in body.acronyms)
    assert all(body.owns(name.upper()) for name in body.owner_names)
    assert all(name == name.casefold() for name in (*body.names, *body.owner_names))


def test_no_successor_is_itself_a_body_of_the_past() -> None:
    assert not [(a.name, b.name) for a in register() for b in register() if b.named_in(a.successor)]


@pytest.mark.parametrize("owner", ["CSP", "RDA", "HCA", "TSA", "Links"])
def test_letters_that_living_bodies_go_by_are_no_body_of_the_past(owner: str) -> None:
    assert not [body.name for body in register() if body.owns(owner)]


def test_the_guide_explains_every_kind_and_no_other() -> None:
    text = GUIDE.read_text("utf-8").partition("## What the reading itself doubts")[0]
    assert re.findall(r"^### (.+)$", text, re.MULTILINE) == [str(kind) for kind in Kind]
    for kind in Kind:
        assert kind.meaning in text
        assert kind.remedy in text


def test_the_guide_explains_every_doubt_of_the_reading_and_no_other() -> None:
    text = GUIDE.read_text("utf-8").partition("## What the reading itself doubts")[2]
    doubts = text.partition("\n## ")[0]
    assert re.findall(r"^### (.+)$", doubts, re.MULTILINE) == [str(kind) for kind in DoubtKind]
    for kind in DoubtKind:
        assert kind.meaning in doubts
        assert f"What to do: {kind.remedy}" in doubts


def test_the_guide_lists_every_body_of_the_register() -> None:
    text = GUIDE.read_text("utf-8")
    rows = [f"| {b.name} | {day(b.ended)} | {b.successor} | {b.source} |" for b in register()]
    assert [row for row in rows if row not in text] == []


def test_each_check_is_listed_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)
