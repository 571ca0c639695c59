from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from turntide.exchange.errors import ExchangeError
from turntide.exchange.interchange import as_data, from_json, to_json
from turntide.plan.model import Action, Body, Plan, Weighting

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = (DOCS / "turntide-plan-1.example.json").read_text(encoding="utf-8")
PROMISED = {
    "plan": [
        *(
            "standard",
            "kind",
            "title",
            "vision",
            "period",
            "levels",
            "columns",
            "headings",
            "actions",
            "budget",
        ),
        *("actors", "takeaways", "notes", "unplaced", "findings"),
    ],
    "action": [
        *(
            "id",
            "ref",
            "text",
            "detail",
            "under",
            "rationale",
            "leads",
            "partners",
            "timescale",
            "milestones",
        ),
        *("measures", "weights", "money", "status", "progress", "programmes", "source"),
    ],
}


def changed(**values: Any) -> str:
    """The example with the first action's values changed; a value of None takes the key away."""
    data = json.loads(EXAMPLE)
    action = data["actions"][0] | values
    data["actions"][0] = {key: value for key, value in action.items() if value is not None}
    return json.dumps(data)


def test_every_promised_key_is_written_in_its_order_however_empty_the_plan() -> None:
    data = as_data(Plan(actions=(Action("a", "Plant trees"),)))
    assert list(data)[: len(PROMISED["plan"])] == PROMISED["plan"]
    assert list(data["actions"][0])[: len(PROMISED["action"])] == PROMISED["action"]
    assert data["title"] is None
    assert data["levels"] == []
    assert data["actions"][0]["weights"] == {}


def test_the_example_is_written_as_it_stands() -> None:
    assert to_json(from_json(EXAMPLE)) == EXAMPLE


def test_text_is_written_as_it_is_and_the_file_ends_with_a_line_end() -> None:
    text = to_json(Plan(title="Tarrow’s café"))
    assert "Tarrow’s café" in text
    assert text.endswith("}\n")


def test_a_lone_surrogate_survives_and_can_be_encoded() -> None:
    plan = Plan(title="broken \ud83d sign")
    assert from_json(to_json(plan).encode().decode()) == plan


def test_unknown_keys_are_passed_over() -> None:
    assert from_json(changed(colour="blue")) == from_json(EXAMPLE)


def test_only_the_standard_needs_to_be_there() -> None:
    assert from_json('{"standard": "turntide-plan/1"}') == Plan()


def test_weights_count_where_weightings_are_not_given() -> None:
    text = '{"standard": "turntide-plan/1", "actions": [{"id": "a", "text": "t", "weights": {"Year 1": 5}}]}'
    assert from_json(text).actions[0].weightings == (Weighting("Year 1", "5%", 5.0),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (changed(leads=[{}]), "actions[0].leads[0].name is missing."),
        (changed(text=None), "actions[0].text is missing."),
        (changed(text=3), "actions[0].text should be text, not a number."),
        (changed(leads="Parks"), "actions[0].leads should be a list, not text."),
        (changed(status=[]), "actions[0].status should be an object with keys, not a list."),
        (changed(money=[{"wording": "x", "amount": True}]),
         "actions[0].money[0].amount should be a number, not true or false."),
        (changed(money=[{"wording": "x", "amount": 1e400}]), "actions[0].money[0].amount should be a finite number."),
        (changed(sources=[]), "actions[0].sources should be an object with keys, not a list."),
        (
            changed(source={"file": "f", "spots": [{"box": [1, 2]}]}),
            "actions[0].source.spots[0].box should have 4 numbers, not 2.",
        ),
        ('{"standard": "turntide-plan/9"}', "This file is of 'turntide-plan/9'; this version reads 'turntide-plan/1'."),
        ("{", "This is not JSON: Expecting property name enclosed in double quotes at line 1."),
        ("[]", 'This is not a plan of the standard: it has no "standard": "turntide-plan/1".'),
        ("[" * 100_000, "This JSON is nested too deeply or holds a number too long to read."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(ExchangeError) as raised:
        from_json(text)
    assert str(raised.value) == sentence


def test_a_number_json_has_no_word_for_is_refused() -> None:
    plan = Plan(
        actions=(Action("a", "t", leads=(Body("Parks"),), weightings=(Weighting("Y", "all", float("inf")),)),)
    )
    with pytest.raises(ExchangeError, match="not a finite number"):
        to_json(plan)
