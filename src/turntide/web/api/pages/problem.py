"""How a problem is written (RFC 9457)."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


class WrongOut(BaseModel):
    """One thing that is wrong: where, as a path into the request, and what to do."""

    where: str
    detail: str


class ProblemOut(BaseModel):
    """What is wrong, and what to do. ``stands`` is what is there now, where somebody wrote first."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[WrongOut] | None = None
    stands: dict[str, Any] | None = None
