"""What following has apps beneath do: its letters, what is done every minute, and what is held of people."""

from __future__ import annotations

from turntide.web.accounts.holding import tell as tell_held
from turntide.web.audit.unlogged import keep_unlogged
from turntide.web.mail import kinds
from turntide.web.mail.ticks import every_tick
from turntide.web.publishing.following_held import FollowingHolds
from turntide.web.publishing.letters import following
from turntide.web.publishing.services.following import let_go_of_followers, tell_followers


def connect() -> None:
    """Called when the app is ready."""
    keep_unlogged("follow/")
    kinds.tell(*following.KINDS)
    tell_held("following", FollowingHolds())
    every_tick(tell_followers)
    every_tick(let_go_of_followers)
