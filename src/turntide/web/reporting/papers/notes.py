"""The footnotes of a paper as it is written: every figure leads to the actions it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from turntide.web.periods.rules.figures import Figure
from turntide.web.reporting.rules.paper import Footnote, Piece

Called = Callable[[str], tuple[str, str]]
"""What an action is called, and its anchor, by its id."""


class Notes:
    """Footnotes in the order in which they are first needed. The same actions under the same words stand once."""

    def __init__(self, called: Called) -> None:
        self._called = called
        self._numbers: dict[tuple[str, tuple[str, ...]], int] = {}

    def figure(self, figure: Figure, of: str) -> Piece:
        """A figure with its footnote; ``of`` says what it counts. Nought needs no proof and has no footnote."""
        return self.counted(figure.actions, of)

    def counted(self, actions: Sequence[str], of: str) -> Piece:
        """How many these actions are, with the footnote that names them."""
        if not actions:
            return Piece("0")
        return Piece(str(len(actions)), note=self._number(of, tuple(actions)))

    def told(self, number: int, of: str) -> Piece:
        """A figure that counts no actions; the footnote says where it is from."""
        return Piece(str(number), note=self._number(of, ()))

    def _number(self, of: str, actions: tuple[str, ...]) -> int:
        return self._numbers.setdefault((of, actions), len(self._numbers) + 1)

    def all(self) -> tuple[Footnote, ...]:
        """The footnotes, as they are numbered."""
        return tuple(
            Footnote(number, of, tuple(self._called(each) for each in actions))
            for (of, actions), number in self._numbers.items()
        )
