"""Bringing a file in and adopting it as it is read, without a review: for the example place, and for nothing a
person brings.
"""

from __future__ import annotations

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.pages.adopt import suggested_title
from turntide.web.intake.services.adopting import adopt
from turntide.web.intake.services.bringing import Arriving, Choice, bring_in
from turntide.web.intake.services.reading import read_now
from turntide.web.plans.models import Edition


class NotReadError(Exception):
    """The file cannot be read; the text says why, for a person."""


def adopt_as_read(*, place: Place, file: Arriving, by: By) -> Edition:
    """Make a plan of a file. Raises NotReadError, and NotNowError where it holds nothing to adopt."""
    new = Choice(decided=True)
    intake: Intake = read_now(bring_in(place=place, files=[file], choice=new, person=None, by=by)[0])
    if intake.stage == Stage.REFUSED:
        raise NotReadError(intake.refusal)
    return adopt(intake=intake, title=suggested_title(intake), saw=intake.version, by=by)
