"""A paper's Word file looks, page by page, as it was when somebody last looked at it and found it good."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_paper import made_paper
from pages_drawn import BORNE, as_pdf_by_libreoffice, difference, drawn, kept
from PIL import Image

from turntide.web.reporting.printing.word import as_word


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder: Path = tmp_path_factory.mktemp("pages")
    return as_pdf_by_libreoffice(as_word(made_paper(copies=5)), folder)


def test_pages_look_as_they_were_kept(printed: bytes) -> None:
    pages, before = drawn(printed), kept("word")
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
