"""An invented place with plans, to try the site on."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from django.db import transaction

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.config.example_delivery import load_delivery
from turntide.web.config.example_shown import load_shown
from turntide.web.intake.as_read import adopt_as_read
from turntide.web.intake.services.bringing import Arriving

SLUG = "tarrow"
PLANS = (
    "tarrow-active-plan.docx",
    "wexcombe-year-plan.pdf",
    "wexcombe-walking-forms.docx",
    "millbrook-proposals.docx",
    "later-life-workshop.docx",
)


def load_example() -> Iterator[str]:
    """Make the place and adopt its plans, once. The first account made on the site owns it."""
    if Place.objects.filter(slug=SLUG).exists():
        return
    with transaction.atomic():
        place = Place.objects.create(slug=SLUG, name="Tarrow")
        for name in PLANS:
            _adopt(place, examples_folder() / name)
        plan = place.plans.filter(kind="plan").order_by("made_at")[0]
        load_delivery(place, plan, By.work("Turntide"))
        load_shown(place, plan, By.work("Turntide"))
    yield f"The example place, {place.name}, is loaded; the first account that is made owns it."


def _adopt(place: Place, file: Path) -> None:
    arriving = Arriving(file.name, file.read_bytes())
    adopt_as_read(place=place, file=arriving, by=By.work("Turntide"))


def examples_folder() -> Path:
    """Where the example plans are: in the installed package, or in the source's own folder."""
    shipped = Path(str(files("turntide"))) / "examples"
    return shipped if shipped.is_dir() else Path(__file__).parents[4] / "examples"
