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
        (
            "❖ Homes, streets and squares❖ Finance❖ Police",
            ["Homes, streets and squares", "Finance", "Police"],
        ),
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
        ("Public Health, Legal Services.", ["Public Health", "Legal Services"]),
        ("Public Health, Otter Works Ltd.", ["Public Health", "Otter Works Ltd."]),
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


@pytest.mark.parametrize("sign", ["/", " / ", " & ", " – ", " - ", ". ", " and "])
@pytest.mark.parametrize("names", [["Parks", "Otter Trust"], ["Parks", "Otter Trust", "Play Link"]])
def test_a_cell_that_joins_names_of_other_cells_is_no_name(sign: str, names: list[str]) -> None:
    known = learn([*names, *names, sign.join(names)])
    assert sorted(known) == sorted(name.lower() for name in names)
    assert [name.text for name in separated(sign.join(names), known)] == names


def test_a_name_with_an_and_stays_where_it_stands_more_often_than_its_parts() -> None:
    known = learn(["Parks and Gardens"] * 3 + ["Parks", "Gardens"])
    assert "Parks and Gardens" in known
    assert [name.text for name in separated("Parks and Gardens", known)] == ["Parks and Gardens"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Otter Trust and Play Link", ["Otter Trust", "Play Link"]),
        ("Play Link and Mill Lane Friends", ["Play Link", "Mill Lane Friends"]),
        ("Play Link and Wellbeing", ["Play Link and Wellbeing"]),
        ("Parks and Open Spaces", ["Parks and Open Spaces"]),
        ("Play Link and Games Team", ["Play Link and Games Team"]),
    ],
)
def test_and_parts_names_where_the_document_uses_one_alone(cell: str, expected: list[str]) -> None:
    assert [name.text for name in separated(cell, ["Play Link", "Otter Trust", "Parks"])] == expected


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


def test_a_name_that_stands_alone_more_than_once_is_one_name_though_others_run_together() -> None:
    known = learn([*RUN_TOGETHER, "Private Sector Housing", "Private Sector Housing\nEstate Policy"])
    assert known.runs
    assert [name.text for name in run_together("Private Sector Housing", known)] == ["Private Sector Housing"]


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


def test_a_cell_that_lists_names_gives_each_of_them_and_not_itself() -> None:
    known = learn(["Housing, Finance", "Homes, streets and squares", "Police\nFire Service"])
    assert list(known) == ["finance", "fire service", "homes, streets and squares", "housing", "police"]


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
