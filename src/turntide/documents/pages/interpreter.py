"""pdfminer's interpreter of a page's content, fed with the objects of our own parser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import PSKeyword, keyword_name

from turntide.documents.pages.content import objects

_Operator = tuple[Callable[..., None], int]
"""What an operator does, and how many operands it takes."""


class Interpreter(PDFPageInterpreter):
    """Runs a page's content, and that of the forms in it."""

    def execute(self, streams: Sequence[object]) -> None:
        """Run streams one after the other, none of them within itself."""
        known: dict[PSKeyword, _Operator | None] = {}
        operands = self.argstack
        for found in objects(self._runnable(streams)):
            if not isinstance(found, PSKeyword):
                operands.append(found)
                continue
            if found not in known:
                known[found] = self._operator(found)
            if (operator := known[found]) is not None:
                _run(operator, operands)

    def _runnable(self, streams: Sequence[object]) -> list[PDFStream]:
        """The streams that are not being run already by the content this one stands in."""
        self.stream_ids.clear()
        own = [stream_value(stream) for stream in streams]
        own = [one for one in own if one.objid is not None and one.objid not in self.parent_stream_ids]
        self.stream_ids.update(one.objid for one in own if one.objid is not None)
        return own

    def _operator(self, keyword: PSKeyword) -> _Operator | None:
        name = str(keyword_name(keyword)).replace("*", "_a").replace('"', "_w").replace("'", "_q")
        method = getattr(self, f"do_{name}", None)
        return (method, method.__code__.co_argcount - 1) if method is not None else None


def _run(operator: _Operator, operands: list[Any]) -> None:
    """Run an operator on the last operands; where there are too few, they are dropped and nothing is done."""
    do, count = operator
    if not count:
        do()
        return
    taken = operands[-count:]
    del operands[-count:]
    if len(taken) == count:
        do(*taken)
