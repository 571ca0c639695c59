"""Papers in a browser: a paper from one button to its correction without scripts, and axe on every page."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from browsing import everybody_can_use, page_of
from docx import Document
from made_letterhead import letterhead
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from report_fixtures import frozen
from site_cast import Cast

from turntide.web.delivery.models import Round
from turntide.web.reporting.models import Printing, Report
from turntide.web.reporting.services.correcting import begin_correction
from turntide.web.reporting.services.letterheads import keep_letterhead
from turntide.web.reporting.services.printing import make_file, make_now
from turntide.web.reporting.services.remarking import remark_on, settle_remark


def click(page: Page, role: str, name: str) -> None:
    page.get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]


def test_a_board_paper_from_one_button_to_its_correction(
    live_server: LiveServer, cast: Cast, closed_round: Round, tmp_path: Path
) -> None:
    with page_of(live_server.url, cast.editor, scripts=False) as page:
        page.goto(f"{live_server.url}/places/tarrow/papers/")
        click(page, "button", "Write the board paper")
        address = page.url
        click(page, "link", "Write your words – Asks and decisions")
        page.get_by_label("Your words").fill("Please name a day for the hearing.")
        click(page, "button", "Save")
        expect(page.get_by_text("Please name a day for the hearing.")).to_be_visible()
        click(page, "link", "Choose and order its parts")
        click(page, "button", "Take out – Annex: the whole plan")
        page.goto(address)
        click(page, "link", "Comment – Asks and decisions")
        page.get_by_label("Comment", exact=True).fill("Which day?")
        click(page, "button", "Comment")
        page.get_by_role("button", name="Settle – Which day?").click()
        page.get_by_label("You sign as").fill("Director of Public Health")
        click(page, "button", "Sign off")
        click(page, "button", "Freeze this paper")
        expect(page.get_by_text("Signed off by Editor.")).to_be_visible()
        click(page, "button", "Freeze for good")
        made = save_the_word_file(page, tmp_path)
        assert "Please name a day for the hearing." in made and "Director of Public Health" in made
        assert "Annex: the whole plan" not in made
        page.goto(address)
        click(page, "button", "Correct this paper")
        page.get_by_label("What is wrong in the frozen paper?").fill("The hearing was held.")
        click(page, "button", "Write the correction")
        expect(page.get_by_text("The hearing was held.").first).to_be_visible()
        click(page, "button", "Freeze this paper")
        expect(page.get_by_text("Nobody has signed this paper off")).to_be_visible()
        click(page, "button", "Freeze for good")
        page.goto(address)
        expect(page.get_by_role("heading", name="This paper was corrected")).to_be_visible()


def save_the_word_file(page: Page, folder: Path) -> str:
    """The words of the file, which a worker makes while the page says that it waits."""
    click(page, "link", "See how far it is – Word")
    expect(page.get_by_text("Making the file")).to_be_visible()
    assert page.content().count('http-equiv="refresh"') == 1
    assert make_now(Printing.objects.get(format="docx").pk) == "printed"
    page.reload()
    with page.expect_download() as saved:
        click(page, "button", "Save the file")
    saved.value.save_as(folder / "paper.docx")
    document = Document(BytesIO((folder / "paper.docx").read_bytes()))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.fixture
def worked_on(cast: Cast, paper: Report) -> Report:
    """A draft that corrects a frozen paper, with a comment, a file that was made and one that was not."""
    keep_letterhead(
        place=cast.tarrow, name="", file="Tarrow.dotx", body=letterhead(), person=cast.editor, by=cast.by
    )
    draft = begin_correction(report=frozen(paper, cast), wrong="The day was wrong.", by=cast.by)
    settle_remark(remark=remark_on(report=draft, part="asks", text="Which?", by=cast.by), by=cast.by)
    remark_on(report=draft, part="", text="Short and clear.", by=cast.by)
    make_now(make_file(report=draft, format_="xlsx", by=cast.by).pk)
    failed = make_file(report=draft, format_="pdf", by=cast.by)
    Printing.objects.filter(pk=failed.pk).update(fault="It could not be made.")
    make_file(report=draft, format_="docx", by=cast.by)
    return draft


def test_every_page_can_be_used_by_everybody(live_server: LiveServer, cast: Cast, worked_on: Report) -> None:
    start, one = f"{live_server.url}/places/tarrow/", f"papers/{worked_on.pk}/"
    old = f"papers/{worked_on.corrects_id}/"
    paths = ["papers/", "papers/new/", "papers/new/board/", "papers/new/difference/", "letterheads/"]
    paths += [f"{one}{path}" for path in ("", "edit/", "arrange/", "words/asks/", "comments/", "freeze/")]
    paths += [old, *(f"papers/files/{each.pk}/" for each in worked_on.printings.all())]
    paths += [f"letterheads/{cast.tarrow.letterheads.get().pk}/rename/"]
    with page_of(live_server.url, cast.editor) as page:
        everybody_can_use(page, *(start + path for path in paths))
