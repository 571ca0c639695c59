"""Headings of one kind for several periods."""

from __future__ import annotations

import pytest

from turntide.reading.wordings.periods import is_later, year_in


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("Q1 RAG", "Q2 RAG", True),
        ("Q2 RAG", "Q1 RAG", False),
        ("RAG Jan 26", "RAG Apr 26", True),
        ("RAG Apr 26", "RAG Jan 26", False),
        ("January RAG", "March RAG", True),
        ("RAG (Year 1)", "RAG (Year 2)", True),
        ("Status 2025/26", "Status 2026/27", True),
        ("Q1", "Q2", True),
        ("Q1 RAG", "Q2 status", False),
        ("RAG", "Q1 RAG", False),
        ("RAG", "Status", False),
        ("Q1 RAG", "Q1 RAG", False),
    ],
)
def test_a_heading_of_a_later_period(one: str, other: str, later: bool) -> None:
    assert is_later(one, other) is later


@pytest.mark.parametrize(
    ("heading", "year"),
    [("Update 2026/27", "2026/27"), ("Update", ""), ("2025 and 2026", ""), ("In 2026", "2026")],
)
def test_the_year_of_a_heading(heading: str, year: str) -> None:
    assert year_in(heading) == year
