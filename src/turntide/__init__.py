"""Turntide reads the action plans that places write, as they are, into plans as data.

>>> from turntide import read_plan
>>> plan = read_plan("our-plan.docx")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Refusal", "read_document", "read_plan"]

if TYPE_CHECKING:
    from turntide.documents.refusals import Refusal
    from turntide.opening import read_document, read_plan


def __getattr__(name: str) -> object:
    """Import the reader only when it is asked for, so that the command line starts at once."""
    if name in {"read_plan", "read_document"}:
        from turntide import opening

        return getattr(opening, name)
    if name == "Refusal":
        from turntide.documents.refusals import Refusal

        return Refusal
    raise AttributeError(f"turntide has no {name}")
