from __future__ import annotations

from pathlib import Path

from running import EXAMPLES, said, small_plan, turntide

PDF = EXAMPLES / "wexcombe-year-plan.pdf"


def test_the_page_is_written_beside_us_under_the_plans_name(tmp_path: Path) -> None:
    run = turntide("explain", PDF, cwd=tmp_path)
    assert run.returncode == 0
    assert run.stdout == b""
    assert "wexcombe-year-plan-explained.html" in said(run)
    written = (tmp_path / "wexcombe-year-plan-explained.html").read_text(encoding="utf-8")
    assert written.lstrip().startswith("<!DOCTYPE html>")


def test_the_page_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    turntide("explain", PDF, "--page", "2", "--output", tmp_path / "deep" / "page-2.html")
    assert "Page 2" in (tmp_path / "deep" / "page-2.html").read_text(encoding="utf-8")


def test_a_table_that_is_not_there_is_wrong_use_and_writes_nothing(tmp_path: Path) -> None:
    run = turntide("explain", PDF, "--table", "99", cwd=tmp_path)
    assert run.returncode == 2
    assert "There is no table 99" in said(run)
    assert list(tmp_path.iterdir()) == []


def test_table_and_page_do_not_go_together(tmp_path: Path) -> None:
    assert turntide("explain", PDF, "--table", "1", "--page", "1", cwd=tmp_path).returncode == 2


def test_what_turntide_wrote_itself_needs_no_explaining(tmp_path: Path) -> None:
    turntide("read", small_plan(tmp_path), "-o", tmp_path / "plan.json")
    run = turntide("explain", tmp_path / "plan.json", cwd=tmp_path)
    assert run.returncode == 4
    assert "written by Turntide" in said(run)


def test_pasted_text_is_explained(tmp_path: Path) -> None:
    run = turntide("explain", "-", cwd=tmp_path, pasted=b"Ref\tAction\tLead\n1\tPlant trees\tParks\n")
    assert run.returncode == 0
    assert (tmp_path / "pasted text-explained.html").is_file()
