"""Who may be named to answer for an action, and what the person asked may say to it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling

MOST_PASSES = 5
"""How often an action goes from one to another without an officer: after that somebody has to look at it."""


def may_name(name: str, *, has_left: bool) -> Ruling:
    """Whether this person may answer for actions."""
    if has_left:
        words = _(
            "%(name)s has left. Name somebody else, or say on the organisation's page that they are back."
        )
        return Ruling(False, words % {"name": name})
    return ALLOWED


def may_say_whose(state: str, *, stands: bool) -> Ruling:
    """Whether the person asked may still say whether the action is theirs. ``state`` is how their part in it stands."""
    if stands and state == "asked":
        return ALLOWED
    return Ruling(
        False,
        {
            "accepted": _("You have said already that this is yours."),
            "declined": _("You have said already that this is not yours."),
            "passed on": _("You have passed this on already."),
            "named": _("The question was taken back. You need do nothing."),
        }.get(state, _("Somebody else was named for this meanwhile. You need do nothing.")),
    )


def may_pass_on(*, own: bool, passes: int) -> Ruling:
    """Whether an action may go on to a colleague. ``own``: the address given is the person's own."""
    if own:
        return Ruling(False, _("That is your own address. Give your colleague's."))
    if passes >= MOST_PASSES:
        words = _(
            "This was passed on %(times)d times already. Say that it is not yours, and who to ask instead."
        )
        return Ruling(False, words % {"times": passes})
    return ALLOWED


def may_take_back_answer(state: str, *, as_it_was: bool) -> Ruling:
    """Whether the person may take back what they said. ``as_it_was``: nobody has acted on it."""
    if state == "asked":
        return Ruling(False, _("You have taken this back already. You can answer anew."))
    if not as_it_was:
        words = _("Somebody has acted on your answer meanwhile. Write to the person who asked you.")
        return Ruling(False, words)
    return ALLOWED


def may_undo_naming(*, changed: str) -> Ruling:
    """Whether an act can be taken back whole. ``changed`` is an action on which more was done since."""
    if changed:
        words = _("This cannot be undone any more: who answers for “%(action)s” was changed since.")
        return Ruling(False, words % {"action": changed})
    return ALLOWED
