"""A whole round: an officer sends it, letters arrive, a partner answers on a phone, by Excel and about words that are
to be published; the officer approves, and what is known of the action is fresh. With scripts and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from browsing import obstacles, page_of
from delivery_fixtures import answers_for, contact_at
from django.utils import timezone
from mail_server import Postbox, listening
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from sheets_by_hand import InHand
from site_cast import Cast

from turntide.web.mail.services.sending import send_due
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action, Plan

SAID = "Opened the first mile with residents."
CORRECTED = "With residents, we opened the first mile."


@pytest.fixture
def postbox(settings: Settings) -> Iterator[Postbox]:
    with listening(Postbox()) as listens:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", listens.port
        yield listens


@pytest.fixture
def ray(tarrow_plan: Plan) -> Contact:
    contact = contact_at(tarrow_plan, "Ray Okoro", "ray@harbourtrust.example")
    answers_for(contact, *tarrow_plan.actions.standing()[:3])
    return contact


class Round:
    """The officer at a desk and the partner on a phone, with a clock of their own."""

    def __init__(self, site: str, officer: Page, phone: Page, postbox: Postbox, *, scripts: bool) -> None:
        self.site, self.postbox, self._scripts = site, postbox, scripts
        self.now: datetime = timezone.now()
        self.officer, self.phone = officer, phone

    def letters(self) -> list[EmailMessage]:
        """Those that go out within the next ten minutes."""
        before, self.now = len(self.postbox.arrived), self.now + timedelta(minutes=10)
        send_due(self.now)
        return self.postbox.arrived[before:]

    def open_link(self, letter: EmailMessage) -> None:
        """As the person does, on the phone."""
        text = letter.get_body(("plain",))
        assert text is not None
        found = re.search(r"https?://\S+?(/answer/\S+)", text.get_content())
        assert found is not None
        self.phone.goto(self.site + found[1])

    def fine(self) -> None:
        """Nothing stands in anybody's way on the two pages as they are now; axe is itself a script."""
        for page in (self.officer, self.phone):
            if self._scripts and page.url.startswith("http"):
                assert obstacles(page) == []


@pytest.mark.parametrize("scripts", [True, False])
def test_from_sending_to_fresh(  # noqa: PLR0917 - each is a fixture
    live_server: LiveServer,
    cast: Cast,
    ray: Contact,
    tarrow_plan: Plan,
    postbox: Postbox,
    tmp_path: Path,
    scripts: bool,
) -> None:
    with (
        page_of(live_server.url, cast.editor, scripts=scripts) as desk,
        page_of(live_server.url, width=320, scripts=scripts, has_touch=True) as phone,
    ):
        at_work = Round(live_server.url, desk, phone, postbox, scripts=scripts)
        when_a_round_is_sent(at_work.officer, live_server.url)
        (letter,) = at_work.letters()
        assert letter["To"] == "Ray Okoro <ray@harbourtrust.example>"
        at_work.open_link(letter)
        first, second, third = tarrow_plan.actions.standing()[:3]
        when_two_are_answered_by_thumb(at_work.phone, first, second)
        at_work.fine()
        when_the_third_is_answered_by_excel(at_work.phone, letter, third, tmp_path)
        at_work.fine()
        when_the_officer_approves(at_work.officer, SAID)
        at_work.fine()
        when_words_are_put_forward(at_work.officer)
        (about_words,) = at_work.letters()
        at_work.open_link(about_words)
        when_the_partner_corrects_them(at_work.phone)
        at_work.officer.reload()
        expect(at_work.officer.locator("main").get_by_text(CORRECTED).first).to_be_visible()
        at_work.officer.goto(f"{live_server.url}/places/tarrow/actions/{second.pk}/")
        expect(at_work.officer.locator("main").get_by_text("Current", exact=True).first).to_be_visible()
        at_work.fine()


def when_a_round_is_sent(page: Page, site: str) -> None:
    page.goto(f"{site}/places/tarrow/rounds/")
    page.get_by_text("Start a round", exact=True).first.click()
    page.get_by_role("button", name="Save and see who is asked").click()
    expect(page.get_by_text("Ray Okoro").first).to_be_visible()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("main").get_by_text("Ray Okoro").first).to_be_visible()


def when_two_are_answered_by_thumb(page: Page, first: Action, second: Action) -> None:
    page.locator("article").filter(has_text=first.text).get_by_role("button", name="Done").tap()
    card = page.locator("article").filter(has_text=second.text)
    card.get_by_role("link", name="Say more").tap()
    page.get_by_label("Delivering", exact=True).tap()
    page.get_by_role("radio", name="Green").tap()
    page.get_by_label("What was done", exact=True).fill(SAID)
    page.get_by_role("button", name="Hand in").tap()
    expect(page.get_by_text("2 of 3 actions answered")).to_be_visible()


def when_the_third_is_answered_by_excel(
    page: Page, letter: EmailMessage, third: Action, folder: Path
) -> None:
    enclosed = next(part for part in letter.iter_attachments() if str(part.get_filename()).endswith(".xlsx"))
    body = enclosed.get_payload(decode=True)
    assert isinstance(body, bytes)
    sheet = InHand(body)
    sheet.fill(third.text, done="Planned with the school.", lifecycle="Planning")
    (folder / "back.xlsx").write_bytes(sheet.saved())
    page.get_by_role("link", name="send it back here").tap()
    page.locator("input[type=file]").set_input_files(folder / "back.xlsx")
    page.get_by_role("button", name="Send and look").tap()
    expect(page.get_by_text("Planned with the school.").first).to_be_visible()
    page.get_by_role("button", name="Hand in").tap()
    page.get_by_role("link", name="Back to your actions").tap()
    expect(page.get_by_text("Thank you. Everything is answered.")).to_be_visible()


def when_the_officer_approves(page: Page, said: str) -> None:
    page.reload()
    page.get_by_role("row").filter(has_text=said).get_by_role("link").first.click()
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.locator("main").get_by_text("Approved").first).to_be_visible()


def when_words_are_put_forward(page: Page) -> None:
    page.go_back()
    page.reload()
    page.get_by_role("link", name="Put words forward").click()
    page.get_by_role("button", name=re.compile("partner|Put|Send|Save")).first.click()


def when_the_partner_corrects_them(page: Page) -> None:
    page.get_by_role("button", name="Correct").or_(page.get_by_role("link", name="Correct")).first.tap()
    page.get_by_role("textbox").first.fill(CORRECTED)
    page.get_by_role("button", name="These words may be published").tap()
    expect(page.get_by_role("heading", name="Words that are to be published")).to_have_count(0)
