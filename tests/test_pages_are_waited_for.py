"""What a test of the browser claims, it waits for: a page comes in pieces, and on a busy machine the words may be
missing at the moment in which they are asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
AT_ONCE = {"is_visible", "is_hidden", "is_checked", "is_enabled", "is_disabled", "is_editable"}
"""Playwright's questions that are answered as things stand; `expect` asks again until it is so."""


def claimed_at_once(source: str) -> Iterator[int]:
    """The lines that assert what a page holds at that moment."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assert):
            asked = {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
            if asked & AT_ONCE:
                yield node.lineno


@pytest.mark.parametrize("asked", sorted(AT_ONCE))
def test_such_a_claim_is_seen(asked: str) -> None:
    assert list(claimed_at_once(f"page.goto(there)\nassert not page.locator('b').{asked}()")) == [2]


def test_no_test_claims_what_it_did_not_wait_for() -> None:
    found = {path.name: list(claimed_at_once(path.read_text("utf-8"))) for path in TESTS.rglob("*.py")}
    assert {name: lines for name, lines in found.items() if lines} == {}
