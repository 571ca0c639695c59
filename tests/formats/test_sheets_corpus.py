"""Real plans: every word a second reader finds is in the document as often."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from re import sub

import pytest
from made_grids import words_of

from turntide.documents.formats import csv as csv_reader
from turntide.documents.formats import html, xlsx

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of real plans is not at ../shared/corpus"
)


def files(ending: str) -> list[Path]:
    return sorted(CORPUS.glob(f"*/*.{ending}"))


def counted(texts: Iterator[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.replace("\xa0", " ").split())


@pytest.mark.parametrize("path", files("xlsx"), ids=lambda path: path.name)
def test_workbooks(path: Path) -> None:
    from openpyxl import load_workbook

    sheets = load_workbook(path, data_only=True).worksheets
    values = (cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row)
    expected = counted(str(value) for value in values if value is not None)
    assert words_of(xlsx.lay_out(path.read_bytes(), path.name)) == expected


@pytest.mark.parametrize("path", files("csv"), ids=lambda path: path.name)
def test_separated_values(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        expected = counted(cell for row in csv.reader(file) for cell in row)
    assert words_of(csv_reader.lay_out(path.read_bytes(), path.name)) == expected


@pytest.mark.parametrize("path", files("html"), ids=lambda path: path.name)
def test_pages(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    body = sub(r"<title>.*?</title>", "", page)
    expected = counted(iter([unescape(sub(r"<[^<>]*>", " ", body))]))
    document = html.lay_out(path.read_bytes(), path.name)
    found = words_of(document)
    bullets = found["•"] - expected["•"]
    assert bullets == page.count("<li")
    found["•"] -= bullets
    titles = Counter(word for p in document.paragraphs if p.role == "running" for word in p.text.split())
    assert +(found - titles) == expected
