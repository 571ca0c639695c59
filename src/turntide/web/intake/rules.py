"""What may be done with a file being brought in, by how far it has come: pure, and every refusal says why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling

WAITING, READING, REVIEW = "waiting", "reading", "review"
MATTER = ("headings", "actions", "actors", "takeaways")
REFUSED, ADOPTED, PUT_ASIDE = "refused", "adopted", "put aside"


def may_mend(stage: str) -> Ruling:
    """Whether the reading may be mended."""
    return ALLOWED if stage == REVIEW else Ruling(False, _not_now(stage))


def may_adopt(stage: str, reading: Mapping[str, Any]) -> Ruling:
    """Whether the reading, as the standard's data, may become a plan.

    A strategy that has aims and no actions yet is a plan to add actions to.
    """
    if stage != REVIEW:
        return Ruling(False, _not_now(stage))
    if not any(reading.get(key) for key in MATTER):
        return Ruling(
            False,
            _(
                "No heading and no action was read, so there is nothing to adopt yet. "
                "Say on the review page what the actions are."
            ),
        )
    return ALLOWED


def may_put_aside(stage: str) -> Ruling:
    """Whether the file may be put aside: not once it is a plan."""
    if stage == ADOPTED:
        return Ruling(False, _("This file was adopted. Undo the adoption first."))
    return ALLOWED


def may_read_again(stage: str) -> Ruling:
    """Whether the file may be read once more."""
    return ALLOWED if stage in (REFUSED, WAITING) else Ruling(False, _not_now(stage))


def _not_now(stage: str) -> str:
    reasons = {
        WAITING: _("The file is still waiting to be read. Try again when it is ready to review."),
        READING: _("The file is being read just now. Try again when it is ready to review."),
        REVIEW: _("The file has been read already."),
        REFUSED: _("The file could not be read, so there is no reading to change."),
        ADOPTED: _("The file was adopted meanwhile, so its reading is closed. Change the plan itself."),
        PUT_ASIDE: _("The file was put aside. Bring it back first."),
    }
    return reasons[stage]
