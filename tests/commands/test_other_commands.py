from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import EXAMPLES, PLAN, out, said, small_plan, turntide

from turntide import read_plan
from turntide.checking import Kind
from turntide.plan.schema import schema

COMPLETE = EXAMPLES / "wexcombe-year-plan.pdf"


def test_check_gives_every_finding_under_its_kind_with_the_count() -> None:
    plan = read_plan(COMPLETE)
    run = turntide("check", COMPLETE)
    assert run.returncode == 1
    kinds = [finding.kind for finding in plan.findings]
    for kind in set(kinds):
        assert f"{kind[0].upper()}{kind[1:]} ({kinds.count(kind)})" in out(run)
    for finding in plan.findings:
        assert finding.message in out(run)


def test_check_as_data_gives_counts_places_and_the_standards_own_findings() -> None:
    plan = read_plan(COMPLETE)
    (record,) = json.loads(out(turntide("check", COMPLETE, "--format", "json")))
    assert sum(record["counts"].values()) == len(plan.findings)
    assert [one["message"] for one in record["findings"]] == [one.message for one in plan.findings]
    assert record["findings"][0]["place"] == str(plan.findings[0].source)


def test_check_ends_with_0_where_nothing_is_found(tmp_path: Path) -> None:
    path = tmp_path / "whole.md"
    path.write_text(
        "# Healthy Farley action plan 2026/27\n\n"
        "| Ref | Action | Lead | By when | Milestone | Measure of success |\n|---|---|---|---|---|---|\n"
        "| 1 | Open the school gates to walkers | Farley Council | March 2027 | Gates open by May 2026 "
        "| Forty more children walk to school |\n",
        encoding="utf-8",
    )
    run = turntide("check", path)
    assert read_plan(path).findings == ()
    assert run.returncode == 0
    assert "Nothing was found" in out(run)


def test_check_names_each_of_several_files(tmp_path: Path) -> None:
    small_plan(tmp_path / "plans", "a.md")
    small_plan(tmp_path / "plans", "b.md")
    shown = out(turntide("check", "plans", cwd=tmp_path))
    assert "plans/a.md" in shown
    assert "plans/b.md" in shown


def test_check_says_a_plan_without_measures_has_none(tmp_path: Path) -> None:
    records = json.loads(out(turntide("check", small_plan(tmp_path), "-f", "json")))
    assert Kind.NO_MEASURE in records[0]["counts"]


def test_an_edition_does_not_differ_from_itself(tmp_path: Path) -> None:
    path = small_plan(tmp_path)
    assert turntide("compare", path, path).returncode == 0


@pytest.mark.parametrize(
    ("format_", "sign"), [("text", "orchard"), ("json", '"added"'), ("html", "<!DOCTYPE html>")]
)
def test_what_changed_between_editions_is_shown_in_each_format(
    tmp_path: Path, format_: str, sign: str
) -> None:
    old = small_plan(tmp_path, "old.md")
    new = tmp_path / "new.md"
    new.write_text(PLAN + "| 3 | Teach bread baking | Mill Trust | June 2027 |\n", encoding="utf-8")
    run = turntide("compare", old, new, "--format", format_)
    assert run.returncode == 1
    assert "Teach bread baking" in out(run)
    assert sign in out(run) or format_ == "text"


def test_the_ending_of_the_output_chooses_how_a_comparison_is_given(tmp_path: Path) -> None:
    path = small_plan(tmp_path)
    run = turntide("compare", path, path, "-o", tmp_path / "changes.html")
    assert run.stdout == b""
    assert (tmp_path / "changes.html").read_text(encoding="utf-8").lstrip().startswith("<!DOCTYPE html>")


def test_what_read_writes_is_valid(tmp_path: Path) -> None:
    turntide("read", small_plan(tmp_path), "-o", tmp_path / "plan.json")
    run = turntide("validate", tmp_path / "plan.json")
    assert run.returncode == 0
    assert "keeps the standard turntide-plan/1" in out(run)


@pytest.mark.parametrize("content", [b"{}", b"not json", b"\xff\xfe\x00", b'{"standard": "turntide-plan/1"'])
def test_a_file_that_does_not_keep_the_standard_is_told_why(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    run = turntide("validate", tmp_path / "bad.json")
    assert run.returncode == 1
    assert out(run).strip()
    assert "Traceback" not in said(run)


def test_schema_prints_the_schema_and_nothing_else() -> None:
    assert json.loads(out(turntide("schema"))) == schema()


def test_formats_lists_every_ending_and_the_state_of_what_is_optional() -> None:
    from turntide.documents.guarding.sniffing import FORMAT_BY_EXTENSION

    shown = out(turntide("formats"))
    for ending in filter(None, FORMAT_BY_EXTENSION):
        assert f".{ending}" in shown
    assert "LibreOffice" in shown
    assert "text recognition" in shown
    assert shown.count("which is installed") + shown.count("needs ") == 3


def test_formats_says_how_to_get_libreoffice_where_it_is_not(tmp_path: Path) -> None:
    assert "apt-get install libreoffice" in out(turntide("formats", env={"PATH": str(tmp_path)}))
