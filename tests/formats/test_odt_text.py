"""Words of OpenDocument text: what is kept, what is set apart, how it is labelled and set."""

from __future__ import annotations

import pytest
from made_odt import COVERED, cell, flat_bytes, laid_out, odt_bytes, para, row, styles_xml, table

from turntide.documents.document import Document, Look, Role
from turntide.documents.formats import odt
from turntide.documents.refusals import Reason, Refusal


def texts(document: Document, role: Role = Role.TEXT) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.role is role]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("Plant   \n trees", "Plant trees"),
        ('Lead:<text:s text:c="2"/>Parks', "Lead:  Parks"),
        ("Lead:<text:tab/>Parks", "Lead:\tParks"),
        ("one<text:line-break/>two", "one\ntwo"),
        ("<text:span>a <text:span>b</text:span></text:span> c", "a b c"),
        ("see <text:a>the map</text:a>", "see the map"),
        ("walk\u00ading", "walking"),
        ("page <text:page-number>4</text:page-number>", "page 4"),
        ("<text:bookmark-start text:name='x'/>kept", "kept"),
    ],
)
def test_words_in_every_kind_of_wrapper_are_read(inside: str, expected: str) -> None:
    assert texts(laid_out(para(inside))) == [expected]


def test_sections_indexes_and_boxes_are_looked_through() -> None:
    box = (
        "<draw:frame><svg:title>alt</svg:title><draw:text-box>"
        + para("boxed")
        + "</draw:text-box></draw:frame>"
    )
    index = "<text:table-of-content><text:table-of-content-source/><text:index-body>"
    index += para("entry") + "</text:index-body></text:table-of-content>"
    body = "<text:section>" + para("in a section") + "</text:section>" + index + para("beside " + box) + box
    assert texts(laid_out(body)) == ["in a section", "entry", "beside", "boxed", "boxed"]


def test_headings_have_levels_and_titles_stand_first() -> None:
    named = '<style:style style:name="Big" style:family="paragraph" style:parent-style-name="Title"/>'
    body = (
        '<text:h text:outline-level="3">Warm homes</text:h>'
        + para("A plan", "Big")
        + para("b", "Heading_20_2")
    )
    found = [(one.role, one.level) for one in laid_out(body, named).paragraphs]
    assert found == [(Role.HEADING, 3), (Role.HEADING, 1), (Role.HEADING, 2)]


CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>'
    "<dc:creator>Sam</dc:creator></office:change-info>" + para("by June") + "</text:deletion>"
    '</text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region>'
    "</text:tracked-changes>"
)


def test_a_tracked_deletion_stands_apart_and_names_its_cell() -> None:
    place = '<text:change text:change-id="c1"/>'
    document = laid_out(CHANGES + table(row(cell("a"), cell(para(f"Open{place} by July")))))
    found = [(one.role, one.text, one.about) for one in document.paragraphs]
    assert found == [(Role.DELETED, "by June", (1, 1, 2))]
    assert document.tables[0].cells[1].text == "Open by July"


def test_a_deletion_without_its_place_is_kept() -> None:
    assert texts(laid_out(CHANGES + para("a")), Role.DELETED) == ["by June"]


def test_comments_and_notes_stand_apart() -> None:
    comment = (
        "<office:annotation><dc:creator>Sam</dc:creator>" + para("Still right?") + "</office:annotation>"
    )
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    note += para("A survey.") + "</text:note-body></text:note>"
    document = laid_out(para(f"Open{comment} the gym{note}."))
    assert [(one.role, one.text) for one in document.paragraphs] == [
        (Role.TEXT, "Open the gym."),
        (Role.COMMENT, "Still right?"),
        (Role.FOOTNOTE, "A survey."),
    ]


def test_headers_and_footers_are_said_once() -> None:
    running = "<style:header>{}</style:header><style:footer>{}</style:footer>"
    page = f"<style:master-page>{running}</style:master-page>"
    pages = page.format(para("Draft"), para("Council")) + page.format(para("Draft"), para("Board"))
    found = laid_out(para("Plan"), styles=styles_xml(pages=pages))
    assert [one.text for one in found.paragraphs] == ["Draft", "Plan", "Council", "Board"]
    assert texts(found, Role.RUNNING) == ["Draft", "Council", "Board"]


def number(level: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" {more}/>'


LISTS = (
    '<text:list-style style:name="L1">'
    + number(1, "1", 'style:num-suffix="."')
    + number(2, "a", 'style:num-suffix=")"')
    + number(3, "1", 'text:display-levels="3"')
    + '</text:list-style><text:list-style style:name="L2">'
    + '<text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>'
)


def items(*inner: str, attributes: str = 'text:style-name="L1"') -> str:
    return (
        f"<text:list {attributes}>"
        + "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
        + "</text:list>"
    )


def test_list_labels_are_shown_and_counted() -> None:
    deep = items(para("c") + items(para("d"), attributes=""), attributes="")
    body = items(para("a") + para("more"), para("b") + deep, para("e"))
    found = [(one.role, one.level, one.text) for one in laid_out(body, LISTS).paragraphs]
    assert found == [
        (Role.ITEM, 1, "1. a"),
        (Role.TEXT, 0, "more"),
        (Role.ITEM, 1, "2. b"),
        (Role.ITEM, 2, "a) c"),
        (Role.ITEM, 3, "2.a.1 d"),
        (Role.ITEM, 1, "3. e"),
    ]


def test_lists_start_anew_unless_they_continue() -> None:
    on = 'text:style-name="L1" text:continue-numbering="true"'
    body = items(para("a")) + items(para("b"), attributes=on) + items(para("c"))
    assert [one.text for one in laid_out(body, LISTS).paragraphs] == ["1. a", "2. b", "1. c"]


def test_bullets_in_a_cell_and_cells_of_numbers_alone() -> None:
    bullets = items(para("Housing"), para("Parks"), attributes='text:style-name="L2"')
    document = laid_out(table(row(cell(items("<text:p/>")), cell(bullets))), LISTS)
    assert [one.text for one in document.tables[0].cells] == ["1.", "• Housing\n• Parks"]


def test_numbered_headings_bear_their_numbers() -> None:
    level = '<text:outline-level-style text:level="{}" style:num-format="1" text:display-levels="{}"/>'
    named = f"<text:outline-style>{level.format(1, 1)}{level.format(2, 2)}</text:outline-style>"
    body = "".join(f'<text:h text:outline-level="{at}">x</text:h>' for at in (1, 2, 2, 1))
    found = laid_out(body, styles=styles_xml(named)).paragraphs
    assert [one.text for one in found] == ["1 x", "1.1 x", "1.2 x", "2 x"]


def test_looks_follow_styles_and_spans() -> None:
    automatic = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="T2" style:family="text" style:parent-style-name="T1">'
        '<style:text-properties style:text-line-through-style="solid" fo:color="#FF0000"/></style:style>'
    )
    inside = 'a <text:span text:style-name="T1">b</text:span> <text:span text:style-name="T2">c</text:span>'
    [found] = laid_out(para(inside), automatic).paragraphs
    looks = [(found.text[mark.start : mark.end], mark.look, mark.value) for mark in found.marks]
    assert looks == [("b c", Look.BOLD, ""), ("c", Look.COLOUR, "#ff0000"), ("c", Look.STRUCK, "")]


def places(document: Document) -> list[tuple[int, int, int, int, str]]:
    cells = document.tables[0].cells
    return [(one.row, one.column, one.row_span, one.column_span, one.text) for one in cells]


def test_spans_and_covered_cells() -> None:
    tall = 'table:number-rows-spanned="2"'
    wide = 'table:number-columns-spanned="2"'
    hidden = "<table:covered-table-cell>" + para("under") + "</table:covered-table-cell>"
    head = (
        "<table:table-header-rows>"
        + row(cell("a", tall), cell("b", wide), COVERED)
        + "</table:table-header-rows>"
    )
    document = laid_out(table(head, row(hidden, cell("c"), cell("d"))))
    assert places(document) == [
        (1, 1, 2, 1, "a\nunder"),
        (1, 2, 1, 2, "b"),
        (2, 2, 1, 1, "c"),
        (2, 3, 1, 1, "d"),
    ]
    assert [one.header for one in document.tables[0].cells] == [True, True, False, False]


def test_repeated_cells_are_repeated_and_blank_ones_only_counted() -> None:
    rows = (
        row(cell("", 'table:number-columns-repeated="3"'), cell("x", 'table:number-columns-repeated="2"')),
        row(cell(""), attributes='table:number-rows-repeated="1000000"'),
        row(cell("y"), attributes='table:number-rows-repeated="2"'),
    )
    worded = [one for one in places(laid_out(table(*rows))) if one[4]]
    assert [one[4] for one in worded] == ["x", "x", "y", "y"]
    assert [one[:2] for one in worded[:2]] == [(1, 4), (1, 5)]


def test_a_million_copies_of_a_word_are_bounded_and_said() -> None:
    wide = 'table:number-columns-repeated="1000"'
    document = laid_out(table(row(cell("x", wide), attributes='table:number-rows-repeated="1000"')))
    assert len(document.tables[0].cells) <= 10_001
    assert any("repeats" in doubt for doubt in document.doubts)


def test_fills_come_from_cell_and_row_styles() -> None:
    automatic = (
        '<style:style style:name="C" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#FFC000"/></style:style>'
        '<style:style style:name="R" style:family="table-row">'
        '<style:table-row-properties fo:background-color="#eeeeee"/></style:style>'
    )
    line = row(cell("a", 'table:style-name="C"'), cell("b"), attributes='table:style-name="R"')
    assert [one.fill for one in laid_out(table(line), automatic).tables[0].cells] == ["#ffc000", "#eeeeee"]


def test_tables_within_tables() -> None:
    inner = table(row(cell("x"), cell("y")))
    assert places(laid_out(table(row(cell(para("before") + inner)))))[0][4] == "x"
    assert places(laid_out(table(row(cell("k"), cell(para("Steps") + inner)))))[1][4] == "Steps\nx\ty"


def test_tables_too_deep_are_refused() -> None:
    inside = para("deep")
    for _ in range(21):
        inside = table(row(cell(inside)))
    with pytest.raises(Refusal) as refused:
        laid_out(inside)
    assert refused.value.reason is Reason.UNSAFE


def test_a_flat_file_reads_like_a_packed_one() -> None:
    body = para("Plan") + table(row(cell("a"), cell("b")))
    assert odt.lay_out(flat_bytes(body), "plan.fodt").blocks == laid_out(body).blocks


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.DAMAGED),
        (odt_bytes(para("a"))[:150], Reason.DAMAGED),
        (b"<other/>", Reason.DAMAGED),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', Reason.UNSAFE),
    ],
)
def test_what_is_no_whole_text_is_refused(content: bytes, reason: Reason) -> None:
    with pytest.raises(Refusal) as refused:
        odt.lay_out(content, "plan.odt")
    assert refused.value.reason is reason


@pytest.mark.parametrize("nonsense", ["", "x", "-7", "²", "9" * 5000, "1e9"])
def test_numbers_that_are_none_do_no_harm(nonsense: str) -> None:
    automatic = (
        f'<style:style style:name="P" style:family="paragraph" style:default-outline-level="{nonsense}">'
        f'<style:text-properties fo:font-weight="{nonsense}" fo:font-size="{nonsense}pt"/></style:style>'
        f'<text:list-style style:name="L1"><text:list-level-style-number text:level="{nonsense}" '
        f'style:num-format="1" text:start-value="{nonsense}" text:display-levels="{nonsense}"/></text:list-style>'
    )
    spans = f'table:number-rows-spanned="{nonsense}" table:number-columns-repeated="{nonsense}"'
    document = laid_out(table(row(cell(items(para("words", "P")), spans))), automatic)
    assert document.tables[0].cells[0].text.endswith("words")
