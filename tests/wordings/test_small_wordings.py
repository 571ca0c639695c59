"""Cadences, money, weightings, targets, groups and programmes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.reading.wordings.cadences import cadence
from turntide.reading.wordings.groups import groups
from turntide.reading.wordings.money import sums
from turntide.reading.wordings.programmes import programmes
from turntide.reading.wordings.targets import target
from turntide.reading.wordings.weights import percentage, weighting_name

CADENCES = [
    ("Quarterly updates", "quarterly"),
    ("6monthly updates", "six-monthly"),
    ("6monthly updates on the allotments plan", "six-monthly"),
    ("Annual update on number of wardens trained", "annual"),
    ("Quarterly Meetings", "quarterly"),
    ("Quarterly updates and annual Scrutiny", "quarterly"),
    ("Regular updates on the orchard", "regular"),
    ("reported monthly to the board", "monthly"),
    ("Progress reported quarterly", "quarterly"),
    ("Report to Cabinet annually", "annual"),
    ("Bi-annual report", "six-monthly"),
    ("Twice yearly", "six-monthly"),
    ("Quarterly contract monitoring", "quarterly"),
    ("Annual review in May", "annual"),
    ("Monthly", "monthly"),
    ("Quarterly updates\nAnnual report", "quarterly"),
]
MILESTONES = [
    "Annual increase in the number of allotments",
    "Annual Infrastructure Funding Statement",
    "Launch of the quarterly newsletter",
    "Completion of strategy October 2022",
    "Annual report published by March 2025",
    "Weekly walks in each park",
    "Hold quarterly meetings of the forum",
    "Quarterly contract monitoring\nCompletion of the lido strategy October 2022",
    "Regular",
    "",
]


@pytest.mark.parametrize(("cell", "expected"), CADENCES)
def test_a_cell_that_only_says_how_often_is_a_cadence(cell: str, expected: str) -> None:
    assert cadence(cell) == expected


@pytest.mark.parametrize("cell", MILESTONES)
def test_a_milestone_is_no_cadence(cell: str) -> None:
    assert cadence(cell) is None


@pytest.mark.parametrize(
    ("text", "amount", "upper", "currency"),
    [
        ("£2m", 2_000_000.0, None, "GBP"),
        ("about £1.5 million a year", 1_500_000.0, None, "GBP"),
        ("£20,000", 20_000.0, None, "GBP"),
        ("£20k", 20_000.0, None, "GBP"),
        ("£2-3k", 2_000.0, 3_000.0, "GBP"),
        ("€5 000", 5.0, None, "EUR"),
        ("GBP 5,000", 5_000.0, None, "GBP"),
        ("500 euros", 500.0, None, "EUR"),
        ("£5 meals", 5.0, None, "GBP"),
    ],
)
def test_a_sum_has_amount_and_currency(text: str, amount: float, upper: float | None, currency: str) -> None:
    (found,) = sums(text)
    assert (found.amount, found.upper, found.currency) == (amount, upper, currency)
    assert text[found.start : found.end] == found.wording


@pytest.mark.parametrize("text", ["within existing budgets", "5,000 leaflets", "2024/25", ""])
def test_no_currency_no_sum(text: str) -> None:
    assert sums(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5%", 5.0),
        ("5 %", 5.0),
        ("5 per cent", 5.0),
        ("12.5%", 12.5),
        ("0.05", None),
        ("5% of it", None),
        ("", None),
    ],
)
def test_a_percentage_is_nothing_else(text: str, value: float | None) -> None:
    assert percentage(text) == value


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Year 1 weighting", "Year 1"),
        ("Weighting Year 2 (%)", "Year 2"),
        ("Weighting for 2024/25", "2024/25"),
        ("Weighting", "Weighting"),
        ("% weighting", "Weighting"),
    ],
)
def test_a_weighting_column_has_a_name(heading: str, name: str) -> None:
    assert weighting_name(heading) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10% increase by 2025", "10% increase by 2025"),
        ("We want 500 residents there", "500 residents"),
        ("reduce to 12.3 per 1,000", "reduce to 12.3 per 1,000"),
        ("Reduce smoking to 5% by 2030.", "Reduce smoking to 5% by 2030"),
        ("30% of crews will be confident", "30% of crews"),
        ("At least 20 schools", "At least 20 schools"),
        ("Increase the number of walkers", None),
        ("X% increase", None),
        ("Done by 2025", None),
        ("5 ways to wellbeing", None),
        ("call 0800 123 4567", None),
    ],
)
def test_a_target_has_a_number(text: str, expected: str | None) -> None:
    found = target(text)
    assert (found.text if found else None) == expected
    assert found is None or text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "More swimming in the following groups: people with a disability, inactive adults, females",
            ["people with a disability", "inactive adults", "females"],
        ),
        (
            "Walking in the following groups Older People People with asthma Females Those in poorer wards",
            ["Older People", "People with asthma", "Females", "Those in poorer wards"],
        ),
        ("in the following groups:\n• Carers\n• Veterans", ["Carers", "Veterans"]),
        ("More cycling - particularly females and older people", ["females", "older people"]),
        ("More cycling, particularly females, SEN", ["females", "SEN"]),
        ("Open more often, particularly at weekends", []),
        ("Children enjoy the park", []),
    ],
)
def test_groups_of_people_follow_a_cue(text: str, expected: list[str]) -> None:
    found = groups(text)
    assert [group.text for group in found] == expected
    assert all(text[group.start : group.end] == group.text for group in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open evenings. Pilot as part of Brightwater Moves hub", ["Brightwater Moves hub"]),
        (
            "Also linking into the health and wellbeing hub pilot to trial lessons",
            ["health and wellbeing hub"],
        ),
        ("Try one site, as part of the Green Steps hub approach.", ["Green Steps hub"]),
        ("Take it to other programmes", []),
        ("Run a project in the park", []),
        ("as part of the strategy", []),
        ("It is part of the programme", []),
    ],
)
def test_programmes_follow_a_cue_and_have_a_name(text: str, expected: list[str]) -> None:
    found = programmes(text)
    assert [programme.text for programme in found] == expected
    assert all(text[programme.start : programme.end] == programme.text for programme in found)


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_stretches_are_exact_for_any_text(text: str) -> None:
    for found in (*groups(text), *programmes(text), *([target(text)] if target(text) else [])):
        assert found is not None
        assert text[found.start : found.end] == found.text
    for one in sums(text):
        assert text[one.start : one.end] == one.wording
    assert cadence(text) is None or text.strip()
