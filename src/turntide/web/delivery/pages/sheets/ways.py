"""On whose way a sheet comes back: a partner's, by their link, or an officer's."""

from __future__ import annotations

from dataclasses import dataclass

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Where one is, where one came from, and where one goes. ``download`` is where a partner gets their sheet."""

    round: str
    crumbs: Crumbs
    here: str
    back: str
    download: str = ""
    by_officer: bool = False
