"""A report on how a plan goes: the reference is glued to the title, numbers are skipped, news is uneven."""

from __future__ import annotations

from examples_of_plans.invented import Invented, Promise

TITLE = "Healthy Weight Tarrow: progress on the action plan at October 2026"


def _row(numbered: str, detail: str, measure: str, owners: tuple[str, ...], *news: str) -> Promise:
    """One row of the report; ``news`` is its status and, where there is one, its latest update."""
    ref, text = numbered.split(" - ", 1)
    status, progress = (*news, None)[:2]
    return Promise(
        ref=ref, text=text, detail=detail, measure=measure, owners=owners, status=status, progress=progress
    )


PROMISES = (
    _row(
        "1 - Free swimming for under-eights",
        "Children under eight swim free with a paying adult at all borough pools",
        "Two thousand children have swum free by the end of the year",
        ("Leisure Trust",),
        "Complete",
        "The offer began in April and 2,340 children have used it. The trust will carry the cost from now on.",
    ),
    _row(
        "2 - Water refill points",
        "Refill points in parks, libraries and the bus station",
        "Twenty refill points are in use",
        ("Parks and Green Spaces", "Libraries"),
        "In progress",
        "Fourteen points are open. Pipework at the bus station waits for the new lease.",
    ),
    _row(
        "3 - School food standards",
        "Support for school cooks to meet the national standard on sugar",
        "All primary schools meet the standard",
        ("Schools and Early Years", "Public Health"),
        "Complete",
        "Every primary school passed its check in July.",
    ),
    _row(
        "5 - Advertising on council land",
        "A policy that keeps advertisements for food high in sugar off bus shelters and hoardings",
        "The policy is adopted by cabinet",
        ("Public Health", "Legal Services"),
        "Not started",
    ),
    _row(
        "6 - Walking for weight",
        "Health walks that start from every GP surgery",
        "Walks leave from each surgery at least once a week",
        ("GP practices",),
        "In progress",
        "Walks leave from nine of the fourteen surgeries. Two more have named a leader.",
    ),
    _row(
        "9 - Breastfeeding welcome scheme",
        "Cafés and public buildings show that parents are welcome to feed their babies",
        "One hundred places carry the sign",
        ("Children's Services",),
        "Paused",
        "The officer's post is vacant.",
    ),
    _row(
        "10 - Weight support for adults with a learning disability",
        "An adapted programme planned with self-advocates",
        "Thirty people have finished the adapted programme",
        ("Adult Social Care", "Leisure Trust"),
        "Not started",
    ),
)

PLAN = Invented(TITLE, PROMISES)
