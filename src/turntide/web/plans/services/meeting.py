"""Two people wrote at once: what each changed, so that neither loses anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from turntide.web.plans.models import Action, Heading, Plan, Version
from turntide.web.plans.services.editing import as_seen
from turntide.web.plans.store.differences import Difference, differences, ids_in
from turntide.web.plans.store.naming import names_of
from turntide.web.plans.store.standing import state_of
from turntide.web.plans.store.states import ActionState, HeadingState, State
from turntide.web.plans.store.taking_out import whole
from turntide.web.plans.store.typed import tidy, typed


@dataclass(frozen=True, slots=True)
class Meeting:
    """``boxes`` holds one's own words where one changed them, and theirs elsewhere. ``theirs`` is what they
    changed since; ``both`` where both changed the same: their words as old, one's own as new.
    """

    who: str
    boxes: Mapping[str, str]
    theirs: tuple[Difference, ...]
    both: tuple[Difference, ...]


def meeting(thing: Action | Heading | Plan, saw: int, mine: Mapping[str, str]) -> Meeting:
    """What stands now against what was typed upon the version that was seen."""
    row = whole(Action.objects.filter(pk=thing.pk)).get() if isinstance(thing, Action) else thing
    now, seen = state_of(row), as_seen(thing, saw).state
    boxes_now = boxes_of_state(now)
    boxes_seen = boxes_of_state(seen) if seen else boxes_now
    own = {box: words for box, words in mine.items() if tidy(words, box) != tidy(boxes_seen[box], box)}
    both = {box: words for box, words in own.items() if boxes_now[box] not in (boxes_seen[box], words)}
    names = names_of(ids_in([seen, now]))
    return Meeting(
        who=_last_writer(thing),
        boxes={**boxes_now, **own},
        theirs=differences(seen, now, names) if seen else (),
        both=tuple(Difference(box, boxes_now[box], words) for box, words in both.items()),
    )


def boxes_of_state(state: State) -> dict[str, str]:
    """A thing as it stands in the boxes of its form."""
    if isinstance(state, ActionState):
        return typed(state.read)
    if isinstance(state, HeadingState):
        read = state.read
        return {
            "level": read.level,
            "ref": read.ref or "",
            "text": read.text,
            "rationale": read.rationale or "",
        }
    period = state.period.wording if state.period else ""
    return {"title": state.title, "vision": state.vision or "", "period": period}


def _last_writer(thing: Action | Heading | Plan) -> str:
    version = Version.objects.filter(thing_id=thing.pk).select_related("change__by").order_by("pk").last()
    if version is None:
        return ""
    return str(version.change.by or version.change.process)
