"""A document as JSON and back, so that a file laid out once need never be opened again.

What has its usual value is left out, so that a plan of a thousand rows stays small and is quickly loaded.
"""

from __future__ import annotations

from typing import Any

from turntide.documents.document import Block, Cell, Document, Look, Mark, Paragraph, Role, Table

Data = dict[str, Any]

_PARAGRAPH = ("level", "page", "sheet", "size")
_TABLE = ("page", "sheet", "ragged", "after_break", "caption")
_CELL = ("header", "fill")


def document_as_data(document: Document) -> Data:
    """The whole document as plain data."""
    return {
        "name": document.name,
        "format": document.format,
        "fingerprint": document.fingerprint,
        "blocks": [_block(block) for block in document.blocks],
        "doubts": list(document.doubts),
    }


def document_from_data(data: Data) -> Document:
    """The document that was kept as this data."""
    return Document(
        name=data["name"],
        format=data["format"],
        fingerprint=data["fingerprint"],
        blocks=tuple(_block_from(block) for block in data["blocks"]),
        doubts=tuple(data["doubts"]),
    )


def _block(block: Block) -> Data:
    if isinstance(block, Table):
        return _table(block)
    data: Data = {"paragraph": block.number, "text": block.text} | _given(block, _PARAGRAPH)
    if block.role is not Role.TEXT:
        data["role"] = block.role.value
    return data | _lists(block, ("box", "about")) | _marks(block.marks)


def _table(table: Table) -> Data:
    data: Data = {"table": table.number, "cells": [_cell(cell) for cell in table.cells]}
    return data | _given(table, _TABLE) | _lists(table, ("edges",))


def _cell(cell: Cell) -> Data:
    data: Data = {"at": [cell.row, cell.column], "text": cell.text}
    if (cell.row_span, cell.column_span) != (1, 1):
        data["spans"] = [cell.row_span, cell.column_span]
    return data | _given(cell, _CELL) | _lists(cell, ("box",)) | _marks(cell.marks)


def _given(thing: Any, names: tuple[str, ...]) -> Data:
    usual = type(thing).__dataclass_fields__
    values = {name: getattr(thing, name) for name in names}
    return {name: value for name, value in values.items() if value != usual[name].default}


def _lists(thing: Any, names: tuple[str, ...]) -> Data:
    values = {name: getattr(thing, name) for name in names}
    return {name: list(value) for name, value in values.items() if value is not None}


def _marks(marks: tuple[Mark, ...]) -> Data:
    return {"marks": [[mark.start, mark.end, mark.look.value, mark.value] for mark in marks]} if marks else {}


def _block_from(data: Data) -> Block:
    if "table" in data:
        return _table_from(data)
    fields = {name: data[name] for name in _PARAGRAPH if name in data}
    return Paragraph(
        number=data["paragraph"],
        text=data["text"],
        role=Role(data.get("role", Role.TEXT)),
        box=_tuple(data, "box"),
        about=_tuple(data, "about"),
        marks=_marks_from(data),
        **fields,
    )


def _table_from(data: Data) -> Table:
    fields = {name: data[name] for name in _TABLE if name in data}
    cells = tuple(_cell_from(cell) for cell in data["cells"])
    return Table(number=data["table"], cells=cells, edges=_tuple(data, "edges"), **fields)


def _cell_from(data: Data) -> Cell:
    row, column = data["at"]
    row_span, column_span = data.get("spans", (1, 1))
    return Cell(
        row=row,
        column=column,
        text=data["text"],
        row_span=row_span,
        column_span=column_span,
        header=data.get("header", False),
        fill=data.get("fill"),
        marks=_marks_from(data),
        box=_tuple(data, "box"),
    )


def _tuple(data: Data, name: str) -> Any:
    return tuple(data[name]) if name in data else None


def _marks_from(data: Data) -> tuple[Mark, ...]:
    return tuple(Mark(start, end, Look(look), value) for start, end, look, value in data.get("marks", ()))
