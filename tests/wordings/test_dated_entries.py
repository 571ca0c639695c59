"""Entries of a cell that each begin with their date."""

from __future__ import annotations

import pytest

from turntide.reading.wordings.dated_entries import date_before, dated_entries, says_when


def pieces(text: str) -> list[str]:
    return [text[entry.start : entry.end].strip() for entry in dated_entries(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Jan 26: Survey done.", "Jan 26"),
        ("January 2026 – Room found", "January 2026"),
        ("14/05/2026 - Roof mended.", "14/05/2026"),
        ("14/05/2026 Roof mended.", "14/05/2026"),
        ("(March 2026) 31 quit", "March 2026"),
        ("[Q1 2026/27] Begun", "Q1 2026/27"),
        ("Q2: Clinics listed", "Q2"),
        ("Update May 2026: signs up", "Update May 2026"),
        ("March 2026\nWorks began", "March 2026"),
        ("Mar 2026", ""),
        ("By March 2026", ""),
        ("March 2026 and after", ""),
        ("2026 Games legacy fund spent", ""),
        ("Phase 2: Works began", ""),
        ("A visit in March 2026: six came", ""),
        ("14/05/2026 – 20/05/2026", ""),
    ],
)
def test_the_date_a_report_begins_with(text: str, label: str) -> None:
    assert date_before(text) == label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan 26: Survey done.\nApr 26: Ramp ordered.", ["Jan 26: Survey done.", "Apr 26: Ramp ordered."]),
        ("Jan 26: Survey done. Apr 26: Ramp ordered.", ["Jan 26: Survey done.", "Apr 26: Ramp ordered."]),
        ("• Jan 26: Survey done\n• Apr 26: Ramp ordered", ["Jan 26: Survey done", "Apr 26: Ramp ordered"]),
        ("Running well.\n(March 2026) 31 quit", ["Running well.", "(March 2026) 31 quit"]),
        ("Q1: Begun\nQ2: Clinics\nlisted", ["Q1: Begun", "Q2: Clinics\nlisted"]),
        ("Handover is expected by\nMarch 2026 - the surveyor says", None),
        ("Put off again. March 2026: works begin.", None),
        ("Two cars\nThree vans", None),
        ("", None),
    ],
)
def test_each_dated_entry_stands_alone(text: str, expected: list[str] | None) -> None:
    assert pieces(text) == (expected or [text])


def test_no_word_is_between_the_entries() -> None:
    text = "So far.\n- Jan 26: Survey done. Feb 26: Bids in.\n\n* 14/05/2026 Ramp\nordered"
    assert " ".join(" ".join(pieces(text)).split()) == (
        "So far. Jan 26: Survey done. Feb 26: Bids in. 14/05/2026 Ramp ordered"
    )


@pytest.mark.parametrize(
    "label", ["May", "Q3", "31 March 2026", "as at 31 March 2026", "Spring 2026", "June update"]
)
def test_a_label_that_is_a_date(label: str) -> None:
    assert says_when(label)


@pytest.mark.parametrize(
    "label", ["", "Marching", "Phase 1", "March of the ten pipers", "Jan 26 and Feb 26", "Update"]
)
def test_a_label_that_is_none(label: str) -> None:
    assert not says_when(label)
