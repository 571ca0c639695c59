"""What the fields of things are called where they are changed and in history."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIELD_WORDS: dict[str, Promise] = {
    "title": _("Title"),
    "vision": _("Vision"),
    "period": _("Years it covers"),
    "level": _("Level"),
    "levels": _("Levels"),
    "ref": _("Reference"),
    "text": _("Text"),
    "detail": _("Detail"),
    "rationale": _("Why"),
    "involving": _("Owners in the plan's own words"),
    "when": _("When"),
    "timescale": _("When"),
    "starts": _("Starts"),
    "ends": _("Ends"),
    "recurs": _("How often"),
    "status": _("Status"),
    "lifecycle": _("How far it is"),
    "confidence": _("How sure"),
    "leads": _("Leads"),
    "partners": _("Partners"),
    "milestones": _("Milestones"),
    "measures": _("Measures"),
    "programmes": _("Programmes"),
    "weightings": _("Weightings"),
    "money": _("Cost"),
    "progress": _("Progress"),
    "remarks": _("Also said"),
    "budget": _("Budget"),
    "under": _("Under"),
    "also_under": _("Also under"),
    "order": _("Order in the plan"),
    "merged_into": _("Merged into"),
    "retired": _("Retired"),
}
DAYS = ("starts", "ends")
"""Fields that hold a day in ISO 8601."""


def field_words(name: str) -> str:
    """A field's name in words."""
    return str(FIELD_WORDS.get(name, name))
