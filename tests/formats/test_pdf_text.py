"""Prose, headers and footers, marks, comments and fields of a PDF; and what is refused."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from made_pdfs import GRID, HEADER, ROWS, WIDTHS, document, drawn, plan, scanned, table, told
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from turntide.documents.document import Look, Paragraph, Role
from turntide.documents.formats import pdf
from turntide.documents.formats.pdf import lay_out
from turntide.documents.refusals import Reason, Refusal


def texts(content: bytes, role: Role = Role.TEXT) -> list[str]:
    """The texts of one role."""
    return [each.text for each in lay_out(content, "plan.pdf").paragraphs if each.role is role]


def _around(canvas: Any, template: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(50, 815, "Tarrow Bay Council")
    canvas.drawRightString(540, 815, f"Page {template.page} of 3")
    canvas.drawString(86, 34, "Draft v2 - for comment")
    canvas.saveState()
    canvas.setFont("Helvetica", 60)
    canvas.translate(200, 300)
    canvas.rotate(45)
    canvas.drawString(0, 0, "DRAFT")
    canvas.restoreState()


def _many_rows() -> list[tuple[str, ...]]:
    """Eighty rows of which no two say the same."""
    names = [f"{first}{second}" for first in "ABCDEFGH" for second in "abcdefghij"]
    return [
        (
            f"{at}.1",
            f"Open the {name} path to walkers and keep its gate {name} clear",
            f"Team {name}",
            "May 2027",
        )
        for at, name in enumerate(names, 1)
    ]


@pytest.mark.parametrize("style", [[GRID], []], ids=["ruled", "borderless"])
def test_headers_footers_and_marks_run(style: list[Any]) -> None:
    out = BytesIO()
    made = BaseDocTemplate(out)
    made.addPageTemplates(PageTemplate(frames=[Frame(50, 50, 500, 740)], onPage=_around))
    made.build([table([HEADER, *_many_rows()], WIDTHS, *style, repeatRows=1)])
    found = lay_out(out.getvalue(), "plan.pdf")
    running = [each.text for each in found.paragraphs]
    assert all(each.role is Role.RUNNING for each in found.paragraphs)
    assert running[:3] == ["Tarrow Bay Council Page 1 of 3", "Draft v2 - for comment", "DRAFT"]
    assert [cell.text for cell in found.tables[1].cells if cell.row == 1] == list(HEADER)


def test_the_last_words_of_a_borderless_row_keep_their_columns_over_the_page() -> None:
    def first(canvas: Any) -> None:
        for row in range(4):
            for x, text in (
                (60, f"{row}.a"),
                (110, f"Open the {'abcd'[row]} path to all"),
                (320, "Parks and quays"),
            ):
                canvas.drawString(x, 700 - 24 * row, text)

    def second(canvas: Any) -> None:
        canvas.drawString(110, 780, "who walk")
        canvas.drawString(320, 780, "team")

    found = lay_out(drawn(first, second), "plan.pdf")
    assert [(cell.column, cell.text) for cell in found.tables[1].cells] == [(2, "who walk"), (3, "team")]


def test_cards_and_prose_in_two_columns_are_read_column_by_column() -> None:
    def cards(canvas: Any) -> None:
        for row in range(3):
            for side, x in enumerate((60, 320)):
                for line, text in enumerate(
                    (f"Action {2 * row + side}", "Make the quay safe for every", "child who walks there",
                     f"Lead: team {2 * row + side}", "By when: May 2027")
                ):  # fmt: skip
                    canvas.drawString(x, 780 - 90 * row - 14 * line, text)

    found = lay_out(drawn(cards), "plan.pdf")
    assert not found.tables
    leads = [each.text for each in found.paragraphs if each.text.startswith("Lead")]
    assert leads == [f"Lead: team {number}" for number in (0, 2, 4, 1, 3, 5)]


def test_looks_are_marked() -> None:
    def page(canvas: Any) -> None:
        canvas.drawString(60, 800, "Struck words here")
        canvas.line(60, 803, 60 + canvas.stringWidth("Struck words", "Helvetica", 10), 803)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(
            60, 760, "Bold words here and there stand among the others in this line, to the end."
        )
        canvas.setFont("Helvetica", 10)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.drawString(60, 720, "Red words")

    found = lay_out(drawn(page), "plan.pdf").paragraphs
    looks = [
        [(each.text[mark.start : mark.end], mark.look, mark.value) for mark in each.marks] for each in found
    ]
    assert looks[0] == [("Struck words", Look.STRUCK, "")]
    assert looks[1] == [(found[1].text, Look.BOLD, "")]
    assert looks[2] == [("Red words", Look.COLOUR, "#ff0000")]


def test_type_drawn_twice_is_read_once() -> None:
    def page(canvas: Any) -> None:
        for shift in (0, 0.3):
            canvas.drawString(60 + shift, 800, "A well lit quay for all")

    assert texts(drawn(page)) == ["A well lit quay for all"]


def test_comments_and_fields_are_kept() -> None:
    def page(canvas: Any) -> None:
        canvas.drawString(60, 800, "Lead:")
        canvas.textAnnotation("Is this the right team?", Rect=[300, 700, 320, 720])
        canvas.acroForm.textfield(name="lead", value="Parks team", x=100, y=790, width=100, height=20)

    assert texts(drawn(page), Role.COMMENT) == ["Is this the right team?"]
    assert "Parks team" in texts(drawn(page))


def test_headings_rank_by_size() -> None:
    def page(canvas: Any) -> None:
        for y, size, text in ((800, 20, "Tarrow Bay walks"), (760, 14, "Paths"), (600, 14, "Gates")):
            canvas.setFont("Helvetica", size)
            canvas.drawString(60, y, text)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 740, "The bay means to open its paths to everybody who walks, in every season.")

    found = lay_out(drawn(page), "plan.pdf").paragraphs
    assert [(each.text, each.level) for each in found if each.role is Role.HEADING] == [
        ("Tarrow Bay walks", 1),
        ("Paths", 2),
        ("Gates", 2),
    ]


def test_words_split_in_narrow_cells_are_put_together() -> None:
    def page(canvas: Any) -> None:
        canvas.drawString(60, 700, "We ask for a recommendation by each team, and a sensible one.")
        for x in (60, 120, 300):
            canvas.line(x, 640, x, 600)
        for y in (640, 600):
            canvas.line(60, y, 300, y)
        canvas.drawString(64, 628, "Recommend")
        canvas.drawString(64, 616, "ation")
        canvas.drawString(124, 628, "Open paths")

    (found,) = lay_out(drawn(page), "plan.pdf").tables
    assert found.by_place[1, 1].text == "Recommendation"


def test_names_one_to_a_line_stay_apart_and_wrapped_names_whole() -> None:
    cell = "Parks<br/>Streets<br/>Leisure trust of Tarrow Bay and its neighbours<br/>Schools"
    content = document([table([["Ref", "Who"], ["1", told(cell)]], (50, 130), GRID)])
    (found,) = lay_out(content, "plan.pdf").tables
    assert found.by_place[2, 2].text.split("\n") == [
        "Parks",
        "Streets",
        "Leisure trust of Tarrow Bay and its neighbours",
        "Schools",
    ]


def _refused(content: bytes) -> Refusal:
    with pytest.raises(Refusal) as raised:
        lay_out(content, "plan.pdf")
    return raised.value


def test_locked_damaged_and_empty_files_are_refused_in_a_sentence() -> None:
    locked = document([told("Walk by the quay.")], encrypt=StandardEncryption("tide", ownerPassword="quay"))
    whole = plan(GRID)
    assert _refused(locked).reason is Reason.ENCRYPTED
    assert _refused(whole[: len(whole) // 3]).reason is Reason.DAMAGED
    assert _refused(b"%PDF-1.7 and no more").reason is Reason.DAMAGED
    assert _refused(b"").reason is Reason.EMPTY


def test_a_file_of_too_many_pages_is_refused() -> None:
    content = drawn(*[lambda canvas: canvas.drawString(60, 800, "Walk")] * 2001)
    assert _refused(content).reason is Reason.TOO_LARGE


def test_pages_without_text_name_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    refusal = _refused(scanned(plan(GRID)))
    assert refusal.reason is Reason.NO_TEXT
    assert "turntide[ocr]" in refusal.sentence


def test_pictures_are_read_where_recognition_is_installed() -> None:
    found = lay_out(scanned(plan(GRID)), "plan.pdf")
    cells = [cell.text for each in found.tables for cell in each.cells]
    assert sum(text in cells for row in ROWS for text in row) >= 14
    assert "read by text recognition" in found.doubts[0]
    assert all(isinstance(block, Paragraph) or block.edges for block in found.blocks)
