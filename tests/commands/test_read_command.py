from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from running import COMMAND, EXAMPLES, PLAN, out, said, small_plan, turntide

from turntide import read_plan
from turntide.exchange.interchange import from_json, to_json
from turntide.exchange.validating import validate


def in_terminal(*arguments: str | Path, columns: int, cwd: Path | None = None) -> str:
    """What the command shows in a terminal of this width."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR"}}
    process = subprocess.Popen(
        [COMMAND, *map(str, arguments)],
        cwd=cwd,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "COLUMNS": str(columns), "TERM": "xterm-256color"},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    process.wait(60)
    os.close(ours)
    return shown.decode()


def uncoloured(shown: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", shown)


def test_a_plan_is_shown_with_its_headings_actions_owners_and_dates(tmp_path: Path) -> None:
    run = turntide("read", small_plan(tmp_path))
    assert run.returncode == 0
    assert "Healthy Farley action plan 2026/27" in out(run)
    assert "1  Open the school gates to walkers" in out(run)
    assert "Lead: Farley Council" in out(run)
    assert "When: March 2027" in out(run)
    assert "31 March 2027" in out(run)


def test_levels_stand_in_the_plans_own_words() -> None:
    plan = read_plan(EXAMPLES / "tarrow-active-plan.docx")
    shown = out(turntide("read", EXAMPLES / "tarrow-active-plan.docx"))
    for heading in plan.headings:
        assert heading.level in shown
        assert heading.text in shown


def test_every_action_and_owner_of_an_example_is_shown() -> None:
    plan = read_plan(EXAMPLES / "wexcombe-year-plan.pdf")
    shown = out(turntide("read", EXAMPLES / "wexcombe-year-plan.pdf"))
    for action in plan.actions:
        assert " ".join(action.text.split()) in shown
        assert all(body.name in shown for body in action.owners)


def test_findings_stand_beneath_the_tree_by_kind_with_their_place() -> None:
    plan = read_plan(EXAMPLES / "wexcombe-year-plan.pdf")
    shown = out(turntide("read", EXAMPLES / "wexcombe-year-plan.pdf"))
    beneath = shown.partition(f"Findings: {len(plan.findings)}")[2]
    assert plan.findings
    for finding in plan.findings:
        assert finding.message in beneath
        assert str(finding.source or "") in beneath


def test_json_on_standard_output_is_the_interchange_format_and_nothing_else(tmp_path: Path) -> None:
    path = small_plan(tmp_path)
    run = turntide("read", path, "--format", "json")
    assert out(run) == to_json(read_plan(path))
    assert validate(out(run)) == []
    assert run.stderr == b""


def test_json_is_utf_8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    path = small_plan(tmp_path)
    env = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    assert "“green”" in out(turntide("read", path, "--format", "json", env=env))


@pytest.mark.parametrize("format_", ["json", "csv", "markdown", "xlsx"])
def test_the_ending_of_the_output_chooses_the_format(tmp_path: Path, format_: str) -> None:
    ending = {"markdown": "md"}.get(format_, format_)
    run = turntide("read", small_plan(tmp_path), "--output", f"result.{ending}", cwd=tmp_path)
    assert run.returncode == 0
    assert run.stdout == b""
    assert f"result.{ending}" in said(run)
    again = read_plan(tmp_path / f"result.{ending}")
    assert [action.text for action in again.actions] == [
        action.text for action in read_plan(tmp_path / "plan.md").actions
    ]


def test_a_tree_written_to_a_file_has_no_colour(tmp_path: Path) -> None:
    turntide("read", small_plan(tmp_path), "-o", "tree.txt", cwd=tmp_path, env={"FORCE_COLOR": "1"})
    written = (tmp_path / "tree.txt").read_text(encoding="utf-8")
    assert "Open the school gates" in written
    assert "\x1b" not in written


def test_a_folder_is_searched_for_plans_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.md", "deep/a.md", "deep/c.txt"):
        small_plan(tmp_path / "plans", name)
    for name in ("~$b.docx", ".hidden.md", "notes.log", ".git/x.md"):
        small_plan(tmp_path / "plans", name)
    run = turntide("read", "plans", "--format", "jsonl", cwd=tmp_path)
    files = [plan["actions"][0]["source"]["file"] for plan in map(json.loads, out(run).splitlines())]
    assert files == ["b.md", "a.md", "c.txt"]


def test_each_line_of_jsonl_is_one_plan_of_the_standard(tmp_path: Path) -> None:
    path, again = small_plan(tmp_path), small_plan(tmp_path, "again.md")
    lines = out(turntide("read", path, again, "--format", "jsonl")).splitlines()
    assert [from_json(line) for line in lines] == [read_plan(path), read_plan(again)]


def test_several_plans_are_written_to_a_file_each(tmp_path: Path) -> None:
    small_plan(tmp_path / "plans", "a.md")
    small_plan(tmp_path / "plans" / "deep", "a.md")
    run = turntide("read", "plans", "-f", "json", "-o", "results", cwd=tmp_path)
    assert run.returncode == 0
    made = sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "results").rglob("*.json"))
    assert made == ["results/a.md.json", "results/deep/a.md.json"]


@pytest.mark.parametrize("format_", ["json", "csv", "markdown", "xlsx"])
def test_several_plans_in_one_stream_of_a_single_file_format_are_refused(
    tmp_path: Path, format_: str
) -> None:
    path = small_plan(tmp_path)
    run = turntide("read", path, path, "--format", format_)
    assert run.returncode == 2
    assert run.stdout == b""
    assert "--output" in said(run)


def test_two_plans_of_one_name_are_not_written_over_one_another(tmp_path: Path) -> None:
    first, second = small_plan(tmp_path / "a"), small_plan(tmp_path / "b")
    run = turntide("read", first, second, "-f", "json", "-o", tmp_path / "results")
    assert run.returncode == 2
    assert not (tmp_path / "results").exists()


def test_a_plan_is_never_written_over_itself(tmp_path: Path) -> None:
    path = small_plan(tmp_path)
    assert turntide("read", path, "-o", path).returncode == 2
    assert path.read_text(encoding="utf-8") == PLAN


def test_a_refused_file_does_not_stop_the_others(tmp_path: Path) -> None:
    small_plan(tmp_path, "good.md")
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 cut off")
    run = turntide("read", "bad.docx", "good.md", "gone.pdf", cwd=tmp_path)
    assert run.returncode == 9
    assert "Open the school gates" in out(run)
    assert "bad.docx" in said(run)
    assert "gone.pdf" in said(run)
    assert len(said(run).splitlines()) == 2


def test_pasted_text_is_read(tmp_path: Path) -> None:
    run = turntide("read", "-", "--format", "json", pasted=PLAN.encode())
    assert run.returncode == 0
    assert json.loads(out(run))["standard"] == "turntide-plan/1"


@pytest.mark.parametrize("format_", ["xlsx", "docx"])
def test_a_packed_file_is_not_poured_into_a_terminal(tmp_path: Path, format_: str) -> None:
    shown = uncoloured(in_terminal("read", small_plan(tmp_path), "--format", format_, columns=200))
    assert f"--output plan.{format_}" in shown
    assert "PK" not in shown


def test_a_terminal_gets_lines_no_wider_than_it_is() -> None:
    shown = in_terminal("read", EXAMPLES / "tarrow-active-plan.docx", columns=70)
    assert max(map(len, uncoloured(shown).splitlines())) <= 70
    assert "\x1b[" in shown


def test_a_pipe_gets_a_text_on_one_line_unless_a_width_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text(PLAN.replace("Plant", "Plant and tend " + "with every neighbour " * 20), encoding="utf-8")
    free, asked = turntide("read", path), turntide("read", path, env={"COLUMNS": "60"})
    assert max(map(len, out(free).splitlines())) > 400
    assert max(map(len, out(asked).splitlines())) <= 60
    assert b"\x1b" not in free.stdout


def test_a_terminal_cannot_be_steered_by_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "steering.md"
    path.write_text(PLAN.replace("Orchard Trust", "Orchard \x1b[2J\x07 Trust \u202e"), encoding="utf-8")
    shown = out(turntide("read", path))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_progress_is_shown_only_in_a_terminal_and_only_for_several_files(tmp_path: Path) -> None:
    path, again = small_plan(tmp_path), small_plan(tmp_path, "again.md")
    assert turntide("read", path, again).stderr == b""
    result = tmp_path / "results"
    assert "2/2" in in_terminal("read", path, again, "-f", "json", "-o", result, columns=90)
    assert "1/1" not in in_terminal("read", path, "-f", "json", "-o", result, columns=90)
