"""Words of Word paragraphs: what is kept, what is set apart, and how it is set."""

from __future__ import annotations

import pytest
from made_docx import STRICT, cell, docx_bytes, laid_out, para, row, run, table

from turntide.documents.document import Document, Look, Role
from turntide.documents.formats.docx import lay_out


def texts(document: Document, role: Role = Role.TEXT) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.role is role]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:ins>" + run("Plant ") + "</w:ins>" + run("trees"), "Plant trees"),
        ("<w:moveTo>" + run("Open the hall") + "</w:moveTo>", "Open the hall"),
        ("<w:hyperlink>" + run("See the map") + "</w:hyperlink>", "See the map"),
        ("<w:smartTag><w:smartTag>" + run("Brookmere") + "</w:smartTag></w:smartTag>", "Brookmere"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("Parks team") + "</w:sdtContent></w:sdt>", "Parks team"),
        ('<w:fldSimple w:instr="DATE">' + run("May 2031") + "</w:fldSimple>", "May 2031"),
        ("<w:r><w:t>Lead:</w:t><w:tab/><w:t>Housing</w:t></w:r>", "Lead:\tHousing"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", "one\ntwo"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co-op"),
        ("<w:r><w:t>walk</w:t><w:softHyphen/><w:t>ing and cyc\u00adling</w:t></w:r>", "walking and cycling"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> done</w:t></w:r>', "✓ done"),
        (run("ü", '<w:rFonts w:ascii="Wingdings"/>') + run(" agreed"), "✓ agreed"),
        ("<w:r><w:t>over\n   lines</w:t></w:r>", "over    lines"),
    ],
)
def test_words_in_every_kind_of_wrapper_are_read(inside: str, expected: str) -> None:
    assert texts(laid_out(para(inside))) == [expected]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_a_field_gives_its_result_and_not_its_code() -> None:
    code = "<w:r><w:instrText> PAGEREF x </w:instrText></w:r>"
    nested = field("begin") + code + field("separate") + run("hidden") + field("end")
    inside = field("begin") + code + nested + field("separate") + run("page 4") + field("end") + run(" below")
    assert texts(laid_out(para(inside))) == ["page 4 below"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert texts(laid_out(para(field("begin") + run("Keep me")))) == ["Keep me"]


def test_old_form_fields_show_their_value() -> None:
    ticked = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
    entries = (
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Green"/></w:ddList>'
    )
    begin = '<w:r><w:fldChar w:fldCharType="begin">{}</w:fldChar></w:r>'
    inside = begin.format(ticked) + field("end") + run(" agreed, ")
    inside += begin.format(f"<w:ffData>{entries}</w:ffData>") + field("end")
    assert texts(laid_out(para(inside))) == ["☒ agreed, Green"]


def test_a_tracked_deletion_stands_apart() -> None:
    gone = "<w:del><w:r><w:delText>by June</w:delText></w:r></w:del>"
    document = laid_out(para(run("Open the gym ") + gone + run("by July")))
    assert texts(document) == ["Open the gym by July"]
    assert texts(document, Role.DELETED) == ["by June"]
    assert any("Tracked changes" in doubt for doubt in document.doubts)


def test_a_deletion_in_a_cell_names_the_cell() -> None:
    gone = "<w:moveFrom>" + run("old partner") + "</w:moveFrom>"
    document = laid_out(table(row(cell("a"), cell("b")), row(cell("c"), cell(para(gone + run("d"))))))
    [deletion] = [found for found in document.paragraphs if found.role is Role.DELETED]
    assert (deletion.text, deletion.about) == ("old partner", (1, 2, 2))


def test_a_deleted_row_leaves_no_words_in_the_table() -> None:
    document = laid_out(table(row(cell("kept")), row(cell("dropped"), properties="<w:del/>")))
    assert [found.text for found in document.tables[0].cells if found.text] == ["kept"]
    assert texts(document, Role.DELETED) == ["dropped"]


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent>" + para("In the box") + "</w:txbxContent>"
    twice = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(laid_out(para(run("Before") + twice))) == ["Before", "In the box"]


def test_a_fallback_is_read_where_the_choice_has_no_words() -> None:
    inside = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"/>'
        "<mc:Fallback><w:t>Plain words</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(laid_out(para(inside))) == ["Plain words"]


def test_comments_and_notes_stand_apart_with_their_cell() -> None:
    comment = '<w:r><w:commentReference w:id="7"/></w:r>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = {
        "comments": '<w:comment w:id="7">' + para("Is this still right?") + "</w:comment>",
        "footnotes": '<w:footnote w:id="0" w:type="separator">' + para("x") + "</w:footnote>"
        '<w:footnote w:id="2">' + para("Source: a survey.") + "</w:footnote>"
        '<w:footnote w:id="3">' + para("Left over.") + "</w:footnote>",
    }
    body = table(row(cell("a"), cell(para(run("b") + comment)))) + para(run("After") + note)
    found = [(one.role, one.text, one.about) for one in laid_out(body, parts).paragraphs]
    assert found == [
        (Role.COMMENT, "Is this still right?", (1, 1, 2)),
        (Role.TEXT, "After", None),
        (Role.FOOTNOTE, "Source: a survey.", None),
        (Role.FOOTNOTE, "Left over.", None),
    ]


def test_headers_and_footers_are_said_once() -> None:
    parts = {"header1": para("Draft"), "header2": para("Draft"), "footer1": para("Brookmere Council")}
    document = laid_out(para("Plan"), parts)
    assert texts(document, Role.RUNNING) == ["Draft", "Brookmere Council"]


HEADINGS = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Thema"><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Ziel"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:pStyle w:val="berschrift2"/>', 2),
        ('<w:pStyle w:val="Thema"/>', 2),
        ('<w:pStyle w:val="Ziel"/>', 3),
        ('<w:pStyle w:val="Titel"/>', 1),
        ('<w:pStyle w:val="Heading4"/>', 4),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:pStyle w:val="Thema"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="Ring"/>', 0),
        ("", 0),
    ],
)
def test_headings_are_known_by_style_and_outline(properties: str, expected: int) -> None:
    [found] = laid_out(para("Warm homes", properties), {"styles": HEADINGS}).paragraphs
    assert (found.role, found.level) == (Role.HEADING if expected else Role.TEXT, expected)


LOOKS = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Loud"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>
"""


def test_marks_join_neighbouring_runs_and_follow_styles() -> None:
    inside = run("one", "<w:b/>") + run(" ") + run("two", "<w:b/>") + run(" ")
    inside += run("three", '<w:strike/><w:color w:val="FF0000"/>')
    [found] = laid_out(para(inside), {"styles": LOOKS}).paragraphs
    looks = [(found.text[mark.start : mark.end], mark.look, mark.value) for mark in found.marks]
    assert looks == [
        ("one two", Look.BOLD, ""),
        ("three", Look.COLOUR, "#ff0000"),
        ("three", Look.STRUCK, ""),
    ]
    assert found.size == 11


def test_bold_within_bold_is_not_bold() -> None:
    inside = run("a ") + run("b", '<w:rStyle w:val="Strong"/>')
    [found] = laid_out(para(inside, '<w:pStyle w:val="Loud"/>'), {"styles": LOOKS}).paragraphs
    assert [found.text[mark.start : mark.end] for mark in found.marks] == ["a "]


def test_strict_and_transitional_files_read_alike() -> None:
    body = para("Vision", '<w:outlineLvl w:val="0"/>') + table(row(cell("a", '<w:gridSpan w:val="2"/>')))
    strict = lay_out(docx_bytes(body, space=STRICT), "plan.docx")
    assert strict.blocks == laid_out(body).blocks


def test_a_table_after_a_page_break_says_so() -> None:
    break_ = para('<w:r><w:br w:type="page"/></w:r>')
    document = laid_out(
        table(row(cell("a"))) + break_ + table(row(cell("b"))) + para() + table(row(cell("c")))
    )
    assert [found.after_break for found in document.tables] == [False, True, False]


def test_a_file_set_into_the_document_is_doubted() -> None:
    assert any("another file" in doubt for doubt in laid_out(para("a") + '<w:altChunk r:id="r9"/>').doubts)


def test_hidden_text_is_read_and_doubted() -> None:
    document = laid_out(para(run("secret", "<w:vanish/>")))
    assert texts(document) == ["secret"]
    assert any("hidden" in doubt for doubt in document.doubts)
