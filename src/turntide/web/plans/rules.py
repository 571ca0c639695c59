"""What may be done to a plan as it stands: pure, and every refusal says why."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

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
