from __future__ import annotations

import io
import json
import pickle
import zipfile

import openpyxl
import pytest

from turntide.exchange.errors import ExchangeError
from turntide.exchange.recognising import own_export
from turntide.exchange.writing import FORMATS, write
from turntide.plan.model import Action, Plan

PLAN = Plan(title="Tarrow – für alle", actions=(Action("a", "Plant trees"),))


def council_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.create_sheet("Actions").append(["Ref", "Action"])
    book.create_sheet("About").append(["Made by the council"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(name, "<w/>")
    return out.getvalue()


@pytest.mark.parametrize("format_", FORMATS)
def test_our_own_file_is_read_whatever_its_name(format_: str) -> None:
    assert own_export(write(PLAN, format_), "plan.pdf") == PLAN


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Ref,Action\n1,Plant trees\n",
        b"# Plan\n\n- turntide-plan/1\n",
        b'{"standard": "other/1"}',
        b'{"text": "we use turntide-plan/1"}',
        b"%PDF-1.7\n",
        b"PK\x03\x04 cut short",
        council_workbook(),
        zipped("word/document.xml"),
        zipped("xl/workbook.xml"),
        b"turntide-plan/1 is the name of a standard",
    ],
)
def test_any_other_file_is_left_to_the_reader(content: bytes) -> None:
    assert own_export(content, "plan.csv") is None


def test_json_whose_keys_another_program_has_sorted_is_ours() -> None:
    assert own_export(json.dumps(json.loads(write(PLAN, "json")), sort_keys=True).encode(), "p.json") == PLAN


def test_a_table_saved_in_an_old_code_page_is_refused_with_what_to_do() -> None:
    content = write(PLAN, "csv").decode("utf-8-sig").encode("cp1252")
    with pytest.raises(
        ExchangeError, match=r"^p.csv is an export of Turntide, but no longer UTF-8; save it as"
    ):
        own_export(content, "p.csv")


def test_damage_to_our_own_file_is_said() -> None:
    with pytest.raises(ExchangeError, match="This is not JSON"):
        own_export(write(PLAN, "json")[:-20], "p.json")


def test_the_error_crosses_between_processes_as_itself() -> None:
    error = pickle.loads(pickle.dumps(ExchangeError("Row 3 is torn.")))
    assert isinstance(error, ExchangeError)
    assert str(error) == error.sentence == "Row 3 is torn."


def test_a_format_there_is_not_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no format 'pdf'; choose one of json, csv, xlsx, markdown"):
        write(PLAN, "pdf")
