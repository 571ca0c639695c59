"""Every example is read to exactly the plan it was made from, and nothing of it is lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from turntide.plan.model import Action, Plan

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
FILES = sorted(path.name for path in EXAMPLES.iterdir() if path.is_file())
SINGLE = ("text", "detail", "rationale", "when", "milestone", "measure", "status", "progress", "weights")


@pytest.fixture(scope="module", params=FILES)
def example(request: pytest.FixtureRequest) -> tuple[Path, Plan, dict[str, Any]]:
    """The file, its reading, and the reading it must give."""
    from turntide import read_plan

    path = EXAMPLES / request.param
    wanted = json.loads((EXAMPLES / "expected" / f"{path.name}.json").read_text(encoding="utf8"))
    return path, read_plan(path), wanted


Example = tuple[Path, Plan, dict[str, Any]]


def test_there_are_enough_examples() -> None:
    assert len(FILES) >= 12
    assert len({Path(name).suffix for name in FILES}) >= 8


def test_the_kind_and_the_title_are_those_of_the_plan(example: Example) -> None:
    _, plan, wanted = example
    assert (plan.kind, plan.title) == (wanted["kind"], wanted["title"])
    assert letters(plan.vision) == letters(wanted["vision"])


def test_every_action_is_read_and_no_other(example: Example) -> None:
    _, plan, wanted = example
    assert [spaced(action.text) for action in plan.actions] == [said["text"] for said in wanted["actions"]]


@pytest.mark.parametrize("field", (*SINGLE, "ref", "owners"))
def test_every_field_of_every_action_is_exact(example: Example, field: str) -> None:
    _, plan, wanted = example
    got = [value(plan, action, field) for action in plan.actions]
    assert got == [said[field] for said in wanted["actions"]]


@pytest.mark.parametrize("field", ("leads", "partners"))
def test_leads_and_partners_are_told_apart_where_the_plan_does(example: Example, field: str) -> None:
    _, plan, wanted = example
    got = [[spaced(body.name) for body in getattr(action, field)] or None for action in plan.actions]
    told = any(said["leads"] or said["partners"] for said in wanted["actions"])
    assert not told or got == [said[field] for said in wanted["actions"]]


def test_every_action_stands_under_its_headings(example: Example) -> None:
    """An objective in a column of its own is the innermost heading."""
    _, plan, wanted = example
    got = [
        [letters(f"{step.ref or ''} {step.text}") for step in plan.path(action)] for action in plan.actions
    ]
    for steps, said in zip(got, wanted["actions"], strict=True):
        named = [*said["path"], *([said["objective"]] if said["objective"] else [])]
        assert len(steps) == len(named)
        assert all(
            there in want or want in there for there, want in zip(steps, map(letters, named), strict=True)
        )


def test_drafting_notes_are_about_their_action(example: Example) -> None:
    _, plan, wanted = example
    by_id = {action.id: spaced(action.text) for action in plan.actions}
    drafting = [note for note in plan.notes if note.kind == "drafting"]
    got = [{"text": spaced(note.text), "about": by_id.get(note.about or "")} for note in drafting]
    assert got == wanted["notes"]


def test_budget_and_workshop_parts(example: Example) -> None:
    _, plan, wanted = example
    assert [line.text for line in plan.budget] == wanted["budget"]
    assert len(plan.takeaways) == wanted["takeaways"]
    assert [
        {"actors": [one.text for one in group.actors], "behaviours": [one.text for one in group.behaviours]}
        for group in plan.actors
    ] == wanted["groups_of_actors"]


def test_a_plan_without_actions_says_so(example: Example) -> None:
    _, plan, wanted = example
    lacks = not wanted["actions"] and wanted["kind"] == "plan"
    assert not lacks or any("action" in finding.message.lower() for finding in plan.findings)


def test_nothing_is_lost(example: Example) -> None:
    path, plan, _ = example
    there = set(words(" ".join(strings(plan))))
    assert sorted(set(words_of_file(path)) - there) == []


def test_the_committed_examples_are_those_that_the_script_makes() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "make_examples.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def value(plan: Plan, action: Action, field: str) -> Any:
    """The field of an action, as the expected readings write it."""
    simple: dict[str, str | None] = {
        "text": action.text,
        "detail": action.detail,
        "when": action.timescale.wording if action.timescale else None,
        "status": action.status.wording if action.status else None,
        "milestone": " ".join(step.text for step in action.milestones),
        "measure": " ".join(measure.text for measure in action.measures),
        "progress": " ".join(news.text for news in action.progress),
        "rationale": rationale(plan, action),
        "ref": (action.ref or "").strip("().") or None,
    }
    if field == "owners":
        return [spaced(body.name) for body in action.owners] or None
    return (action.weights or None) if field == "weights" else spaced(simple[field]) or None


def rationale(plan: Plan, action: Action) -> str | None:
    """The action's own reason, or that of the nearest heading above it."""
    above = [heading.rationale for heading in reversed(plan.path(action)) if heading.rationale]
    return action.rationale or next(iter(above), None)


def spaced(text: str | None) -> str:
    """The text with every run of spaces and line breaks as one space."""
    return " ".join((text or "").split())


def letters(text: str | None) -> str:
    """The letters and figures of a text, in small letters."""
    return " ".join(words(text or ""))


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return re.findall(r"[^\W_]+", text.lower())


def strings(part: object) -> Iterator[str]:
    """Every string of a reading, places and findings aside."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from strings(one)
    elif is_dataclass(part):
        aside = {"source", "sources", "findings", "id", "under", "parent", "about", "standard"}
        for field in fields(part):
            if field.name not in aside:
                yield from strings(getattr(part, field.name))


def words_of_file(path: Path) -> list[str]:
    """The words of a file by the plainest means, so that no reader of ours is trusted with its own test."""
    readers = {".docx": zipped, ".odt": zipped, ".xlsx": zipped, ".pdf": printed}
    return words(readers.get(path.suffix, written)(path))


PARTS = re.compile(r"word/(document|footer\d*)\.xml|content\.xml|xl/(sharedStrings|workbook)\.xml")


def zipped(path: Path) -> str:
    """The text of a package's XML."""
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode("utf8") for name in package.namelist() if PARTS.fullmatch(name)]
    return unescape(re.sub(r"<[^>]+>", " ", " ".join(parts)))


def printed(path: Path) -> str:
    """The text of a PDF; a word that a narrow cell split is not in it as one."""
    import pypdfium2

    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def written(path: Path) -> str:
    """The text of a text file, tags aside."""
    return unescape(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf8")))
