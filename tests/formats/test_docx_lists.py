"""List labels stand before the text as Word shows them."""

from __future__ import annotations

from made_docx import cell, laid_out, level, numbered, para, row, table

from turntide.documents.document import Role

NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "%2)")
    + level(2, "decimal", "%1.%3")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + level(1, "upperRoman", "(%2)", '<w:lvlRestart w:val="0"/>')
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="2">'
    + level(0, "upperLetter", "Action %1:", '<w:pStyle w:val="Step"/>')
    + level(1, "lowerRoman", "%2", '<w:pStyle w:val="SubStep"/>')
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Step">'
    '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="SubStep"><w:basedOn w:val="Step"/></w:style>'
)


def shown(*properties: str) -> list[str]:
    body = "".join(para("x", one) for one in properties)
    document = laid_out(body, {"numbering": NUMBERING, "styles": STYLES})
    return [paragraph.text.removesuffix("x").strip() for paragraph in document.paragraphs]


def test_levels_count_and_start_again_under_the_next_item() -> None:
    found = shown(*(numbered(1, at) for at in (0, 1, 1, 2, 2, 0, 1, 2)))
    assert found == ["1.", "a)", "b)", "1.1", "1.2", "2.", "a)", "2.1"]


def test_lists_of_one_family_count_on_unless_told_to_start() -> None:
    assert shown(numbered(1), numbered(1), numbered(2), numbered(2), numbered(1)) == [
        "1.",
        "2.",
        "5.",
        "6.",
        "7.",
    ]


def test_bullets_and_levels_that_never_start_again() -> None:
    found = shown(numbered(3), numbered(3, 1), numbered(3), numbered(3, 1))
    assert found == ["•", "(I)", "•", "(II)"]


def test_a_style_brings_its_list_and_its_level() -> None:
    found = shown('<w:pStyle w:val="Step"/>', '<w:pStyle w:val="SubStep"/>', '<w:pStyle w:val="SubStep"/>')
    assert found == ["Action A:", "i", "ii"]


def test_a_list_of_zero_takes_the_number_away() -> None:
    assert shown('<w:pStyle w:val="Step"/>' + '<w:numPr><w:numId w:val="0"/></w:numPr>') == [""]


def test_items_have_their_depth() -> None:
    body = para("a", numbered(1)) + para("b", numbered(1, 1))
    found = laid_out(body, {"numbering": NUMBERING}).paragraphs
    assert [(one.role, one.level, one.text) for one in found] == [
        (Role.ITEM, 1, "1. a"),
        (Role.ITEM, 2, "a) b"),
    ]


def test_a_cell_of_nothing_but_a_number_shows_it() -> None:
    rows = [row(cell(para("", numbered(1))), cell("Mend the path")) for _ in range(2)]
    document = laid_out(table(*rows), {"numbering": NUMBERING})
    assert [found.text for found in document.tables[0].cells] == [
        "1.",
        "Mend the path",
        "2.",
        "Mend the path",
    ]


def test_list_lines_in_a_cell_bear_their_labels() -> None:
    inside = para("Housing", numbered(3)) + para("", numbered(3)) + para("Parks", numbered(3))
    document = laid_out(table(row(cell(inside))), {"numbering": NUMBERING})
    assert document.tables[0].cells[0].text == "• Housing\n• Parks"
