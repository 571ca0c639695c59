"""Who may answer, and when."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling


def may_answer(*, round_is_open: bool, approved: bool) -> Ruling:
    """Whether a request still takes an answer."""
    if not round_is_open:
        return Ruling(
            False, _("This round is closed. Write to the person who asked you, and they can enter it.")
        )
    if approved:
        return Ruling(
            False,
            _("Your update was approved, so it stands. Write to the person who asked you to change it."),
        )
    return ALLOWED
