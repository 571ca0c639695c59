"""What the press leaves unsaid in the tags of a PDF: which way a heading cell heads, where a figure stands, what a
link leads to, and that running heads are no part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_POINTS = 0.75
"""Points in one pixel of the press."""


def tagged_in_full(names: Mapping[str, str], document: Any, pdf: Any) -> None:
    """Complete the tags of a PDF before it is written. ``names`` tells what the link to each place is called."""
    for cell in _elements(pdf, "/TH"):
        cell["A"]["Scope"] = "/Column" if _above(pdf, cell)["S"] == "/THead" else "/Row"
    for figure in _elements(pdf, "/Figure"):
        _place_figure(document, pdf, figure)
    for link in _dictionaries(pdf, "Subtype", "/Link"):
        link["Contents"].string = names.get(link["Contents"].string, link["Contents"].string)
    _index_headings(pdf)
    _set_running_heads_aside(pdf)


def _dictionaries(pdf: Any, key: str, value: str) -> list[Any]:
    return [each for each in pdf.objects if isinstance(each, dict) and each.get(key) == value]


def _elements(pdf: Any, tag: str) -> Iterator[Any]:
    return (each for each in _dictionaries(pdf, "Type", "/StructElem") if each["S"] == tag)


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _above(pdf: Any, cell: Any) -> Any:
    """The part of the table that a cell's row belongs to."""
    return _at(pdf, _at(pdf, cell["P"])["P"])


def _place_figure(document: Any, pdf: Any, figure: Any) -> None:
    """The press gives pixels from the page's top; PDF wants points from its foot."""
    page = document.pages[pdf.page_references.index(figure["Pg"])]
    left, top, right, bottom = figure["A"]["BBox"]
    figure["A"]["BBox"][:] = [
        left * _POINTS,
        (page.height - bottom) * _POINTS,
        right * _POINTS,
        (page.height - top) * _POINTS,
    ]


def _index_headings(pdf: Any) -> None:
    """Cells name their headings by identifiers, which the tree must be able to find."""
    from pydyf import Array, Dictionary

    named = {str(cell["ID"].string): cell for cell in _elements(pdf, "/TH") if "ID" in cell}
    if named:
        pairs = [part for _name, cell in sorted(named.items()) for part in (cell["ID"], cell.reference)]
        _root(pdf)["IDTree"] = Dictionary({"Names": Array(pairs)})


def _root(pdf: Any) -> Any:
    return _at(pdf, pdf.catalog["StructTreeRoot"])


def _set_running_heads_aside(pdf: Any) -> None:
    """Running heads and page numbers are marked as what they are, so that nobody hears them amid the text."""
    whole = _at(pdf, _root(pdf)["K"][0])
    told = set(whole["K"])
    by_page = _at(pdf, _root(pdf)["ParentTree"])["Nums"]
    for page in _dictionaries(pdf, "Type", "/Page"):
        owners = by_page[2 * page["StructParents"] + 1]
        aside = {mark for mark, owner in enumerate(owners) if _outermost(pdf, owner, whole) not in told}
        _mark_as_artifacts(_at(pdf, page["Contents"]).stream, aside)
        for mark in aside:
            _at(pdf, owners[mark]).clear()
            owners[mark] = "null"


def _outermost(pdf: Any, reference: bytes, whole: Any) -> bytes:
    """The element, directly beneath the whole, that this one is within."""
    while (above := _at(pdf, reference)["P"]) != whole.reference:
        reference = above
    return reference


def _mark_as_artifacts(stream: list[Any], marks: set[int]) -> None:
    from pydyf import Dictionary

    for place, each in enumerate(stream):
        if isinstance(each, Dictionary) and each.get("MCID") in marks:
            stream[place - 1] = "/Artifact"
            stream[place] = Dictionary({"Type": "/Pagination"})
