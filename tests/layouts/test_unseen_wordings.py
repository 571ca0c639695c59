"""Headings in Welsh and in both languages, and owners as real cells name them."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import ALL, Heading, grid, header, measures, owners, read_as, refs, texts, when

TITLE = Heading("Cynllun Llanfach", 0)
JOBS = ("Agor y neuadd ar y Sul", "Hyfforddi deg arweinydd", "Plannu coed wrth yr ysgol")
WELSH = ("Cyf.", "Camau gweithredu", "Arweinydd", "Amserlen", "Sut byddwn yn mesur llwyddiant")
BOTH = (
    "Cyf. / Ref",
    "Cam gweithredu / Action",
    "Arweinydd / Lead",
    "Erbyn pryd / By when",
    "Mesur / Measure",
)


@pytest.mark.parametrize("format_", ALL)
@pytest.mark.parametrize("names", (WELSH, BOTH))
def test_headings_in_welsh_and_in_both_languages(
    tmp_path: Path, format_: str, names: tuple[str, ...]
) -> None:
    rows = [(f"1.{at}", job, "Cyngor Llanfach", "2026/27", "Deg o bobl") for at, job in enumerate(JOBS, 1)]
    plan = read_as(tmp_path, format_, TITLE, grid(header(*names), *rows))
    assert texts(plan) == list(JOBS)
    assert refs(plan) == ["1.1", "1.2", "1.3"]
    assert owners(plan) == [["Cyngor Llanfach"]] * 3
    assert when(plan) == ["2026/27"] * 3
    assert measures(plan) == ["Deg o bobl"] * 3


@pytest.mark.parametrize(
    ("cell", "names"),
    (
        ("Head of Culture (JB)", ["Head of Culture (JB)"]),
        ("Public Health (AW) & Town Councils", ["Public Health (AW)", "Town Councils"]),
        ("Digital Team/Customer Services", ["Digital Team", "Customer Services"]),
        ("Tarnshire Council & Rail North", ["Tarnshire Council", "Rail North"]),
        ("Safety Unit and Night Trade Forum", ["Safety Unit", "Night Trade Forum"]),
        (
            "Catering Services, Schools and the Soil Network",
            ["Catering Services", "Schools", "the Soil Network"],
        ),
        ("Housing and Leisure Services", ["Housing and Leisure Services"]),
        ("Adults & Families", ["Adults & Families"]),
        ("Parks/Gardens", ["Parks/Gardens"]),
    ),
)
def test_owners_joined_in_a_cell(tmp_path: Path, cell: str, names: list[str]) -> None:
    table = grid(
        header("Action", "Lead"), ("Open the hall on Sundays", cell), ("Map the benches", "Archive Circle")
    )
    assert owners(read_as(tmp_path, "docx", Heading("Oakmere plan", 0), table))[0] == names


@pytest.mark.parametrize(
    ("heading", "meaning"),
    (
        ("Change ideas", "action"),
        ("How we will get there", "action"),
        ("Secondary driver", "level"),
        ("Year measure introduced", "start"),
        ("Estimated cost of measure", "money"),
        ("Impact for children and young people", "measure"),
        ("Cerrig milltir", "milestone"),
        ("What we will do to get there", "action"),
        ("How will we know that it has helped people?", "measure"),
    ),
)
def test_what_headings_mean(heading: str, meaning: str) -> None:
    from turntide.reading.vocabulary import best_meaning

    assert best_meaning(heading)[0] == meaning


@pytest.mark.parametrize(
    ("text", "ref"), (("Action 1.1 Build a path", "1.1"), ("Action 2: Build a path", "2"))
)
def test_an_action_named_and_numbered_without_a_mark(text: str, ref: str) -> None:
    from turntide.reading.wordings.numbering import leading_ref

    found = leading_ref(text)
    assert found is not None
    assert (found.value, text[found.text_at :]) == (ref, "Build a path")
