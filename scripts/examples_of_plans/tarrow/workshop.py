"""The record of a workshop: who has to act, what they would do differently, what people took away."""

from __future__ import annotations

from examples_of_plans.invented import Group, Invented

TITLE = "Moving well in later life: workshop record"

GROUPS = (
    Group(
        ("Care home managers", "Activity coordinators", "Relatives"),
        (
            "Ask each resident what they used to enjoy",
            "Leave time between meals for moving",
            "Stop saying that it is not safe",
        ),
    ),
    Group(
        ("Pharmacists", "Practice nurses", "Community connectors"),
        (
            "Mention walking groups when a prescription is collected",
            "Give one leaflet and not five",
        ),
    ),
    Group(
        ("Leisure centre staff", "Walk leaders", "Bowls clubs", "Choirs"),
        (
            "Welcome people by name on their first visit",
            "Offer a chair at every session",
            "Share a minibus",
        ),
    ),
)

TAKEAWAYS = (
    "A first visit goes better with a friend",
    "Small halls near home work better than large ones in town",
    "We measure attendance and should measure confidence",
    "Buses stop before most evening sessions end",
)

PLAN = Invented(TITLE, kind="workshop", groups=GROUPS, takeaways=TAKEAWAYS)
