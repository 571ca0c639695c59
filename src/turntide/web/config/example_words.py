"""Who the people of the example place are, and what they say. All of it is invented."""

from __future__ import annotations

from turntide.web.delivery.rules.said import ReachSaid, Said
from turntide.web.stories.rules.telling import Told

PEOPLE = (
    ("Ash Marlow", "Lead officer"),
    ("Bo Rivers", "Head of parks"),
    ("Cass Wilder", "Programme manager"),
    ("Dee Hollins", "Public health officer"),
    ("Ez Farrow", "Partnerships lead"),
    ("Fin Oakes", "Development manager"),
)
SAID = (
    Said(
        "delivering",
        "green",
        done="The first sessions ran and 34 people came, most of them for the first time.",
        next="A second venue opens after the holidays.",
        reached=(ReachSaid("Adults over 65", 34),),
    ),
    Said(
        "delivering",
        "amber",
        reason="Two of five posts are empty.",
        done="Three sites are running.",
        next="Interviews are in three weeks.",
        in_the_way="Nobody applied for the first advertisement.",
    ),
    Said(
        "planning",
        "green",
        done="The design was agreed with residents at two evenings.",
        next="Costs go to the board.",
    ),
    Said(
        "delivering",
        "red",
        reason="The lease was not renewed.",
        done="We looked at four other halls.",
        ask="Help us to talk to the owner of the old library.",
        in_the_way="No hall is free on weekdays.",
    ),
    Said(
        "complete",
        "",
        done="All six walks are signed and on the map.",
        worth_a_story=True,
        reached=(ReachSaid("Families with young children", 120),),
    ),
    Said("ongoing", "green", done="Referrals go on as before: 18 this quarter.", next="The same."),
)
STORY = Told(
    title="A walk that became a habit",
    situation="Few of the people who live on the hill walked anywhere. The path to the shops was dark and muddy.",
    did="Neighbours walked it with us, said what kept them away, and chose where lamps and a bench should go.",
    changed="Twenty to thirty people now walk together on Tuesdays. Six had not left home alone for a year.",
    words="I came for the bench. I stayed for the company.",
    whose="A walker, 78",
    learnt="Ask at the path, not in a hall.",
    groups=("Adults over 65",),
    where=("The hill estate",),
    agreed_how="On a form, signed at the walk",
    agreed_to="Reports to the board and the public page, without a name",
    ready=True,
)

WELCOME = (
    "Councils, the NHS and charities in Tarrow plan together how everybody can move more and live well. "
    "Here we show what each of us promised, and what became of it."
)
"""What the example place says of itself, in plain words."""
SUMMARY = (
    "Moving more keeps people well, and it is easier where streets, parks and services are made for it. "
    "In this plan we say what each of us will do so that everybody in Tarrow can be active, and how it goes."
)
"""What the example place says of its plan, in plain words."""
