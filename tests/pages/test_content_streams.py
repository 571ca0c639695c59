"""The objects of content streams are those of pdfminer's own parser."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, stream_value

from turntide.documents.pages.content import as_pdfminer_reads, objects

REPOSITORY = Path(__file__).parents[2]
PLANS = sorted([*REPOSITORY.glob("examples/*.pdf"), *REPOSITORY.parent.glob("shared/corpus/**/*.pdf")])

PIECES = (
    "BT ET q Q 1 0 0 1 72.5 -700 cm", "/F1 12 Tf", "(plain) Tj", "[(a) -120 (b)] TJ", "(in (brackets (twice))) Tj",
    r"(\(open\) \\ \101\7 \n \q) Tj", "(over\\\ntwo lines) '", '1 2 (x) "', "<48656c6C6f> Tj", "<4 1 5> Tj", "<> Tj",
    "/P <</MCID 0 /Lang (en) /B true /N null /K [1 <41>]>> BDC", "/A#20B /A#4 /#", "% remark (",
    "0.5 .5 5. -.25 +7 --3",
    "1.2.3 1-2 1e5", ". - +", "T* f* W* n", "true false null", "] ] >>", "}", ")", "ID", "\0 0 0 m",
    "BI /W 2 /H 1 /BPC 8 ID \1EE\2EI Q", "BI /W 1 /H 1 /F /A85 ID 5sd~> EI Q", "BI /W 1 ID \1", "[ 1 << /a [ 2",
    "{ 1 }",
    "(never closed", "<41", "(\\777)", "(cr \\\r\n)", "<< /odd >>", "(((((deep)))))", "é £", "BI", "EI", "/", ">", "<",
)  # fmt: skip
FRAGMENTS = st.one_of(
    st.sampled_from(PIECES).map(lambda text: text.encode("latin-1")),
    st.floats(-1e4, 1e4).map(lambda number: f"{number:.3f}".encode()),
    st.binary(max_size=6),
)
CONTENTS = st.lists(
    st.lists(FRAGMENTS, max_size=12).flatmap(
        lambda parts: st.sampled_from((b" ", b"\n", b"\r\n", b"")).map(lambda gap: gap.join(parts))
    ),
    max_size=3,
)


def told(content: Sequence[PDFStream], read: Any) -> list[Any]:
    """What a parser gives, and the kind of error it ends in."""
    found: list[Any] = []
    try:
        found.extend(map(comparable, read(content)))
    except Exception as error:
        found.append(type(error))
    return found


def comparable(value: Any) -> Any:
    """Inline images are new objects each time; integers and reals are equal, but not the same."""
    if isinstance(value, PDFStream):
        return ("image", comparable(value.attrs), value.rawdata)
    if isinstance(value, dict):
        return {key: comparable(part) for key, part in value.items()}
    if isinstance(value, list):
        return [comparable(part) for part in value]
    return (type(value), value)


@given(CONTENTS)
def test_any_content_reads_as_by_pdfminer(contents: list[bytes]) -> None:
    streams = [PDFStream({}, content) for content in contents]
    assert told(streams, objects) == told(streams, as_pdfminer_reads)


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("rest", ["", " ", "\n1 Tj"])
def test_each_piece_reads_as_by_pdfminer(piece: str, rest: str) -> None:
    streams = [PDFStream({}, (piece + rest).encode("latin-1")), PDFStream({}, b"41> 5 Tj (x) Tj")]
    assert told(streams, objects) == told(streams, as_pdfminer_reads)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_page_of_a_plan_reads_as_by_pdfminer(plan: Path) -> None:
    document = PDFDocument(PDFParser(BytesIO(plan.read_bytes())))
    for page in PDFPage.create_pages(document):
        streams = [stream_value(content) for content in page.contents]
        found = told(streams, objects)
        assert found
        assert found == told(streams, as_pdfminer_reads)
