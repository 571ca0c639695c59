"""A frozen paper never changes: through no service, no model, and not when what it told of changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction
from report_fixtures import client_of, frozen
from site_cast import Cast

from turntide.web.accounts.holding import Subject
from turntide.web.periods.models import ChangedFrozenError, Frozen
from turntide.web.plans.models import Plan
from turntide.web.reporting.held import ReportsHold
from turntide.web.reporting.models import KeptPaper, Printing, Report
from turntide.web.reporting.services import drafting
from turntide.web.reporting.services.freezing import freeze_paper
from turntide.web.reporting.services.printing import make_file, make_now, paper_to_print, try_again
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.services.remarking import remark_on, reopen_remark, settle_remark
from turntide.web.reporting.services.signing import sign_off, take_signature_back
from turntide.web.reporting.services.throwing import throw_away_paper
from turntide.web.reporting.store.states import chosen_of


@pytest.fixture
def kept(cast: Cast, paper: Report) -> Report:
    remark_on(report=paper, part="", text="Shall we?", by=cast.by)
    return frozen(paper, cast)


def every_row(kept: Report) -> list[object]:
    """Everything that is held of a paper."""
    models = (Report.objects.filter(pk=kept.pk), kept.printings, kept.remarks, kept.signatures)
    rows: list[object] = [list(each.order_by("pk").values()) for each in models]
    return [
        *rows,
        bytes(kept.kept_paper.body),
        kept.frozen and bytes(kept.frozen.body),
        list(kept.plans.all()),
    ]


SERVICES: dict[str, Callable[[Report, Cast], object]] = {
    "edit": lambda it, c: drafting.edit_paper(report=it, chosen=chosen_of(it), saw=it.version, by=c.by),
    "words": lambda it, c: drafting.write_words(report=it, part="asks", text="x", saw=it.version, by=c.by),
    "arrange": lambda it, c: drafting.arrange_part(report=it, part="asks", move="out", saw=1, by=c.by),
    "undo": lambda it, c: drafting.undo_write(report=it, by=c.by),
    "throw away": lambda it, c: throw_away_paper(report=it, by=c.by),
    "remark": lambda it, c: remark_on(report=it, part="", text="x", by=c.by),
    "settle": lambda it, c: settle_remark(remark=it.remarks.get(), by=c.by),
    "reopen": lambda it, c: reopen_remark(remark=it.remarks.get(), by=c.by),
    "sign": lambda it, c: sign_off(report=it, saw="x", role="", by=c.by),
    "take back": lambda it, c: take_signature_back(report=it, by=c.by),
    "freeze": lambda it, c: freeze_paper(report=it, saw="x", by=c.by),
}


@pytest.mark.parametrize("door", SERVICES)
def test_no_service_writes_it(cast: Cast, kept: Report, door: str) -> None:
    was = every_row(kept)
    with pytest.raises(RefusedError, match="never changes"):
        SERVICES[door](kept, cast)
    assert every_row(Report.objects.get(pk=kept.pk)) == was


MODELS: dict[str, Callable[[Report], object]] = {
    "save": lambda it: it.save(),
    "save again under another hand": lambda it: Report(pk=it.pk, place=it.place).save(force_update=True),
    "delete": lambda it: it.delete(),
    "update": lambda it: Report.objects.filter(pk=it.pk).update(title="x"),
    "update many": lambda it: Report.objects.bulk_update([it], ["title"]),
    "delete many": lambda it: Report.objects.all().delete(),
    "words": lambda it: it.kept_paper.save(),
    "words gone": lambda it: it.kept_paper.delete(),
    "words updated": lambda it: KeptPaper.objects.update(body=b""),
    "words deleted": lambda it: KeptPaper.objects.all().delete(),
    "file": lambda it: it.printings.earliest("pk").save(),
    "file gone": lambda it: it.printings.earliest("pk").delete(),
    "files": lambda it: Printing.objects.update(body=b""),
    "files gone": lambda it: it.printings.all().delete(),
    "period": lambda it: Frozen.objects.filter(reports=it).update(body=b""),
    "period gone": lambda it: Frozen.objects.all().delete(),
    "this period gone": lambda it: Frozen.objects.get(reports=it).delete(),
    "plans": lambda it: it.plans.clear(),
    "other plans": lambda it: it.plans.add(Plan.objects.first()),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("door", MODELS)
def test_no_model_writes_it(kept: Report, door: str) -> None:
    make_now(kept.printings.get(format="xlsx").pk)
    kept.printings.exclude(format="xlsx").delete()
    kept = Report.objects.get(pk=kept.pk)
    was = every_row(kept)
    with pytest.raises(ChangedFrozenError), transaction.atomic():
        MODELS[door](kept)
    assert every_row(Report.objects.get(pk=kept.pk)) == was


def test_it_reads_the_same_whatever_becomes_of_the_plan(cast: Cast, kept: Report, tarrow_plan: Plan) -> None:
    client, address = client_of(cast.viewer), f"/places/tarrow/papers/{kept.pk}/"
    told, shown = paper_to_print(kept), client.get(address).content.decode()
    tarrow_plan.actions.update(text="Something else altogether", lifecycle="stopped")
    Plan.objects.filter(pk=tarrow_plan.pk).update(title="Renamed")
    assert paper_to_print(Report.objects.get(pk=kept.pk)) == told
    again = client.get(address).content.decode()
    assert again[again.index("<article") : again.index("</article")] in shown


def test_its_files_are_made_once_and_kept_whatever_is_asked(cast: Cast, kept: Report) -> None:
    asked = {each.format: each for each in kept.printings.all()}
    assert set(asked) == set(Printing.Format.values)
    excel = asked["xlsx"]
    assert make_now(excel.pk) == "printed"
    excel.refresh_from_db()
    assert (make_now(excel.pk), make_file(report=kept, format_="xlsx", by=cast.by)) == (
        "nothing to print",
        excel,
    )
    with pytest.raises(RefusedError, match="made already"):
        try_again(printing=excel, by=cast.by)
    made = Printing.objects.get(pk=excel.pk)
    assert made.fingerprint == excel.fingerprint and bytes(made.body or b"") == bytes(excel.body or b"")


def test_only_somebody_who_has_a_right_to_it_is_struck_out_and_the_first_fingerprint_stays(
    cast: Cast, paper: Report
) -> None:
    remark_on(report=paper, part="", text="Ask Editor Tarrow about it", by=cast.by)
    words = drafting.write_words(
        report=paper, part="asks", text="Editor Tarrow thanks all.", saw=1, by=cast.by
    )
    kept = frozen(words, cast)
    excel = kept.printings.get(format="xlsx")
    make_now(excel.pk)
    was = kept.kept_paper.fingerprint
    subject = Subject(cast.tarrow, cast.editor.email, ("Editor Tarrow",))
    told = {str(each.what): len(each.rows) for each in ReportsHold().held(subject)}
    assert (told["Papers"], told["Comments on papers"]) == (1, 1)
    [said] = ReportsHold().forget(subject, by=cast.by)
    now = Report.objects.get(pk=kept.pk)
    assert kept.title in said and "Editor Tarrow" not in repr(every_row(now))
    assert "[name removed] thanks all." in repr(paper_to_print(now))
    assert (now.kept_paper.frozen_as, now.kept_paper.fingerprint == was) == (was, False)
    assert make_now(excel.pk) == "printed"
    assert not any(each.rows for each in ReportsHold().held(subject))
