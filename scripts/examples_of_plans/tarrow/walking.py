"""The walking and wheeling plan: four strategies, set as forms, as cards and as small tables."""

from __future__ import annotations

from examples_of_plans.invented import Invented, Promise

TITLE = "Wexcombe Walking and Wheeling Plan"
INTRODUCTION = (
    "This plan sets out how the district and its partners will make it easier to get about on foot, by"
    " wheelchair or with a pushchair."
)

CROSSINGS = "Strategy 1: Crossings that wait for people"
FOOTWAYS = "Strategy 2: Footways free of clutter"
SCHOOLS = "Strategy 3: Streets for school"
SIGNS = "Strategy 4: Signs in minutes, not miles"

PROMISES = (
    Promise(
        path=(CROSSINGS,),
        ref="W1",
        text="Lengthen the green signal at ten crossings near sheltered housing",
        leads=("Highways and Transport",),
        partners=("Wexcombe District Council", "Tarrow Disability Forum"),
        when="By December 2026",
        measure="People using a frame can cross on one signal",
    ),
    Promise(
        path=(CROSSINGS,),
        ref="W2",
        text="Build two zebra crossings on Station Road",
        leads=("Highways and Transport",),
        partners=("Parish Councils",),
        when="2027/28",
        measure="Speeds on Station Road fall below 20 mph",
    ),
    Promise(
        path=(FOOTWAYS,),
        ref="W3",
        text="Agree a code for pavement boards and tables with the traders of the high street",
        leads=("Environmental Health",),
        partners=("Wexcombe Traders", "Tarrow Disability Forum"),
        when="By March 2027",
        measure="A clear width of two metres along the high street",
    ),
    Promise(
        path=(FOOTWAYS,),
        ref="W4",
        text="Cut back hedges on the forty footways that residents report most",
        leads=("Parks and Open Spaces",),
        partners=("Parish Councils", "Tarrow College"),
        when="Every spring",
        measure="Reports of blocked footways fall by a third",
    ),
    Promise(
        path=(SCHOOLS,),
        ref="W5",
        text="Train parents as marshals for four school streets",
        leads=("Schools and Early Years",),
        partners=("Tarrow Police", "Highways and Transport"),
        when="2026/27",
        measure="Half of the pupils arrive on foot or by scooter",
    ),
    Promise(
        path=(SIGNS,),
        ref="W6",
        text="Put up walking signs between the station, the hospital and the park",
        leads=("Parks and Open Spaces",),
        partners=("Tarrow Community NHS Trust", "Wexcombe District Council"),
        when="By June 2027",
        measure="Visitors say that they could find their way",
    ),
)

PLAN = Invented(TITLE, PROMISES, introduction=(INTRODUCTION,))
