"""Each example, and each plan of the corpus where it is there: kept, read, reviewed, adopted."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from intakes_read import reading_of
from site_cast import Cast

from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.services.reading import read_now
from turntide.web.plans.models import Plan

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted(file for file in (ROOT / "examples").iterdir() if file.is_file())
SEEDS = sorted((ROOT.parent / "shared" / "corpus" / "seeds").glob("*.txt"))


def brought(client: Client, file: Path, **typed: str) -> Intake:
    sent = {
        "uploads": SimpleUploadedFile(file.name, file.read_bytes()),
        "text": "",
        "becomes": "new",
        **typed,
    }
    answer = client.post(reverse("intakes", args=["tarrow"]), sent)
    assert answer.status_code == 302, answer.content.decode()
    return Intake.objects.latest("brought_at")


def adopted(client: Client, intake: Intake) -> Intake:
    page = client.get(reverse("intake-adopt", args=["tarrow", intake.pk]))
    form = page.context["form"]
    typed = {"title": form.initial["title"], "version": form.initial["version"]}
    client.post(reverse("intake-adopt", args=["tarrow", intake.pk]), typed)
    intake.refresh_from_db()
    return intake


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_an_example_goes_the_whole_way(file: Path, cast: Cast, as_editor: Client) -> None:
    intake = brought(as_editor, file)
    waiting = as_editor.get(intake.get_absolute_url())
    assert "Waiting to be read" in waiting.content.decode()
    read_now(intake)
    assert intake.stage == Stage.REVIEW, intake.refusal
    review = as_editor.get(intake.get_absolute_url())
    assert review.status_code == 200
    adopted(as_editor, intake)
    assert intake.edition is not None, intake.stage
    assert intake.edition.plan.actions.standing().count() == len(reading_of(intake)["actions"])
    assert intake.edition.plan.headings.count() == len(reading_of(intake)["headings"])
    assert intake.edition.reading["findings"] == reading_of(intake)["findings"]


@pytest.mark.skipif(not SEEDS, reason="the corpus of real plans is not beside this checkout")
@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.name)
def test_a_plan_of_the_corpus_goes_the_whole_way(file: Path, cast: Cast, as_editor: Client) -> None:
    intake = read_now(brought(as_editor, file))
    assert intake.stage == Stage.REVIEW, intake.refusal
    for finding in as_editor.get(intake.get_absolute_url()).context["page"].findings.all:
        page = as_editor.get(f"{intake.get_absolute_url()}?finding={finding.key}").context["page"]
        assert page.findings.current.message == finding.message
    adopted(as_editor, intake)
    assert Plan.objects.get().actions.count() == len(reading_of(intake)["actions"])
