"""The district's plan for one year: priorities over numbered rows, with dates, milestones and targets."""

from __future__ import annotations

from examples_of_plans.invented import Invented, Promise

TITLE = "Wexcombe Health and Wellbeing Action Plan 2026/27"

HOMES = "Priority 1 - Warm and healthy homes"
FOOD = "Priority 2 - Good food and a healthy weight"
AGEING = "Priority 3 - Ageing well"

PROMISES = (
    Promise(
        path=(HOMES,),
        ref="1.a",
        objective="Cut the number of cold homes in the district",
        text="Visit every household that has applied for help with a heating bill and offer insulation",
        when="2026/27",
        owners=("Housing Options",),
        milestone="Two hundred visits made by the end of September",
        measure="Fewer households spend more than a tenth of their income on heating",
    ),
    Promise(
        path=(HOMES,),
        ref="1.b",
        objective="Raise the standard of rented homes",
        text="Inspect all shared houses in the three wards with the most complaints",
        when="2026/28",
        owners=("Private Sector Housing", "Legal Services"),
        milestone="Quarterly updates",
        measure="Tenants in shared houses live free of damp and mould",
    ),
    Promise(
        path=(HOMES,),
        ref="1.c",
        objective="Help people to come home from hospital to a safe place",
        text=(
            "Place a housing officer with the discharge team at Tarrow General, so that repairs, rails and"
            " key safes are ordered before a patient leaves the ward and nobody waits for a bed because of"
            " a missing handrail"
        ),
        when="2026/27",
        owners=("Housing Options", "Tarrow Community NHS Trust"),
        milestone="Officer in post",
        measure="Fewer patients wait for their home to be made ready",
    ),
    Promise(
        path=(FOOD,),
        ref="2.a",
        objective="Make the healthy choice the easy one",
        text="Ask every takeaway near a secondary school to join the better menu scheme",
        when="2026/27",
        owners=("Environmental Health",),
        milestone="Six-monthly updates",
        measure="Half of the takeaways invited have joined the scheme",
    ),
    Promise(
        path=(FOOD,),
        ref="2.b",
        objective="Help families to cook and eat together",
        text="Run six-week cooking courses in the family hubs, with a crèche",
        when="By March 2027",
        owners=("Wexcombe Family Hubs", "Leisure Trust"),
        milestone="Four courses complete by Christmas",
        measure="Families eat together more often three months after the course",
    ),
    Promise(
        path=(FOOD,),
        ref="2.c",
        objective="Support people who want to lose weight",
        text="Offer a place on the twelve-week weight programme at all three leisure centres",
        when="Ongoing",
        owners=("Leisure Trust",),
        milestone="Quarterly updates",
        measure="Six in ten who start the programme finish it",
    ),
    Promise(
        path=(FOOD,),
        ref="2.d",
        objective="Grow more food where people live",
        text="Find land for four community gardens and agree leases with the residents who will run them",
        when="2026/28",
        owners=("Parks and Open Spaces", "Legal Services", "Parish Councils"),
        milestone="Two leases signed by the end of the year",
        measure="Residents of every ward can reach a community garden on foot",
    ),
    Promise(
        path=(AGEING,),
        ref="3.a",
        objective="Prevent falls",
        text="Extend the strength and balance classes to the four villages without a hall",
        when="2026/27",
        owners=("Leisure Trust", "Parish Councils"),
        milestone="First village class by June 2026",
        measure="People over seventy in the villages report that they feel steadier",
    ),
    Promise(
        path=(AGEING,),
        ref="3.b",
        objective="Reduce loneliness",
        text="Set up a telephone friendship line that volunteers answer in the evenings",
        when="By March 2027",
        owners=("Voluntary Action Wexcombe",),
        milestone="Thirty volunteers trained",
        measure="Callers say that they have someone to talk to",
    ),
    Promise(
        path=(AGEING,),
        ref="3.c",
        objective="Help carers to look after themselves",
        text="Give every known carer a free pass to swim, walk or join a class",
        when="2026/27",
        owners=("Leisure Trust", "Voluntary Action Wexcombe"),
        milestone="Passes posted by July 2026",
        measure="Four in ten carers use their pass at least once a month",
    ),
)

INTRODUCTION = (
    "The partnership agreed these priorities at its meeting in February. They follow from the profile of health"
    " in the district and from what residents said in the winter survey, in which homes, food and company came"
    " first.",
    "Progress is reported to the partnership every quarter and to full council once a year. Where a milestone"
    " is an update, the officer named brings it to the partnership.",
)

PLAN = Invented(TITLE, PROMISES, introduction=INTRODUCTION)

LEGEND = (("#70ad47", "On track"), ("#ffc000", "Some delay"), ("#ff0000", "Off track"))
"""What the colours of the spreadsheet mean, as its second sheet says."""

COLOURS = (
    *("On track", "Some delay", "On track", "On track", "Off track"),
    *("On track", "Some delay", "On track", "Off track", "On track"),
)
"""The status of each row, told by colour alone."""
