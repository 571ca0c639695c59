"""What the drafters left behind: their notes, stand-ins never filled, text that has no place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turntide.checking.kinds import Kind
from turntide.checking.wording import first_words, joined, naming, several, value_source
from turntide.plan.model import Action, Finding, Heading, Plan
from turntide.plan.source import Source

Text = tuple[str, Source | None]

STAND_IN = re.compile(
    r"\bX{1,3}\s?%|%\s?X\b|£\s?X+[mk]?\b|\b[Xx]{3,}\b|\bXX\b|\bTB[CAD]\b|"
    r"\[(?:insert|add|name|date|tbc|x+)\b[^\]]*\]|<(?:insert|add)\b[^>]*>|"
    r"\b[Ii]nsert (?:\w+ )?(?:here|name|date|figure|number|text)\b|\?{3,}|_{4,}|…{2,}|\.{5,}|"
    r"\blorem ipsum\b"
)
"""A stand-in within a text. Capitals count: 'TBC' is one, and an 'x' may be a multiplication."""
WHOLE = re.compile(
    r"\W*(tb[cad]|xx+|to be (confirmed|agreed|decided|determined|advised|completed)|insert|placeholder)\W*",
    re.IGNORECASE,
)
"""A text that is nothing but a stand-in."""
MANY_UNPLACED = 3


def drafting_notes(plan: Plan) -> Iterator[Finding]:
    """Drafters' notes, each with the action or heading it was left in."""
    things: dict[str, Action | Heading] = {heading.id: heading for heading in plan.headings}
    things |= {action.id: action for action in plan.actions}
    for note in plan.notes:
        if note.kind != "drafting":
            continue
        thing = things.get(note.about or "")
        where = f"in {naming(thing)}" if thing else "in the plan"
        message = (
            f"A drafting note was left {where}: {first_words(note.text, 12)}; settle it and take it out."
        )
        yield Finding(Kind.DRAFTING, message, note.about, note.source)


def unplaced(plan: Plan) -> Iterator[Finding]:
    """Text without a place: each piece by itself, or one finding where there are many."""
    if len(plan.unplaced) <= MANY_UNPLACED:
        for piece in plan.unplaced:
            message = (
                f"The text {first_words(piece.text, 12)} has no place in the plan: say what it belongs to."
            )
            yield Finding(Kind.UNPLACED, message, None, piece.source)
        return
    quotes = several([first_words(piece.text, 5) for piece in plan.unplaced])
    message = (
        f"{len(plan.unplaced)} pieces of text have no place in the plan ({quotes}): say what they belong to."
    )
    yield Finding(Kind.UNPLACED, message, None, joined(piece.source for piece in plan.unplaced))


def placeholders(plan: Plan) -> Iterator[Finding]:
    """Stand-ins in headings and actions; one finding for each. A timescale 'TBA' is found as undated."""
    for heading in plan.headings:
        yield from _stand_ins(heading, [(heading.text, value_source(heading, "text"))])
    for action in plan.actions:
        yield from _stand_ins(action, _texts(action))


def _stand_ins(thing: Action | Heading, texts: list[Text]) -> Iterator[Finding]:
    found = [(stand_in, source) for text, source in texts if (stand_in := _stand_in(text))]
    if found:
        quoted = several(list(dict.fromkeys(f"“{stand_in}”" for stand_in, _ in found)))
        message = f"{naming(thing)} still holds {quoted}: fill it in, or take it out."
        yield Finding(Kind.PLACEHOLDER, message, thing.id, joined(source for _, source in found))


def _stand_in(text: str) -> str | None:
    if WHOLE.fullmatch(text):
        return text.strip()
    found = STAND_IN.search(text)
    return found[0] if found else None


def _texts(action: Action) -> list[Text]:
    texts: list[Text] = [(action.text, value_source(action, "text"))]
    texts += [(action.detail, value_source(action, "detail"))] if action.detail else []
    texts += [(body.name, body.source) for body in action.owners]
    texts += [(step.text, step.source) for step in action.milestones]
    texts += [(measure.text, measure.source) for measure in action.measures]
    texts += [(measure.target, measure.source) for measure in action.measures if measure.target]
    texts += [(money.wording, money.source) for money in action.money]
    return texts
