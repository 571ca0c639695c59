from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from exchange_plans import PLANS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from turntide.exchange.interchange import from_json, to_json
from turntide.exchange.validating import validate
from turntide.plan.model import Plan
from turntide.plan.schema import schema, schema_text

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "docs" / "turntide-plan-1.example.json").read_text(encoding="utf-8")
VALIDATOR = jsonschema.Draft202012Validator(schema())
WRONG = st.sampled_from(
    [None, 3, -1.5, "x", "2026-03-31", "2026-03-31\n", True, [], {}, [3], {"text": 3}, "plan"]
)
some = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_published_schema_and_page_are_as_the_types_have_them() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "scripts" / "write-schema", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert (ROOT / "docs" / "turntide-plan-1.schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_example_keeps_the_standard() -> None:
    assert validate(EXAMPLE) == []
    assert list(VALIDATOR.iter_errors(json.loads(EXAMPLE))) == []


def test_the_example_uses_every_key() -> None:
    used: set[str] = set()

    def walk(data: Any) -> None:
        for key, value in data.items() if isinstance(data, dict) else ():
            used.update({key} if value not in (None, [], {}) else set())
            walk(value)
        for item in data if isinstance(data, list) else ():
            walk(item)

    walk(json.loads(EXAMPLE))
    spots = set(schema()["$defs"]["Spot"]["properties"])
    wanted = {key for kind in schema()["$defs"].values() for key in kind["properties"]} - (
        spots - {"row", "box"}
    )
    assert wanted <= used


def test_a_date_with_a_line_end_is_none_for_both() -> None:
    wrong = json.loads(EXAMPLE)
    wrong["period"]["start"] = "2026-03-31\n"
    assert validate(json.dumps(wrong))
    assert not VALIDATOR.is_valid(wrong)


def spoilt(data: Any, draw: Any) -> Any:
    """The data with one value, anywhere in it, replaced or taken away."""
    inside = (
        list(data) if isinstance(data, dict) else list(range(len(data))) if isinstance(data, list) else []
    )
    if not inside or draw(st.integers(0, 6)) == 0:
        return draw(WRONG)
    key = draw(st.sampled_from(inside))
    copy = data.copy()
    if isinstance(data, dict) and draw(st.integers(0, 6)) == 0:
        del copy[key]
    else:
        copy[key] = spoilt(data[key], draw)
    return copy


@some
@given(st.data())
def test_our_sentences_and_the_schema_agree_on_what_is_wrong(data: st.DataObject) -> None:
    wrong = spoilt(json.loads(EXAMPLE), data.draw)
    said = validate(json.dumps(wrong))
    if not VALIDATOR.is_valid(wrong):
        assert said
    else:
        assert all("id" in one or "names nothing" in one or "agree" in one or "itself" in one for one in said)


@some
@given(st.data())
def test_what_is_valid_can_be_read(data: st.DataObject) -> None:
    text = json.dumps(spoilt(json.loads(EXAMPLE), data.draw))
    if not validate(text):
        assert from_json(from_json_again(text)) == from_json(text)


def from_json_again(text: str) -> str:
    return to_json(from_json(text))


@some
@given(PLANS)
def test_a_written_plan_breaks_the_schema_only_in_words_the_plan_itself_holds(plan: Plan) -> None:
    """Types and keys are always right; only a free word where one of a few is wanted may be wrong."""
    allowed = ("kind should be", "lifecycle should be", "confidence should be")
    data = json.loads(to_json(plan))
    assert all(error.validator in {"enum", "anyOf", "const"} for error in VALIDATOR.iter_errors(data))
    for sentence in validate(to_json(plan)):
        assert any(word in sentence for word in (*allowed, "names nothing", "stands", "does not agree"))


def reading(**values: Any) -> str:
    return json.dumps({"standard": "turntide-plan/1"} | values)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (reading(), []),
        (reading(kind="poem"), ["kind should be 'plan' or 'workshop', not 'poem'."]),
        (reading(period={"wording": "x", "start": "2022"}),
         ["period.start should be a date such as 2026-03-31, not '2022'."]),
        (
            reading(actions=[{"id": "a", "text": "t", "under": "h"}], notes=[{"text": "n", "about": "b"}]),
            ["actions[0].under is 'h', which names nothing here.", "notes[0].about is 'b', which names nothing here."],
        ),
        (
            reading(actions=[{"id": "a", "text": "t"}, {"id": "a", "text": "u"}]),
            ["The id 'a' stands 2 times; an id names one thing."],
        ),
        (
            reading(headings=[{"id": "h", "level": "L", "text": "t", "parent": "i"},
                              {"id": "i", "level": "L", "text": "u", "parent": "h"}]),
            ["The heading 'h' stands under itself.", "The heading 'i' stands under itself."],
        ),
        (
            reading(actions=[{"id": "a", "text": "t", "weights": {"Y": 1}, "weightings": []}]),
            ["actions[0].weights does not agree with its weightings."],
        ),
        ("nonsense", ["This is not JSON: Expecting value at line 1."]),
    ],
)  # fmt: skip
def test_validate_says_in_sentences_what_is_wrong(text: str, sentences: list[str]) -> None:
    assert validate(text) == sentences
