"""Owner cells: separators, roles, and names run together. Places and bodies are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.reading.wordings.owners_text import learn, roles, run_together, separated

GOLD = Path(__file__).parents[3] / "shared" / "corpus" / "gold"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("❖ Homes, streets and squares ❖ Public Health", ["Homes, streets and squares", "Public Health"]),
        ("Homes, streets and squares\nFinance", ["Homes, streets and squares", "Finance"]),
        ("Homes, streets and squares", ["Homes, streets and squares"]),
        ("Public Health, Schools and Colleges", ["Public Health", "Schools", "Colleges"]),
        (
            "Leaf programme, Primary Care. Oak Hubs, Voluntary Sector Organisations, Ward & Parish",
            ["Leaf programme", "Primary Care. Oak Hubs", "Voluntary Sector Organisations", "Ward & Parish"],
        ),
        ("Public Health/ GP practices/ Pharmacies", ["Public Health", "GP practices", "Pharmacies"]),
        ("Parks/Leisure", ["Parks", "Leisure"]),
        ("Ward/Parish Councils", ["Ward/Parish Councils"]),
        (
            "Housing; Finance; Colne, Ashby and Wick Councils",
            ["Housing", "Finance", "Colne, Ashby and Wick Councils"],
        ),
        ("Housing and Public Health", ["Housing", "Public Health"]),
        ("Health and Wellbeing", ["Health and Wellbeing"]),
        ("Housing and Leisure Services", ["Housing and Leisure Services"]),
        ("Police and Colne Trust", ["Police", "Colne Trust"]),
        ("Housing. Public Health. Police", ["Housing", "Public Health", "Police"]),
        ("Housing – Finance", ["Housing", "Finance"]),
        ("St. Ann Ambulance", ["St. Ann Ambulance"]),
        ("Public Health (smoking, alcohol), Housing", ["Public Health (smoking, alcohol)", "Housing"]),
        ("Public health, communities and comms", ["Public health", "communities", "comms"]),
        ("Housing,\nFinance,\nParks", ["Housing", "Finance", "Parks"]),
        ("Health and\nWellbeing Board\nHousing", ["Health and\nWellbeing Board", "Housing"]),
        ("Public Health, Housing, and Police", ["Public Health", "Housing", "Police"]),
        ("Housing\nThe Office of the Warden", ["Housing", "The Office of the Warden"]),
        ("Public Health, Housing etc.", ["Public Health", "Housing"]),
        ("Multiple partners", ["Multiple partners"]),
        ("TBC", []),
        ("", []),
    ],
)
def test_an_owner_cell_is_cut_where_it_is_separated(cell: str, expected: list[str]) -> None:
    found = separated(cell)
    assert [name.text for name in found] == expected
    assert all(cell[name.start : name.end] == name.text for name in found)


def test_a_known_name_is_never_cut() -> None:
    known = ["Sport, Arts and Culture", "Schools and Colleges"]
    assert [name.text for name in separated("Housing, Sport, Arts and Culture", known)] == [
        "Housing",
        "Sport, Arts and Culture",
    ]
    assert [name.text for name in separated("Schools and Colleges", known)] == ["Schools and Colleges"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("LEAD: Housing; Support: Finance, Parks", [("lead", "Housing"), ("partner", "Finance, Parks")]),
        ("Led by Public Health", [("lead", "Public Health")]),
        ("Housing (lead), Finance", [("lead", "Housing"), ("partner", "Finance")]),
        ("Housing supported by Finance", [("lead", "Housing"), ("partner", "Finance")]),
        ("Lead – Parks Team\nPartners – Clubs", [("lead", "Parks Team"), ("partner", "Clubs")]),
        ("Public Health with Colne Trust", [("lead", "Public Health"), ("partner", "Colne Trust")]),
        (
            "Parks Team in partnership with Colne Council",
            [("lead", "Parks Team"), ("partner", "Colne Council")],
        ),
        ("Housing, Finance", []),
        ("People with disabilities forum", []),
        ("Support Services Team", []),
        ("Lead Member for Health", []),
    ],
)
def test_a_cell_may_say_who_leads(cell: str, expected: list[tuple[str, str]]) -> None:
    found = roles(cell)
    assert [(role.kind, role.text) for role in found] == expected
    assert all(cell[role.start : role.end] == role.text for role in found)


RUN_TOGETHER = [
    "Estate Policy",
    "Estate Policy Sport & Play",
    "Sport & Play Market Growth",
    "Market Growth",
    "Sport & Play Garden Services Parish Councils",
    "Sport & Play Locks & Weirs Trust",
    "Sport & Play ABCDE",
    "Sport & Play Team",
    "Sport & Play Team",
    "Always Moving Sport & Play Team",
    "Village Links",
    "Village Links",
    "Village",
    "Communications Village Links Brightwater Links Trust",
    "Village Links Brightwater Links Trust",
    "Housing Senior Housing Wardens Group",
]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Estate Policy", ["Estate Policy"]),
        ("Estate Policy Sport & Play", ["Estate Policy", "Sport & Play"]),
        ("Sport & Play Market Growth", ["Sport & Play", "Market Growth"]),
        (
            "Sport & Play Garden Services Parish Councils",
            ["Sport & Play", "Garden Services", "Parish Councils"],
        ),
        ("Sport & Play Locks & Weirs Trust", ["Sport & Play", "Locks & Weirs Trust"]),
        ("Sport & Play ABCDE", ["Sport & Play", "ABCDE"]),
        ("Sport & Play Team", ["Sport & Play Team"]),
        ("Always Moving Sport & Play Team", ["Always Moving", "Sport & Play Team"]),
        ("Village Links", ["Village Links"]),
        (
            "Communications Village Links Brightwater Links Trust",
            ["Communications", "Village Links", "Brightwater Links Trust"],
        ),
        ("Village Links Brightwater Links Trust", ["Village Links", "Brightwater Links Trust"]),
        ("Housing Senior Housing Wardens Group", ["Housing", "Senior Housing Wardens Group"]),
    ],
)
def test_names_run_together_are_told_apart(cell: str, expected: list[str]) -> None:
    found = run_together(cell, learn(RUN_TOGETHER))
    assert [name.text for name in found] == expected
    assert all(cell[name.start : name.end] == name.text for name in found)


def test_names_that_hold_one_another_stay_whole_elsewhere() -> None:
    cells = [
        "Public Health",
        "Public Health",
        "Public Health Grants Team",
        "Housing Strategy Group",
        "Housing",
    ]
    known = learn(cells)
    assert not known.runs
    assert [[name.text for name in run_together(cell, known)] for cell in cells] == [[cell] for cell in cells]


def test_commas_keep_a_cell_out_of_the_names() -> None:
    known = learn(["Housing, Finance", "Homes, streets and squares", "Police\nFire Service"])
    assert list(known) == ["fire service", "homes, streets and squares", "police"]


@pytest.mark.skipif(not GOLD.is_dir(), reason="the corpus of real plans is not beside this checkout")
def test_the_corpus_owners_are_found() -> None:
    for file in sorted(GOLD.glob("*.json")):
        actions = json.loads(file.read_text(encoding="utf8"))["actions"]
        raw = [action["owners_raw"] for action in actions if action.get("owners_raw")]
        known = learn(raw)
        for action in actions:
            if action.get("owners_raw"):
                assert [n.text for n in run_together(action["owners_raw"], known)] == action["owners"]
            if action.get("owners"):
                listed = "\n".join(action["owners"])
                assert [name.text for name in separated(listed)] == action["owners"]


WORDS = st.sampled_from(
    ["Public Health", "Housing", "and", "&", ",", ";", "/", "\n", "•", "Colne Trust", "team", ".", "(", ")"]
)


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=9).map(" ".join))
def test_names_are_exact_and_apart_for_any_cell(cell: str) -> None:
    for found in (separated(cell), run_together(cell, learn([cell, "Housing"]))):
        assert all(cell[name.start : name.end] == name.text for name in found)
        assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(cell[role.start : role.end] == role.text for role in roles(cell))
