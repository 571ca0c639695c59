"""A comparison as JSON: stable keys, for programs."""

from __future__ import annotations

import json
from typing import Any

from turntide.editions.comparison import Change, Comparison, HeadingPairing, Pairing
from turntide.plan.model import Action, Heading

STANDARD = "turntide-comparison/1"


def to_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain data; actions and headings by their id, reference and text."""
    return {
        "standard": STANDARD,
        "old": {"title": comparison.old_title},
        "new": {"title": comparison.new_title},
        "counts": {str(kind): count for kind, count in comparison.counts.items()},
        "changes": _changes(comparison.changes),
        "headings": [_heading_pairing(pairing) for pairing in comparison.headings],
        "pairings": [_pairing(pairing) for pairing in comparison.pairings],
    }


def to_json(comparison: Comparison) -> str:
    """`to_data` as JSON text, ending with a newline."""
    return json.dumps(to_data(comparison), ensure_ascii=False, indent=2) + "\n"


def _pairing(pairing: Pairing) -> dict[str, Any]:
    return {
        "kind": str(pairing.kind),
        "old": [_thing(action) for action in pairing.old],
        "new": [_thing(action) for action in pairing.new],
        "changes": _changes(pairing.changes),
    }


def _heading_pairing(pairing: HeadingPairing) -> dict[str, Any]:
    return {
        "kind": str(pairing.kind),
        "old": _thing(pairing.old) if pairing.old else None,
        "new": _thing(pairing.new) if pairing.new else None,
        "changes": _changes(pairing.changes),
    }


def _thing(thing: Action | Heading) -> dict[str, str | None]:
    return {"id": thing.id, "ref": thing.ref, "text": thing.text}


def _changes(changes: tuple[Change, ...]) -> list[dict[str, str | None]]:
    return [{"field": change.field, "was": change.was, "now": change.now} for change in changes]
