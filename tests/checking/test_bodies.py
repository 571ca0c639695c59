"""Spellings of bodies: what is one body, and what only looks like it."""

from collections.abc import Iterable
from itertools import combinations

import pytest

from turntide.checking import same_body, spellings

BODIES: tuple[tuple[str, ...], ...] = (
    ("Public Health", "Public health", "PH", "Public Health Team"),
    ("Neighbourhood and Environmental Services", "Neighbourhoods & Environmental Service"),
    ("Planning, development and transportation", "Planning, develop and transportation"),
    ("Adult social care and commissioning", "Adult Social Care & Commissioning"),
    ("Adult social care and safeguarding",),
    ("Adult Social Care", "ASC"),
    ("Children's social care", "Childrens Social Care"),
    ("Tarrow Clinical Commissioning Group (TCCG)", "Tarrow CCG"),
    ("Larkshire Partnership NHS Trust (LPT)", "LPT", "Larkshire Partnership Trust"),
    ("University Hospitals of Larkshire", "UHL", "University Hospitals of Larkshire NHS Trust (UHL)"),
    ("Tarrow Borough Council", "Tarrow BC"),
    ("Tarrow District Council", "Tarrow DC"),
    ("Larkshire County Council", "Larkshire CC", "Larkshire County Council (LCC)"),
    ("Fenby Town Council", "Fenby Town Councils"),
    ("Housing", "Housing Services", "The Housing Department"),
    ("Housing options",),
    ("Canal and River Partnership", "Canals & Rivers Partnership"),
    ("Tarrow Leisure Trust", "The Tarrow Leisure Trust"),
    ("Tarrow Tenants' Association", "Tarrow Tenants Assoc."),
    ("St Botolph's Hospice", "Saint Botolphs Hospice"),
    ("Youth Offending Team", "YOT"),
    ("Fire and Rescue Service", "Fire & Rescue"),
    ("Carers' Forum", "Carers Forum", "carers’ forum"),
    ("Carer support",),
    ("Active Larkshire", "Active Larkshire Ltd"),
    ("Active Tarrow",),
    ("Sports development", "Sport Development Team"),
    ("Community safety", "Community Safety Unit"),
    ("Community services",),
    ("Parks and open spaces", "Parks & Open Space"),
    ("Parks and leisure",),
    ("Voluntary Action Tarrow", "VAT"),
    ("Healthwatch Larkshire", "HealthWatch Larkshire"),
    ("Larkshire Health",),
    ("Mental health services",),
    ("Dental health services",),
    ("Integrated Care Board", "ICB", "Integrated care board (ICB)"),
    ("Primary Care Network", "PCN", "PCNs", "Primary Care Networks"),
    ("North Tarrow Primary School",),
    ("South Tarrow Primary School",),
    ("East Larkshire Council",),
    ("West Larkshire Council",),
    ("Environmental health", "Enviromental Health"),
    ("Communications", "Comunications"),
    ("Finance",),
    ("Human Resources", "HR"),
    ("Food Bank Alliance", "Food-bank alliance", "Food bank Alliance"),
    ("Tarrow College",),
    ("Tarrow Colleges Partnership",),
    ("Job Centre Plus", "Job Centre plus"),
    ("Probation Service", "Probation"),
    ("Locality 1 Team",),
    ("Locality 2 Team",),
)
NAMES = tuple(name for body in BODIES for name in body)


def pairs(groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def test_the_list_is_worth_holding_against() -> None:
    assert len(BODIES) >= 50
    assert len(NAMES) >= 80


def test_spellings_are_found_with_precision_and_recall() -> None:
    truth, found = pairs(BODIES), pairs(spellings(NAMES))
    precision, recall = len(truth & found) / len(found), len(truth & found) / len(truth)
    assert precision >= 0.99, found - truth
    assert recall >= 0.95, truth - found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CCG", "Clinical Commissioning Group (CCG)"),
        ("LPT", "Larkshire Partnership NHS Trust (LPT)"),
        ("LPT", "Larkshire Partnership NHS Trust"),
        ("Neighbourhood & environmental services", "the Neighbourhoods and Environmental Service"),
        ("Tourism, culture and inward investment", "Culture, tourism and inward investment"),
        ("TLT (Tarrow Leisure Trust)", "Tarrow Leisure Trust"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    assert same_body(one, other)
    assert same_body(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Adult social care and commissioning", "Adult social care and safeguarding"),
        ("Public Health (TCC)", "Housing (TCC)"),
        ("CCG", "Tarrow City Clinical Commissioning Group"),
        ("Tarrow Health", "Tarrow Healthwatch"),
        ("Phase 1 steering group", "Phase 2 steering group"),
        ("Police", "Police and Crime Commissioner"),
        ("NHS England", "Sport England"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert not same_body(one, other)
    assert not same_body(other, one)


def test_an_acronym_that_fits_two_bodies_joins_neither() -> None:
    assert spellings(["CS", "Community safety", "Childcare support"]) == ()


def test_groups_keep_the_order_of_the_names() -> None:
    found = spellings(["Parks", "PH", "parks", "Public Health"])
    assert found == (("Parks", "parks"), ("PH", "Public Health"))
