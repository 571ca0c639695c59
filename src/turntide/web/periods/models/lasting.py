"""What lasts: rows of frozen periods and papers, which nothing writes over and nothing takes away."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class ChangedFrozenError(Exception):
    """Something tried to write over what is frozen: a mistake in the program, not of the user."""


class Lasting(models.QuerySet[Row]):
    """Rows some of which last: those that ``lasting`` is true of may no longer be written."""

    lasting: ClassVar[models.Q]

    def update(self, **values: Any) -> int:
        """Write, as long as none of them lasts. Raises ChangedFrozenError."""
        self.refuse_lasting()
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Take away, as long as none of them lasts. Raises ChangedFrozenError."""
        self.refuse_lasting()
        return super().delete()

    def strike(self, **values: Any) -> int:
        """The one write of what lasts: somebody who has a right to it is struck out (`services.striking`)."""
        return super().update(**values)

    def refuse_lasting(self) -> None:
        """Raises ChangedFrozenError where any of them lasts."""
        if self.filter(self.lasting).exists():
            raise ChangedFrozenError
