"""The example's board paper as Word looks, page by page, as it was when somebody last found it good."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_paper import example_paper
from pages_drawn import BORNE, as_pdf_by_libreoffice, difference, drawn, kept
from PIL import Image

from turntide.web.reporting.printing.word import as_word


@pytest.mark.django_db
def test_pages_look_as_they_were_kept(tmp_path: Path) -> None:
    pages, before = drawn(as_pdf_by_libreoffice(as_word(example_paper()), tmp_path)), kept("word")
    assert len(pages) == len(before), "another number of pages: look, then scripts/keep_paper_pictures.py"
    others = [difference(*pair) for pair in zip(before, pages, strict=True)]
    assert max(others) < BORNE, f"{others}: look at the pages, then scripts/keep_paper_pictures.py"


def test_a_page_that_is_set_otherwise_is_told_from_the_kept_one() -> None:
    first, second = kept("word")[:2]
    lower = Image.new("L", first.size, 255)
    lower.paste(first, (0, 3))
    assert difference(first, first) == 0
    assert difference(first, second) > BORNE
    assert difference(first, lower) > BORNE, "all of it six millimetres lower"
