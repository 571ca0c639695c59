"""Texts that stop too early, and actions that stand in the plan twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turntide.checking.kinds import Kind
from turntide.checking.wording import joined, naming, short_name, value_source
from turntide.plan.model import Action, Finding, Plan
from turntide.plan.source import Source

DANGLING = re.compile(
    r"a|an|the|and|or|nor|of|for|to|from|with|by|at|into|onto|between|within|via|per|than|including|"
    r"e\.g\.|i\.e\.|such|as|because|whose|their|its"
)
"""Words that no phrase ends with. 'in', 'on' and 'up' are left out: 'take part in', 'follow up'."""
SHORTEST = 4
"""Words: two actions of the same two words under different headings ('Annual review') are no mistake."""


def cut_short(plan: Plan) -> Iterator[Finding]:
    """Actions, milestones and measures that end in a dangling word, a comma or an open bracket."""
    for action in plan.actions:
        for noun, text, source in _texts(action):
            if _stops_early(text):
                end = " ".join(text.split()[-4:])
                whose = naming(action) if noun == "text" else f"The {noun} of {naming(action)}"
                message = (
                    f"{whose} seems to be cut short (it ends “… {end}”): "
                    "look in the original and complete it."
                )
                yield Finding(Kind.CUT_SHORT, message, action.id, source)


def _texts(action: Action) -> Iterator[tuple[str, str, Source | None]]:
    yield "text", action.text, value_source(action, "text")
    if action.detail:
        yield "detail", action.detail, value_source(action, "detail")
    yield from (("milestone", step.text, step.source) for step in action.milestones)
    yield from (("measure", measure.text, measure.source) for measure in action.measures)


def _stops_early(text: str) -> bool:
    words = text.split()
    if len(words) < 2:
        return False
    open_bracket = text.count("(") > text.count(")")
    return (
        bool(DANGLING.fullmatch(words[-1])) or text.rstrip().endswith((",", "&", " -", " –")) or open_bracket
    )


def listed_twice(plan: Plan) -> Iterator[Finding]:
    """Actions that say the same in the same words, whatever their case and punctuation."""
    first: dict[tuple[str, ...], Action] = {}
    for action in plan.actions:
        words = _words(f"{action.text} {action.detail or ''}")
        earlier = first.setdefault(words, action)
        if earlier is action or (len(words) < SHORTEST and earlier.under != action.under):
            continue
        message = (
            f"{naming(action)} says the same as {short_name(earlier)} before it: "
            "keep one, and name the other heading beside it."
        )
        yield Finding(Kind.LISTED_TWICE, message, action.id, joined((action.source, earlier.source)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))
