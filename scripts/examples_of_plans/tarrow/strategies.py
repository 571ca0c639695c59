"""A strategy that sets directions and names no action at all: read as none, and said."""

from __future__ import annotations

from examples_of_plans.invented import Invented

TITLE = "A Healthy Weight for Wexcombe: our strategies"
INTRODUCTION = "More than half of the adults in Wexcombe weigh more than is good for them."

STRATEGIES = (
    (
        "Strategy 1: A town where walking is pleasant",
        "Most journeys in Wexcombe are short. Where trees and benches line the way, people of every age are"
        " seen on foot; along the ring road hardly anyone is.",
    ),
    (
        "Strategy 2: Food that families can afford",
        "Fresh fruit costs more at the corner shop than at the supermarket on the ring road, and a third of"
        " households have no car.",
    ),
    (
        "Strategy 3: Kind and early support",
        "Adults wait eight months on average before they speak to anybody about their weight. Many say that"
        " they felt judged.",
    ),
)

INDICATORS = (
    "Share of adults who walk for ten minutes at least five days a week",
    "Share of children in year six with a healthy weight",
    "Average wait for a first appointment with the weight service",
)

PLAN = Invented(TITLE, introduction=(INTRODUCTION,))
