"""The pages of papers: who may open and do what, what forms refuse, files asked for, made, and not made."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_q.models import OrmQ
from made_letterhead import letterhead
from pytest_django import DjangoAssertNumQueries
from report_fixtures import client_of, frozen, seen_of
from site_cast import Cast

from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Round
from turntide.web.plans.models import Action, Plan
from turntide.web.reporting import work
from turntide.web.reporting.models import Letterhead, Printing, Report
from turntide.web.reporting.services.letterheads import keep_letterhead
from turntide.web.reporting.services.printing import (
    MOST_ATTEMPTS,
    make_file,
    make_now,
    queue_what_was_cut_off,
)
from turntide.web.reporting.services.remarking import remark_on

START = "/places/tarrow/"
MOST_QUERIES = 45
"""Queries of a draft's page, however many actions the plans have."""


def at(paper: Report, *more: str) -> str:
    return "/".join((f"{START}papers/{paper.pk}", *more)) + "/"


def shown(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def after(client: Client, address: str, **sent: object) -> str:
    """The page that a form leads to."""
    answer = client.post(address, sent, follow=True)
    assert answer.status_code in (200, 422), answer.status_code
    return answer.content.decode()


def test_viewers_read_what_is_frozen_contributors_drafts_too_and_editors_write(
    cast: Cast, paper: Report
) -> None:
    viewer, contributor = client_of(cast.viewer), client_of(cast.contributor)
    assert paper.title not in shown(viewer, f"{START}papers/")
    shown(viewer, at(paper), 404)
    draft = shown(contributor, at(paper))
    assert "Comment" in draft and "Write your words" not in draft and "Freeze this paper" not in draft
    assert viewer.post(at(paper, "comments"), {"text": "x"}).status_code == 403
    assert contributor.post(at(paper, "freeze"), {"saw": "x"}).status_code == 403
    assert contributor.post(f"{START}papers/board/").status_code == 403
    frozen(paper, cast)
    assert paper.title in shown(viewer, f"{START}papers/")
    page = shown(viewer, at(paper))
    assert "It never changes" in page and "Correct this paper" not in page
    assert shown(client_of(cast.outsider), at(paper), 404)


def test_one_button_leads_to_the_paper_and_a_second_press_to_the_same(
    cast: Cast, as_editor: Client, closed_round: Round
) -> None:
    assert "writes itself" in shown(as_editor, f"{START}papers/")
    page = after(as_editor, f"{START}papers/board/")
    assert "The board paper is written" in page and "Asks and decisions" in page
    assert "there already" in after(as_editor, f"{START}papers/board/")
    paper = Report.objects.get()
    after(as_editor, at(paper, "throw-away"))
    assert "is back" in after(as_editor, at(paper, "bring-back"))


@pytest.mark.parametrize("kind", Report.Kind.values)
def test_every_kind_is_written_from_a_form_with_the_right_choices(
    cast: Cast, as_editor: Client, closed_round: Round, kind: str
) -> None:
    address = f"{START}papers/new/{kind}/"
    form = as_editor.get(address).context["form"]
    sent: dict[str, object] = {name: value for name, value in form.initial.items() if isinstance(value, str)}
    today = timezone.localdate()
    sent |= {
        "since_day": 1,
        "since_month": 2,
        "since_year": 2026,
        "until_day": today.isoformat(),
        "round": closed_round.pk,
    }
    for name in ("theme", "body"):
        if name in form.fields:
            sent[name] = form.fields[name].queryset[0].pk
    page = after(as_editor, address, **sent)
    paper = Report.objects.get()
    assert (paper.kind, paper.title in page) == (kind, True)
    assert "The paper is written" in page
    assert shown(as_editor, at(paper, "edit"))


def test_a_form_says_what_is_wrong_and_keeps_what_was_typed(as_editor: Client, tarrow_plan: Plan) -> None:
    page = after(as_editor, f"{START}papers/new/board/", period="other", title="Kept as typed")
    assert "Say with which day the period begins" in page and "Kept as typed" in page
    sent = {"since_day": "1.2.2026", "until_day": "1.2.2031"}
    assert "what is to come is not known" in after(as_editor, f"{START}papers/new/difference/", **sent)
    sent["until_day"] = "1.1.2026"
    assert "must come after" in after(as_editor, f"{START}papers/new/difference/", **sent)
    assert as_editor.get(f"{START}papers/new/elephant/").status_code == 404


def test_words_parts_and_coverage_are_changed_from_the_draft_and_undone(
    as_editor: Client, paper: Report
) -> None:
    page = after(as_editor, at(paper, "words", "asks"), words="Please name a day.", version=1)
    assert "Please name a day." in page
    stale = as_editor.post(at(paper, "words", "asks"), {"words": "Mine", "version": 1})
    assert stale.status_code == 409 and "Please name a day." in stale.content.decode()
    page = after(as_editor, at(paper, "arrange"), do="out story", version=2)
    assert "was taken out of the paper" in page
    assert "changed this paper meanwhile" in after(as_editor, at(paper, "arrange"), do="out asks", version=2)
    assert "Choose a part of the paper" in after(
        as_editor, at(paper, "arrange"), do="out elephant", version=3
    )
    assert "what it was before" in after(as_editor, at(paper, "undo"))
    sent = {"period": "2026-04-01 2026-06-30", "version": 4, "language": "en-gb"}
    assert as_editor.post(at(paper, "edit"), {**sent, "version": 1}).status_code in (409, 422)
    offered = as_editor.get(at(paper, "edit")).context["form"].fields["period"].choices
    page = after(as_editor, at(paper, "edit"), **{**sent, "period": offered[1][0]})
    assert "The paper was changed" in page
    paper.refresh_from_db()
    assert f"{paper.starts} {paper.ends}" == offered[1][0] and offered[1][1].split(" (")[0] in paper.title


def test_comments_are_made_settled_and_opened_again(cast: Cast, paper: Report) -> None:
    contributor = client_of(cast.contributor)
    assert "not printed" in shown(contributor, at(paper, "comments"))
    assert "There is a problem" in after(contributor, at(paper, "comments"), text=" ")
    assert "Who chaired?" in after(contributor, at(paper, "comments"), text="Who chaired?", part="asks")
    settle = reverse("remark_settle", args=["tarrow", paper.remarks.get().pk])
    assert "Settled by Contributor" in after(contributor, settle)
    assert "is open again" in after(contributor, settle.replace("settle", "reopen"))
    frozen(paper, cast)
    assert "never changes" in after(contributor, settle)
    assert "never changes" in shown_after_redirect(contributor, at(paper, "comments"))


def shown_after_redirect(client: Client, address: str) -> str:
    return client.get(address, follow=True).content.decode()


def test_what_is_frozen_is_what_was_seen_on_the_papers_page(
    cast: Cast, as_editor: Client, paper: Report, tarrow_plan: Plan
) -> None:
    freeze = f"{at(paper, 'freeze')}?saw={seen_of(paper)}"
    assert freeze in shown(as_editor, paper.get_absolute_url())
    assert "Freeze for good" in shown(as_editor, freeze)
    tarrow_plan.actions.filter(pk=tarrow_plan.actions.all()[0].pk).update(text="Quite another action")
    assert "changed since you looked" in shown_after_redirect(as_editor, freeze)


def test_a_paper_is_signed_frozen_with_a_warning_if_nobody_did_and_corrected(
    cast: Cast, as_editor: Client, paper: Report
) -> None:
    assert "Nobody has signed" in shown(as_editor, at(paper, "freeze"))
    page = after(as_editor, at(paper, "sign"), saw=seen_of(paper), role="Director of Public Health")
    assert "You signed this paper off" in page and "Director of Public Health" in page
    assert "You took your signature back" in after(as_editor, at(paper, "take-signature-back"))
    assert "changed since you looked" in after(as_editor, at(paper, "sign"), saw="0" * 64)
    assert "changed since you looked" in after(as_editor, at(paper, "freeze"), saw="0" * 64)
    assert "The paper is frozen" in after(as_editor, at(paper, "freeze"), saw=seen_of(paper))
    assert set(paper.printings.values_list("format", flat=True)) == set(Printing.Format.values)
    for door in ("edit", "arrange", "freeze", "words/asks"):
        assert "never changes" in shown_after_redirect(as_editor, at(paper, door))
    assert "There is a problem" in after(as_editor, at(paper, "correct"), wrong="")
    page = after(as_editor, at(paper, "correct"), wrong="The walkers were fourteen.")
    assert "The walkers were fourteen." in page and "What this paper corrects" in page
    new = Report.objects.get(corrects=paper)
    assert new.get_absolute_url() in shown(as_editor, at(paper))
    assert "correction" not in shown(client_of(cast.viewer), at(paper))
    frozen(new, cast)
    assert "This paper was corrected" in shown(client_of(cast.viewer), at(paper))
    assert "stands in for it" in shown_after_redirect(as_editor, at(paper, "correct"))


def test_a_file_is_made_by_the_worker_and_saved_as_an_attachment(
    cast: Cast, as_editor: Client, paper: Report
) -> None:
    page = after(as_editor, at(paper, "print"), format="docx")
    assert "Making the file" in page and 'http-equiv="refresh"' in page
    one = paper.printings.get()
    save = reverse("printing_save", args=["tarrow", one.pk])
    assert as_editor.get(save)["Location"] == one.get_absolute_url()
    assert after(as_editor, at(paper, "print"), format="docx") and paper.printings.count() == 1
    assert OrmQ.objects.count() == 1
    assert work.make_the_file(one.pk) == "printed"
    assert (work.make_the_file(one.pk), work.make_the_file(0)) == ("nothing to print", "nothing to print")
    assert "Save the file" in shown(as_editor, one.get_absolute_url())
    answer = as_editor.get(save)
    assert answer["X-Content-Type-Options"] == "nosniff" and "draft" in answer["Content-Disposition"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert "word/document.xml" in ZipFile(BytesIO(answer.content)).namelist()
    assert client_of(cast.viewer).get(save).status_code == 404
    assert "Choose whether to have it as Word" in after(as_editor, at(paper, "print"), format="exe")


def test_what_cannot_be_printed_is_one_sentence_with_a_way_to_try_again(
    cast: Cast, as_editor: Client, paper: Report
) -> None:
    head = keep_letterhead(
        place=cast.tarrow, name="Torn", file="torn.docx", body=letterhead(), person=cast.editor, by=cast.by
    )
    type(head.original.content).objects.filter(pk=head.original_id).update(body=b"torn since")
    Report.objects.filter(pk=paper.pk).update(letterhead=head)
    one = make_file(report=paper, format_="docx", by=cast.by)
    said = make_now(one.pk)
    page = shown(as_editor, one.get_absolute_url())
    assert said in page and "Try again" in page and "Traceback" not in page
    assert "See" in shown(as_editor, at(paper)) or "could not be made" in shown(as_editor, at(paper))
    Report.objects.filter(pk=paper.pk).update(letterhead=None)
    after(as_editor, reverse("printing_again", args=["tarrow", one.pk]))
    assert make_now(one.pk) == "printed"
    assert "made already" in after(as_editor, reverse("printing_again", args=["tarrow", one.pk]))


def test_a_file_whose_making_was_cut_off_is_made_when_a_worker_starts_and_given_up_in_the_end(
    cast: Cast, paper: Report
) -> None:
    one = make_file(report=paper, format_="xlsx", by=cast.by)
    OrmQ.objects.all().delete()
    Printing.objects.filter(pk=one.pk).update(attempts=1)
    assert queue_what_was_cut_off() == 1
    assert OrmQ.objects.count() == 1
    Printing.objects.filter(pk=one.pk).update(attempts=MOST_ATTEMPTS)
    assert "cut off" in make_now(one.pk)
    assert "cut off" in Printing.objects.get(pk=one.pk).fault


def test_an_error_of_ours_becomes_a_sentence(
    cast: Cast, paper: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_paper: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr("turntide.web.reporting.printing.excel.as_excel", broken)
    one = make_file(report=paper, format_="xlsx", by=cast.by)
    assert "wrong on our side" in make_now(one.pk)


def test_a_letterhead_is_brought_in_once_it_opens_named_and_retired(
    cast: Cast, as_editor: Client, paper: Report
) -> None:
    address = f"{START}letterheads/"

    def bring(name: str, body: bytes) -> str:
        return after(as_editor, address, file=SimpleUploadedFile(name, body))

    assert "Tarrow look" in bring("Tarrow look.dotx", letterhead(template=True))
    one = Letterhead.objects.get()
    for name, body in (
        ("a.docx", b"no Word file at all"),
        ("b.docx", letterhead()[:900]),
        ("c.docx", bomb()),
    ):
        assert "There is a problem" in bring(name, body), name
    assert Letterhead.objects.count() == 1
    after(as_editor, f"{address}{one.pk}/rename/", name="The council’s")
    assert "The council’s" in shown(as_editor, address)
    assert as_editor.get(f"{address}{one.pk}/save/")["Content-Disposition"].startswith("attachment")
    assert "offered no more" in after(as_editor, f"{address}{one.pk}/retire/")
    assert "offered again" in after(as_editor, f"{address}{one.pk}/bring-back/")
    assert client_of(cast.contributor).get(address).status_code == 403


def bomb() -> bytes:
    """A small file that unpacks to more than any letterhead holds."""
    out = BytesIO()
    with ZipFile(out, "w", 8) as packed:
        packed.writestr("word/document.xml", bytes(120 * 1024 * 1024))
    return out.getvalue()


def many_actions(plan: Plan, count: int) -> None:
    Action.objects.bulk_create(
        Action(plan=plan, text=f"Action number {number}", ref=f"9.{number}", position=1000 + number)
        for number in range(count)
    )


def test_a_drafts_page_takes_the_same_queries_however_large_the_plan_is(
    cast: Cast, as_editor: Client, paper: Report, tarrow_plan: Plan,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    def queries() -> int:
        with django_assert_max_num_queries(MOST_QUERIES) as asked:
            shown(as_editor, at(paper))
        return len(asked)

    frozen(paper, cast)
    after(as_editor, f"{START}papers/new/board/", period=f"{paper.starts} {paper.ends}", language="en-gb")
    paper = Report.objects.get(frozen=None)
    few = queries()
    many_actions(tarrow_plan, 300)
    for number in range(5):
        remark_on(report=paper, part="asks", text=f"Comment {number}", by=cast.by)
    assert queries() == few


def test_roles_are_as_they_are_said_to_be(cast: Cast) -> None:
    from turntide.web.reporting.urls import urlpatterns

    needs = {each.name: getattr(each.callback, "needs", None) for each in urlpatterns}
    viewers = {"papers", "paper", "printing", "printing_save"}
    contributors = {"paper_remark", "remark_settle", "remark_reopen", "paper_print", "printing_again"}
    assert {name for name, role in needs.items() if role is Role.VIEWER} == viewers
    assert {name for name, role in needs.items() if role is Role.CONTRIBUTOR} == contributors
    assert {role for name, role in needs.items() if name not in viewers | contributors} == {Role.EDITOR}
