"""What may be done to a plan as it stands: pure, and every refusal says why."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.rules import ALLOWED, Ruling


def may_undo(undone: bool, changed_since: Sequence[str]) -> Ruling:
    """Whether a change may be taken back: once, and only while what it touched stands as it left it."""
    if undone:
        return Ruling(False, _("This change was undone already."))
    if changed_since:
        what = _("“%(name)s” was changed again since. Undo the later change first.")
        return Ruling(False, what % {"name": _short(changed_since[0])})
    return ALLOWED


def _short(name: str, most: int = 80) -> str:
    return name if len(name) <= most else f"{name[:most]}…"


def may_stand_under(same_plan: bool, retired: bool) -> Ruling:
    """Whether something may be put under a heading."""
    if not same_plan:
        return Ruling(False, _("That heading belongs to another plan. Choose one of this plan."))
    if retired:
        return Ruling(False, _("That heading is retired. Restore it first, or choose another."))
    return ALLOWED


def may_move_heading(into_itself: bool) -> Ruling:
    """Whether a heading may be moved: not beneath itself."""
    if into_itself:
        return Ruling(False, _("A heading cannot stand beneath itself. Choose another place for it."))
    return ALLOWED


def may_retire_heading(headings: int, actions: int) -> Ruling:
    """Whether a heading may be retired: only when nothing stands beneath it."""
    if not (headings or actions):
        return ALLOWED
    parts = []
    if headings:
        parts.append(ngettext("%(n)d heading", "%(n)d headings", headings) % {"n": headings})
    if actions:
        parts.append(ngettext("%(n)d action", "%(n)d actions", actions) % {"n": actions})
    beneath = _(" and ").join(parts)
    reason = _("This heading still has %(beneath)s beneath it. Move or retire those first.")
    return Ruling(False, reason % {"beneath": beneath})


def may_restore(retired_heading: str) -> Ruling:
    """Whether a retired thing may stand again: the heading it stood under has to stand."""
    if retired_heading:
        reason = _("The heading it stood under, “%(name)s”, is retired. Restore that first.")
        return Ruling(False, reason % {"name": _short(retired_heading)})
    return ALLOWED


def may_merge(count: int, places: int, all_standing: bool) -> Ruling:
    """Whether actions may become one: those of one place, of whatever plans."""
    if count < 2:
        return Ruling(False, _("Choose at least two actions to merge."))
    if places > 1:
        return Ruling(False, _("These actions belong to different places, so they stay two."))
    if not all_standing:
        return Ruling(False, _("One of these actions is retired or merged already. Restore it first."))
    return ALLOWED


def may_leave_plan(homeless: Sequence[str]) -> Ruling:
    """Whether actions may be merged into one of another plan, which serves their plan by standing under their headings.

    ``homeless`` names those that stand under none.
    """
    for name in homeless:
        reason = _(
            "“%(name)s” stands under no heading, so the action of the other plan could not take its place in this "
            "plan. Move it under a heading first, or let it be the one that goes on."
        )
        return Ruling(False, reason % {"name": _short(name)})
    return ALLOWED


def may_change(retired: bool, merged: bool) -> Ruling:
    """Whether an action may be changed: what is retired or merged is left as it was."""
    if merged:
        return Ruling(False, _("This action was merged into another one. Change that one."))
    if retired:
        return Ruling(False, _("This action is retired. Restore it first."))
    return ALLOWED


def may_take_back(own: bool, editor: bool) -> Ruling:
    """Whether somebody may take a comment back."""
    if own or editor:
        return ALLOWED
    return Ruling(False, _("Only who wrote a comment, or an editor, can take it back."))


def may_leave_standing(orphans: Sequence[tuple[str, str]]) -> Ruling:
    """Whether a change leaves everything under a heading that stands; pairs of a thing and its heading."""
    for thing, heading in orphans:
        reason = _("“%(thing)s” would stand under “%(heading)s”, which would be retired. Move it first.")
        return Ruling(False, reason % {"thing": _short(thing), "heading": _short(heading)})
    return ALLOWED
