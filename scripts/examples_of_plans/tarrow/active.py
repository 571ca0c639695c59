"""The borough's active plan: theme, ambition, numbered aim, lettered actions, who is involved and why."""

from __future__ import annotations

from examples_of_plans.invented import Invented, Promise

TITLE = "Tarrow on the Move: action plan 2026 to 2029"
VISION = "Everyone in Tarrow moves a little more each day, in a way that suits them"
INTRODUCTION = (
    f"Our vision: {VISION}.",
    "The borough, the district and their partners wrote this plan with residents. Each aim says what we will"
    " do and who is involved, and gives the reason in the words people used at our evenings in Wexcombe.",
)

SAFE_ROUTES = (
    "Residents told us that they would walk more if the way felt safe and offered somewhere to rest. Most of"
    " the journeys they named are shorter than a mile."
)
SCHOOL_RUN = (
    "One child in three is driven to a school that is ten minutes away on foot. Families said that traffic"
    " at the gate is what stops them."
)
EVERY_APPOINTMENT = (
    "People trust what a nurse or a carer tells them. Staff said that they would raise the subject if they"
    " knew what to offer next."
)
STEADY = (
    "Falls are the commonest reason for an older resident to go to hospital. Two hours of strength and"
    " balance a week make a fall much less likely."
)
RESIDENTS_CHOOSE = (
    "Small sums spent by neighbours have started more clubs than our own programmes. Panels know who is"
    " missing."
)
OPEN_SPACES = (
    "Halls, playgrounds and greens stand empty on most evenings. Opening them costs less than building anew."
)


def _aim(
    theme: str, ambition: str, aim: str, because: str, *actions: tuple[str, tuple[str, ...]]
) -> tuple[Promise, ...]:
    """The lettered actions of one aim."""
    return tuple(
        Promise(
            text=text, path=(theme, ambition, aim), ref="abcdefgh"[place], owners=owners, rationale=because
        )
        for place, (text, owners) in enumerate(actions)
    )


STREETS = ("ACTIVE STREETS", "Make walking, wheeling and cycling the easy choice for short journeys")
LIVES = ("ACTIVE LIVES", "Make movement a usual part of care and of growing older")
NEIGHBOURHOODS = ("ACTIVE NEIGHBOURHOODS", "Put residents in charge of what happens near their homes")

PROMISES = (
    *_aim(
        *STREETS,
        "1. Give people safe routes to the places they use most",
        SAFE_ROUTES,
        (
            "Build three quiet routes that join Wexcombe station, the hospital and the market",
            ("Highways and Transport", "Wexcombe District Council", "Tarrow Community NHS Trust"),
        ),
        (
            "Put dropped kerbs and seats on the way to every health centre",
            ("Highways and Transport", "Tarrow Disability Forum", "Public Health"),
        ),
        (
            "Light the towpath between the lock and the college",
            ("Highways and Transport", "Canal Trust", "Tarrow College"),
        ),
    ),
    *_aim(
        *STREETS,
        "2. Help families to leave the car at home",
        SCHOOL_RUN,
        (
            "Close the road outside twelve schools at the start and the end of the day",
            ("Highways and Transport", "Schools and Early Years", "Tarrow Police"),
        ),
        (
            "Lend balance bikes and cargo bikes from two family hubs",
            ("Children's Services", "Leisure Trust"),
        ),
    ),
    *_aim(
        *LIVES,
        "1. Speak of movement at every appointment",
        EVERY_APPOINTMENT,
        (
            "Train two hundred health and care staff to open a short conversation about movement",
            ("Tarrow Community NHS Trust", "Public Health", "Adult Social Care"),
        ),
        (
            "Add a prompt about movement to the record of the yearly health check",
            ("GP practices", "Tarrow Community NHS Trust"),
        ),
    ),
    *_aim(
        *LIVES,
        "2. Keep people steady on their feet as they grow older",
        STEADY,
        (
            "Run strength and balance classes in every sheltered scheme",
            ("Housing", "Leisure Trust", "Adult Social Care"),
        ),
        (
            "Offer a lift to class to anyone who has fallen in the past year",
            ("Adult Social Care", "Tarrow Community Transport", "GP practices"),
        ),
        (
            "Check the pavements around sheltered schemes with the people who use them",
            ("Highways and Transport", "Housing"),
        ),
    ),
    *_aim(
        *NEIGHBOURHOODS,
        "1. Pay for what residents ask for",
        RESIDENTS_CHOOSE,
        (
            "Open a pot of small grants that panels of residents decide on",
            ("Communities and Culture", "Voluntary Action Tarrow"),
        ),
        (
            "Publish what each grant made possible, in plain words",
            ("Communities and Culture", "Communications"),
        ),
    ),
    *_aim(
        *NEIGHBOURHOODS,
        "2. Open the spaces that we already have",
        OPEN_SPACES,
        (
            "Open school halls and grounds to clubs at weekends",
            ("Schools and Early Years", "Leisure Trust", "Parks and Green Spaces"),
        ),
        (
            "Mark a measured mile in every park",
            ("Parks and Green Spaces", "Public Health"),
        ),
        (
            "Let allotment societies lend plots to groups that support mental health",
            ("Parks and Green Spaces", "Wexcombe Mind Matters", "Public Health"),
        ),
    ),
)

PLAN = Invented(TITLE, PROMISES, introduction=INTRODUCTION, vision=VISION)

DRAFT_NOTE = "JM - should this one sit with the falls group?"
NOTED = "Run strength and balance classes in every sheltered scheme"
