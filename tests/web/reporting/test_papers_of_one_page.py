"""A paper that is called one page is one page of A4, for ten actions with as much said of each as people say."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from made_record import TRUST
from pages_drawn import as_pdf_by_libreoffice
from ten_actions import THEME, ten_actions, ten_actions_before

from turntide.web.reporting.papers.writing import Telling, write
from turntide.web.reporting.printing.pdf import as_pdf
from turntide.web.reporting.printing.word import as_word
from turntide.web.reporting.rules.paper import Paper

_A4 = (595, 842)


def one_page(kind: str) -> Paper:
    telling = Telling(
        ten_actions(),
        before=ten_actions_before(),
        theme=THEME,
        body=TRUST.id,
        state="Draft of 25 January 2027",
    )
    return write(kind, telling)


def sizes(body: bytes) -> list[tuple[int, int]]:
    """The size of each page of a PDF, in points."""
    document = pypdfium2.PdfDocument(body)
    try:
        return [(round(page.get_width()), round(page.get_height())) for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("kind", ["theme", "partner"])
def test_it_is_one_page_as_pdf(kind: str) -> None:
    assert sizes(as_pdf(one_page(kind))) == [_A4]


@pytest.mark.parametrize("kind", ["theme", "partner"])
def test_it_is_one_page_in_word(kind: str, tmp_path: Path) -> None:
    assert sizes(as_pdf_by_libreoffice(as_word(one_page(kind)), tmp_path)) == [_A4]


def test_all_ten_actions_of_a_partner_are_on_it() -> None:
    part = one_page("partner").part("answers")
    assert part is not None
    (table,) = part.blocks
    assert len(getattr(table, "rows", ())) == 10
