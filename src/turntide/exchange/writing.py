"""A plan written as a file, by the name of a format."""

from __future__ import annotations

from collections.abc import Callable

from turntide.plan.model import Plan


def _json(plan: Plan) -> bytes:
    from turntide.exchange.interchange import to_json

    return to_json(plan).encode()


def _csv(plan: Plan) -> bytes:
    from turntide.exchange.csv_table import to_csv

    # Excel takes a CSV without this mark for an old code page and spoils every accent and dash.
    return to_csv(plan).encode("utf-8-sig", "replace")


def _xlsx(plan: Plan) -> bytes:
    from turntide.exchange.workbook import to_workbook

    return to_workbook(plan)


def _markdown(plan: Plan) -> bytes:
    from turntide.exchange.markdown_text import to_markdown

    return to_markdown(plan).encode("utf-8", "replace")


def _docx(plan: Plan) -> bytes:
    from turntide.exchange.word import to_docx

    return to_docx(plan)


_WRITERS: dict[str, Callable[[Plan], bytes]] = {
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
    "markdown": _markdown,
    "docx": _docx,
}
DOCUMENTS = ("docx",)
"""The names of formats for people alone: they say what a reader needs, and are read as any council's file is."""
FORMATS = tuple(name for name in _WRITERS if name not in DOCUMENTS)
"""The names of formats that give the plan back as it was."""
ENDINGS = {"json": ".json", "csv": ".csv", "xlsx": ".xlsx", "markdown": ".md", "docx": ".docx"}
"""How the name of a file of each format ends."""


def write(plan: Plan, format: str) -> bytes:  # noqa: A002 - the word a user knows it by
    """The plan as a file's bytes; the same plan gives the same bytes.

    ``format`` is one of FORMATS or DOCUMENTS: only "json" carries the sources. Raises ValueError for another name.
    """
    if format not in _WRITERS:
        raise ValueError(f"There is no format {format!r}; choose one of {', '.join(_WRITERS)}.")
    return _WRITERS[format](plan)
