"""Whether what somebody said or did may be taken back, and what is left of it then. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling
from turntide.web.delivery.rules.said import Said


def may_take_answer_back(*, handed_in: bool, approved: bool, round_is_open: bool) -> Ruling:
    """Whether an answer may be taken back by whoever gave it."""
    if approved:
        return Ruling(
            False,
            _("Your update was approved, so it stands. Write to the person who asked you to change it."),
        )
    if not handed_in:
        return Ruling(False, _("There is no answer to take back."))
    if not round_is_open:
        return Ruling(
            False, _("This round is closed, so your answer stands. Write to the person who asked you.")
        )
    return ALLOWED


def may_pass_on(*, waits: bool, round_is_open: bool, own: bool) -> Ruling:
    """Whether a request may go to a colleague. ``own``: the address given is the person's own."""
    if not round_is_open:
        return Ruling(False, _("This round is closed, so there is nothing to pass on."))
    if not waits:
        return Ruling(False, _("This is answered. Take the answer back before you pass it on."))
    if own:
        return Ruling(False, _("That is your own address. Give your colleague's."))
    return ALLOWED


def said_in_one_tap(said: Said) -> bool:
    """Whether nothing was written by hand: there is nothing in it to go on from."""
    return said.no_change or said == Said(lifecycle="complete")
