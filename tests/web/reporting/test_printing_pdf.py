"""A paper as PDF/UA-1: tagged, named, in its language, and made of nothing but itself."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from made_paper import made_paper
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from turntide.web.reporting.printing.faults import PrintingUnavailableError
from turntide.web.reporting.printing.pdf import as_pdf
from turntide.web.reporting.rules.paper import Part, Picture, Table

LONG = 10


@pytest.fixture(scope="module")
def body() -> bytes:
    return as_pdf(made_paper(copies=LONG))


@pytest.fixture(scope="module")
def reader(body: bytes) -> Any:
    return PdfReader(BytesIO(body))


def elements(reader: Any) -> Iterator[Any]:
    """The tags that a screen reader meets, in their order."""
    waiting = [reader.root_object["/StructTreeRoot"]["/K"][0].get_object()]
    while waiting:
        each = waiting.pop()
        if isinstance(each, DictionaryObject) and "/S" in each:
            yield each
            kids = each.get("/K", [])
            kids = kids if isinstance(kids, list) else [kids]
            waiting += [kid.get_object() for kid in reversed(kids) if hasattr(kid, "get_object")]


def tagged(reader: Any, tag: str) -> list[Any]:
    return [each for each in elements(reader) if each["/S"] == tag]


def test_it_claims_to_be_pdf_ua_and_is_tagged(reader: Any) -> None:
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "Active Tarrow: October to December 2026"
    assert (reader.metadata.author, reader.metadata.subject) == ("Tarrow", "For the board of 3 February 2027")


def test_headings_lists_and_quotes_are_tagged(reader: Any) -> None:
    found = Counter(each["/S"] for each in elements(reader))
    assert found["/H1"] == 1
    assert found["/H2"] == len(made_paper().parts) + 1, "each part, and the notes"
    assert (found["/H3"], found["/H4"], found["/BlockQuote"]) == (2, 1, 1)
    assert found["/L"] >= 2 and found["/LI"] >= 4


def test_heading_cells_say_which_way_they_head(reader: Any) -> None:
    tables = tagged(reader, "/Table")
    heads = Counter(cell["/A"]["/Scope"] for cell in tagged(reader, "/TH"))
    assert heads["/Row"] == 3 + 2 + 8 * LONG
    assert heads["/Column"] > 3 + 4 + 6 * 2, "the headings stand again on each page"
    names = reader.root_object["/StructTreeRoot"]["/IDTree"]["/Names"][::2]
    assert len(names) == len(set(names)) == sum(heads.values())
    assert len(tables) >= 4


def test_a_picture_has_words_and_a_place_on_the_page(reader: Any) -> None:
    (figure,) = tagged(reader, "/Figure")
    assert (
        figure["/Alt"] == "Two bars: 4 actions reported from July to September, 5 from October to December."
    )
    left, low, right, high = figure["/A"]["/BBox"]
    assert 0 < left < right < 595 and 0 < low < high < 842


def test_links_say_where_they_lead_and_lead_there(reader: Any) -> None:
    links = [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]
    inner = [link for link in links if "/Dest" in link]
    assert {link["/Dest"] for link in inner} <= set(reader.named_destinations)
    assert {"note-2", "cited-2", "action-1.1.2"} <= {link["/Dest"] for link in inner}
    assert {link["/Contents"] for link in inner if link["/Dest"] == "note-2"} == {"Note 2"}
    assert all(abs(link["/Rect"][3] - link["/Rect"][1]) > 4 for link in inner), "high enough to be hit"


def test_running_heads_are_not_read_amid_the_text(reader: Any) -> None:
    page = reader.pages[2]
    marks = page.get_contents().get_data()
    assert marks.count(b"/Pagination") == 3, "title, state and page number"
    owners = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"][2 * page["/StructParents"] + 1]
    assert sum(owner.get_object() is None or str(owner) == "NullObject" for owner in owners) == 3


def test_parts_can_be_turned_to(reader: Any) -> None:
    first, parts = reader.outline[0], reader.outline[1]
    assert first.title == "Active Tarrow: October to December 2026"
    titles = [each.title for each in parts if not isinstance(each, list)]
    assert titles[:2] == ["Asks and decisions sought", "The picture against last period"]


def test_the_annex_lies_on_its_side(reader: Any) -> None:
    first, last = reader.pages[0].mediabox, reader.pages[-1].mediabox
    assert first.height > first.width and last.width > last.height


def test_the_same_paper_is_the_same_bytes() -> None:
    assert as_pdf(made_paper()) == as_pdf(made_paper())


def test_it_is_in_the_paper_s_language() -> None:
    reader: Any = PdfReader(BytesIO(as_pdf(replace(made_paper(), language="cy"))))
    assert reader.root_object["/Lang"] == "cy-GB"


class _Listener(BaseHTTPRequestHandler):
    heard: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.heard.append(self.path)
        self.send_response(404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def test_nothing_is_fetched_from_anywhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">secret</text></svg>')
    server = HTTPServer(("127.0.0.1", 0), _Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        addresses = (f"http://127.0.0.1:{server.server_port}/a.png", secret.as_uri())
        body = as_pdf(_showing(*addresses))
    finally:
        server.shutdown()
        server.server_close()
    assert _Listener.heard == []
    assert b"secret" not in body
    assert "secret" not in "".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages)


def _showing(*addresses: str) -> Any:
    images = "".join(f'<image href="{each}" width="9" height="9"/>' for each in addresses)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">{images}</svg>'
    picture = Picture("a", "A", "Nothing", svg, 9, 9, Table("A", (), (), empty="Nothing"))
    return replace(made_paper(), parts=(Part("a", "A", (picture,)),))


def test_a_machine_that_cannot_set_type_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    with pytest.raises(PrintingUnavailableError, match="install Pango"):
        as_pdf(made_paper())
