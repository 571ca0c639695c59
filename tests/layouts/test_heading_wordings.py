"""The plan does not depend on how its columns are worded.

The wordings are those that real plans use for each meaning. Left out, because a heading alone does not settle
what they mean, so that a plan's content has to:

- "Strategy", "Target", "Policy", "Committee", "Priority", "Measures/Initiatives and Completion Date",
  "Milestone Tasks", "Milestones with dates", "Action/Measure/Strategy No.", "Description (of the measure)":
  each names two meanings, here or in different plans;
- "BY", "WE WILL", "Recommendation", "Detail", "What:", "Actor": they mean what the column beside them leaves over
  (a test of their own below holds WE WILL with BY);
- "Implementation", "Project", "Impact", "Use", "Benefit", "Result", "Comments", "Next steps", "Context": as often
  the text of a column of prose with another meaning;
- "Unique Indicator" (a number, worded as a measure), "Reporting Mechanism" and "Required or Encouraged" (no
  measure, though they stand where measures do), "Reason for RAG" and "Mitigating Actions" (about a status or a
  risk), "Quarter 1–4", "Projected Outturn", "Closed (minutes reference)", "Clarity required", "Completion level"
  (each a report of its own kind);
- "Issue (identified)" and "What do I want/need to learn?": a reason in some plans and an aim in others;
- "Cohort": an aim in one plan and the people it is for in another.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_documents import BASE, COLUMNS, document, gist, plainly_read, read

WORDINGS = {
    "Ref": (
        "No.",
        "Ref",
        "Ref.",
        "Reference",
        "#",
        "Proposal ID",
        "Priority number",
        "Action ID",
        "Action No.",
    ),
    "Objective": (
        "Objective",
        "Objectives",
        "Objective(s)",
        "Ambition",
        "Priority Area",
        "Theme",
        "Domain",
        "Pillar",
        "Goal",
        "Main objective",
        "Aim",
        "Strategic Priority",
        "Area(s) for action",
    ),
    "Action": (
        "Action",
        "Action(s)",
        "Actions",
        "What we will do",
        "Activity and actions",
        "Proposed Action",
        "Key Tasks",
        "Key actions",
        "Sustainable Initiative",
        "Steps to achieve what matters to carers",
        "What do I have to do to achieve this?",
    ),
    "Lead": (
        "Lead",
        "Lead organisation",
        "Lead Officer",
        "Lead Responsibility",
        "Lead Agency",
        "Who",
        "Who will deliver this?",
        "INVOLVING",
        "Who is responsible",
        "Who is responsible for action?",
        "Who will lead & contribute",
        "Which partners are involved",
        "Support Partners",
        "Partner Agency",
        "Lead Service Area",
        "Borough Partnership Lead Officer",
        "Task & Finish Group",
        "Responsibility",
        "Responsibility (Specific Role)",
        "Responsible Person",
        "Responsible Party",
        "Partners to consult/engage",
        "Contributors",
        "Department",
        "Other actors involved",
        "Cabinet Lead",
        "Project Lead",
        "Implementation Lead(s)",
        "Who leads/who partners",
        "Delivery Group",
    ),
    "By when": (
        "By when",
        "Time Scale",
        "Timescale",
        "Timescale/deadline",
        "Timescale & Review Date",
        "Planned completion",
        "Target date",
        "Year to Action",
        "Time Frame",
        "Timeline",
        "Implementation Timeline",
        "End date",
        "Launch Date",
    ),
    "Milestones": ("Milestone", "Milestones", "Milestone(s)", "Key milestones"),
    "Measure of success": (
        "Measurement",
        "Target/Outcome",
        "Measure of success",
        "Numerical KPI Indicators",
        "Indicator(s)",
        "Outcome measure",
        "Outcomes",
        "What does success look like",
        "What does success look like?",
        "Success Indicator",
        "Performance indicators",
        "SMART target",
        "Example outcomes",
        "National Indicators and targets",
        "How will I measure success?",
    ),
    "Status": (
        "Status",
        "Overall RAG",
        "Sub-Action Delivery RAG",
        "Status (New, Complete or Ongoing)",
        "RAG status",
    ),
    "Latest update": (
        "Latest update",
        "Progress??",
        "Progress",
        "Progress to date",
        "January update",
        "Commentary on Performance",
        "Description of results",
    ),
}
EACH = [(column, wording) for column, wordings in WORDINGS.items() for wording in wordings]


def test_every_column_has_its_wordings() -> None:
    assert tuple(WORDINGS) == COLUMNS


@pytest.mark.parametrize(("column", "wording"), EACH)
def test_a_wording_gives_the_same_plan(column: str, wording: str) -> None:
    worded = [wording if name == column else name for name in COLUMNS]
    assert gist(read(document(worded, BASE)).plan) == plainly_read()


@settings(max_examples=60)
@given(
    worded=st.tuples(*(st.sampled_from(WORDINGS[column]) for column in COLUMNS)),
    case=st.sampled_from(("as it is", "capitals", "small")),
)
def test_any_wordings_together_give_the_same_plan(worded: tuple[str, ...], case: str) -> None:
    cased: dict[str, Callable[[str], str]] = {"as it is": str, "capitals": str.upper, "small": str.lower}
    columns = [cased[case](wording) for wording in worded]
    assert gist(read(document(columns, BASE)).plan) == plainly_read()


def test_we_will_beside_by_is_the_aim_and_by_the_action() -> None:
    columns = ("Ambition", "WE WILL", "BY", "INVOLVING", "BECAUSE")
    rows = (
        (
            "Move more",
            "1. Light the paths",
            "a) Fit lamps by the pond",
            "Parks",
            "People told us it is dark.",
        ),
        (
            "Move more",
            "1. Light the paths",
            "b) Cut back the laurels",
            "Highways",
            "People told us it is dark.",
        ),
        (
            "Move more",
            "2. Keep fees low",
            "a) Freeze the price of a swim",
            "Leisure Trust",
            "Cost comes first.",
        ),
    )
    plan = read(document(columns, rows)).plan
    assert [action.text for action in plan.actions] == [
        "Fit lamps by the pond",
        "Cut back the laurels",
        "Freeze the price of a swim",
    ]
    assert [tuple(heading.text for heading in plan.path(action)) for action in plan.actions] == [
        ("Move more", "Light the paths"),
        ("Move more", "Light the paths"),
        ("Move more", "Keep fees low"),
    ]
    assert plan.levels[:2] == ("Ambition", "WE WILL")


@pytest.mark.parametrize("heading", ("Equity considerations", "Impact on GHG", "Achievability", "Notes"))
def test_a_column_of_no_meaning_of_ours_is_kept_under_its_own_heading(heading: str) -> None:
    remarks = ("Reaches people without a car", "Helps families on low pay", "None known", "Serves two wards")
    rows = [(*row, remark) for row, remark in zip(BASE, remarks, strict=True)]
    plan = read(document([*COLUMNS, heading], rows)).plan
    assert gist(plan) == plainly_read()
    assert [[(one.heading, one.text) for one in action.remarks] for action in plan.actions] == [
        [(heading, remark)] for remark in remarks
    ]
