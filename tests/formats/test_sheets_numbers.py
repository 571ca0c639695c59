"""Numbers and dates as a spreadsheet shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turntide.documents.workbooks.number_formats import GENERAL, general, shown, shown_text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.05, "0%", "5%"),
        (0.125, "0.0%", "12.5%"),
        (1234.5, '"£"#,##0.00', "£1,234.50"),
        (1234.5, "[$£-809]#,##0;[Red]-[$£-809]#,##0", "£1,235"),
        (-1234.5, "[$£-809]#,##0;[Red]-[$£-809]#,##0", "-£1,235"),
        (-3, "0;(0)", "(3)"),
        (-1234.5, "#,##0.0", "-1,234.5"),
        (0, '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-', "£-"),
        (2e6, '£0.0,,"m"', "£2.0m"),
        (1, "0000", "0001"),
        (1234, "000,000", "001,234"),
        (1.5, "0.##", "1.5"),
        (2, "0.##", "2"),
        (0.5, ".00", ".50"),
        (1, '"Yes";"Yes";"No"', "Yes"),
        (0, '"Yes";"Yes";"No"', "No"),
        (5, '"Action "0', "Action 5"),
        (5, 'General" days"', "5 days"),
        (7, ";;;", "7"),
        (0.5, "# ?/?", "0.5"),
        (1, "@", "1"),
        (12000, "0.0E+00", "1.2E+04"),
        (45747, "dd/mm/yyyy", "2025-03-31"),
        (45747, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2025-03-31"),
        (45747.5, "d/m/yy h:mm", "2025-03-31 12:00"),
        (45747, "mmm-yy", "Mar-25"),
        (45747, "mmmm yyyy", "March 2025"),
        (45747, "d mmm", "31 Mar"),
        (45747, "yyyy", "2025"),
        (0.5, "h:mm AM/PM", "12:00 PM"),
        (0.0625, "mm:ss", "30:00"),
        (1.5, "[h]:mm", "36:00"),
        (59, "yyyy-mm-dd", "1900-02-28"),
        (-5, "dd/mm/yyyy", "-5"),
        (1e300, "0.00", "1E+300"),
    ],
)
def test_a_number_is_shown_by_its_format(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (0.1 + 0.2, "0.3"),
        (12345678901234, "12345678901234"),
        (1e21, "1E+21"),
        (-0.5, "-0.5"),
        (1e-7, "0.0000001"),
    ],
)
def test_a_number_without_format_has_fifteen_digits(value: float, text: str) -> None:
    assert general(value) == text


def test_days_may_count_from_1904() -> None:
    assert shown(44285, "yyyy-mm-dd", from_1904=True) == "2025-03-31"


def test_a_text_format_adds_its_words() -> None:
    assert shown_text("4", '"Action "@') == "Action 4"
    assert shown_text("4", "0.00") == "4"


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(alphabet='0#?.,%;@"[]E+-ymdhs/\\_*G x', max_size=12),
)
def test_any_format_shows_something_for_any_number(value: float, code: str) -> None:
    assert shown(value, code) == shown(value, code)
    assert shown(value, GENERAL).strip()
