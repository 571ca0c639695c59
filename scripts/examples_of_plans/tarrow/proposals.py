"""The neighbourhood proposals: each with a share of two years' effort, and a line on what else must be paid."""

from __future__ import annotations

from examples_of_plans.invented import Invented, Promise

TITLE = "Moving in Millbrook: local proposals"
FIRST, SECOND = "Year 1", "Year 2"
BUDGET = ("Evaluation and learning", "Community researcher (part time)", "Room hire and crèche", "Printing")
BUDGET_LEAD = "A budget for the following is needed beside these proposals:"


def _proposal(ref: str, text: str, detail: str, context: str, shares: tuple[int, int]) -> Promise:
    """One weighted proposal."""
    weights = ((FIRST, shares[0]), (SECOND, shares[1]))
    return Promise(ref=ref, text=text, detail=detail, rationale=context, weights=weights)


PROMISES = (
    _proposal(
        "1",
        "Take the findings back to the people who gave them",
        "Hold six doorstep evenings and a stall at the market. Ask whether the findings ring true and who"
        " has not been heard yet.",
        "Residents gave us their time in the spring and were promised an answer.",
        (15, 0),
    ),
    _proposal(
        "2",
        "A residents' panel that shares every decision",
        "Recruit twelve residents, pay for their time and train them together with officers. The panel sets"
        " its own agenda.",
        "Plans written for Millbrook have failed twice. Plans written with it have not been tried.",
        (40, 30),
    ),
    _proposal(
        "3",
        "A small grants pot that opens every month",
        "Offer up to five hundred pounds with one page to fill in and an answer within ten days.",
        "Groups told us that they lose heart while they wait for an answer.",
        (25, 25),
    ),
    _proposal(
        "4",
        "Paths to volunteering and paid work",
        "Train walk leaders and swimming helpers from the estate and help them into jobs at the leisure"
        " centre.",
        "People would rather be led by someone whom they know from the school gate.",
        (15, 30),
    ),
    _proposal(
        "5",
        "Carry the lessons to the rest of the borough",
        "Write up what worked every six months and visit two other neighbourhoods each year.",
        "What is learnt in Millbrook should change how Tarrow works elsewhere.",
        (5, 15),
    ),
)

PLAN = Invented(TITLE, PROMISES, budget=BUDGET)
