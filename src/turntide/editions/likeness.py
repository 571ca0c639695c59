"""How far an action of one edition is an action of the other.

The wording decides, common words counting little; what stands around it (measures and milestones, heading,
owners, reference) helps where the wording was changed. A reference weighs least: a new row shifts it.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.fuzz import token_sort_ratio

from turntide.editions.words import Bag, Lexicon
from turntide.plan.model import Action, Plan

PAIRED = 0.45
"""The score from which two actions may be one."""
WORDS_NEEDED = 0.2
"""However much stands around them, actions that share fewer words than this are two."""
ORDER = 1e-4
"""The most that the place in the plan adds: it only decides between actions that are word for word alike."""
WEIGHTS = {"wording": 0.70, "measures": 0.12, "heading": 0.08, "owners": 0.05, "reference": 0.05}
"""Found on invented plans with known edits (tests/editions); what neither edition says is left out."""


@dataclass(frozen=True)
class Portrait:
    """An action as it is compared."""

    action: Action
    flat: str
    wording: Bag
    measures: Bag
    heading: Bag
    owners: Bag
    reference: str


def portraits(old: Plan, new: Plan) -> tuple[list[Portrait], list[Portrait]]:
    """The actions of both editions, weighed with one lexicon."""
    lexicon = Lexicon.of(_wording(action) for plan in (old, new) for action in plan.actions)
    return _portraits(old, lexicon), _portraits(new, lexicon)


def _portraits(plan: Plan, lexicon: Lexicon) -> list[Portrait]:
    headings = {heading.id: heading.text for heading in plan.headings}
    return [
        Portrait(
            action=action,
            flat=" ".join(_wording(action).casefold().split()),
            wording=lexicon.bag(_wording(action)),
            measures=lexicon.bag(_measures(action)),
            heading=lexicon.bag(headings.get(action.under or "", "")),
            owners=Bag({body.name.casefold(): 1.0 for body in action.owners}),
            reference=action.ref or "",
        )
        for action in plan.actions
    ]


def _wording(action: Action) -> str:
    return f"{action.text} {action.detail or ''}"


def _measures(action: Action) -> str:
    texts = [milestone.text for milestone in action.milestones] + [m.text for m in action.measures]
    return " ".join(texts)


def likeness(old: Portrait, new: Portrait) -> float:
    """From 0 to 1; 0 where too few words are shared, whatever stands around them."""
    shared = old.wording.likeness(new.wording)
    if shared < WORDS_NEEDED:
        return 0.0
    wording = (
        1.0 if old.flat == new.flat else 0.65 * shared + 0.35 * token_sort_ratio(old.flat, new.flat) / 100
    )
    parts = {"wording": wording}
    for name in ("measures", "heading", "owners"):
        one, other = getattr(old, name), getattr(new, name)
        if one.words or other.words:
            parts[name] = one.likeness(other)
    if old.reference or new.reference:
        parts["reference"] = float(old.reference == new.reference)
    whole = sum(WEIGHTS[name] for name in parts)
    return sum(WEIGHTS[name] * part for name, part in parts.items()) / whole


def likenesses(old: list[Portrait], new: list[Portrait]) -> dict[tuple[int, int], float]:
    """The score of each pair that may be one action, by their places in the two lists."""
    scores = {(i, j): likeness(one, other) for i, one in enumerate(old) for j, other in enumerate(new)}
    return {
        (i, j): score + ORDER * (1 - abs(i / len(old) - j / len(new)))
        for (i, j), score in scores.items()
        if score >= PAIRED
    }
