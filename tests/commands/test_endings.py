from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from running import COMMAND, EXAMPLES, ROOT, out, said, small_plan, turntide
from typer.testing import CliRunner

from turntide import __version__
from turntide.commands.ending import Roof
from turntide.commands.statuses import OF_REASON, Status, overall
from turntide.documents.refusals import Reason, Refusal

HOSTILE = ROOT / "tests" / "documents" / "hostile"


def app_that_raises(fault: BaseException) -> typer.Typer:
    app = typer.Typer(cls=Roof, pretty_exceptions_enable=False)

    @app.command()
    def break_off() -> None:
        raise fault

    @app.command()
    def other() -> None:
        """Two commands make a group."""

    return app


def test_every_reason_for_a_refusal_has_an_exit_status() -> None:
    assert set(OF_REASON) == set(Reason)
    assert not set(OF_REASON.values()) & {Status.OK, Status.FOUND, Status.WRONG_USE}


@pytest.mark.parametrize("reason", list(Reason))
def test_a_refusal_is_one_sentence_and_its_status(reason: Reason) -> None:
    run = CliRunner().invoke(app_that_raises(Refusal(reason, "It is so: do this.")), ["break-off"])
    assert run.exit_code == OF_REASON[reason]
    assert run.stderr == "turntide: It is so: do this.\n"


def test_the_documented_statuses_are_those_of_the_code() -> None:
    text = (ROOT / "docs" / "exit-statuses.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| ([a-z ]+) \| (.*) \|$", text, re.MULTILINE)
    assert rows == [(str(int(each)), each.name.lower().replace("_", " "), each.meaning) for each in Status]


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("empty.docx", b"", Status.DAMAGED),
        ("cut.docx", b"PK\x03\x04 cut off", Status.DAMAGED),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(40), Status.UNKNOWN_FORMAT),
        ("words.docx", b"only words", Status.UNKNOWN_FORMAT),
    ],
)
@pytest.mark.parametrize("command", ["read", "check", "explain"])
def test_a_file_that_cannot_be_read_ends_with_its_own_status(
    tmp_path: Path, command: str, name: str, content: bytes, status: Status
) -> None:
    (tmp_path / name).write_bytes(content)
    run = turntide(command, name, cwd=tmp_path)
    assert run.returncode == status
    assert run.stdout == b""
    assert len(said(run).splitlines()) == 1
    assert name in said(run)


@pytest.mark.parametrize("command", ["read", "check", "explain", "validate"])
def test_a_file_that_is_not_there_is_said_to_be_missing(command: str) -> None:
    run = turntide(command, "no-such-plan.docx")
    assert run.returncode == Status.MISSING
    assert "no-such-plan.docx" in said(run)


def test_a_folder_without_a_plan_is_said_to_hold_none(tmp_path: Path) -> None:
    run = turntide("read", tmp_path)
    assert run.returncode == Status.MISSING
    assert "turntide formats" in said(run)


def test_a_file_built_to_do_harm_is_refused_as_unsafe() -> None:
    assert turntide("read", HOSTILE / "overlapping-parts.docx").returncode in {Status.UNSAFE, Status.DAMAGED}


def test_a_result_that_cannot_be_written_is_said_and_has_its_status(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder", encoding="utf-8")
    run = turntide("read", small_plan(tmp_path), "-f", "json", "-o", tmp_path / "taken" / "plan.json")
    assert run.returncode == Status.NOT_WRITTEN
    assert "could not be written" in said(run)


def test_a_fault_of_ours_is_one_sentence_without_a_traceback() -> None:
    run = CliRunner(env={"TURNTIDE_TRACE": ""}).invoke(app_that_raises(KeyError("secret")), ["break-off"])
    assert run.exit_code == Status.UNFORESEEN
    assert "KeyError" in run.stderr
    assert "Traceback" not in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_the_traceback_of_a_fault_of_ours_is_shown_when_asked_for() -> None:
    run = CliRunner(env={"TURNTIDE_TRACE": "1"}).invoke(app_that_raises(KeyError("secret")), ["break-off"])
    assert run.exit_code == Status.UNFORESEEN
    assert "Traceback" in run.stderr


def test_an_interrupt_ends_quietly() -> None:
    run = CliRunner().invoke(app_that_raises(KeyboardInterrupt()), ["break-off"])
    assert run.exit_code == Status.INTERRUPTED
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    "arguments", [["read", str(EXAMPLES)], ["read", str(EXAMPLES), "-f", "jsonl"], ["schema"]]
)
def test_a_pipe_that_is_closed_early_is_no_complaint(arguments: list[str]) -> None:
    process = subprocess.Popen([COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert process.wait(120) == Status.CUT_OFF
    assert complaint == b""


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_terminal_that_speaks_ascii_only_gets_ascii(tmp_path: Path, command: str) -> None:
    env = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    run = turntide(command, EXAMPLES / "wexcombe-year-plan.pdf", env=env)
    assert run.returncode in {Status.OK, Status.FOUND}
    assert run.stdout.isascii()
    assert b"2027" in run.stdout


def test_several_files_answer_for_one_another() -> None:
    assert overall([Status.OK, Status.OK], several=True) is Status.OK
    assert overall([Status.OK, Status.FOUND], several=True) is Status.FOUND
    assert overall([Status.FOUND, Status.DAMAGED], several=True) is Status.SOME_REFUSED
    assert overall([Status.ENCRYPTED], several=False) is Status.ENCRYPTED


def test_wrong_use_says_what_is_wrong() -> None:
    run = turntide("read", "plan.docx", "--format", "klingon")
    assert run.returncode == Status.WRONG_USE
    assert "klingon" in said(run)


def test_the_version_is_that_of_the_package() -> None:
    assert out(turntide("--version")) == f"turntide {__version__}\n"


def test_help_opens_neither_the_reader_nor_a_format() -> None:
    code = (
        "import sys; from turntide.cli import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'lxml', 'pdfplumber', 'pypdfium2', 'openpyxl', 'jinja2', 'numpy', 'turntide.reading.reading'}\n"
        "print('opened:', sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "opened: []"
