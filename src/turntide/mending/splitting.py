"""SplitAt: one action becomes two, which share what was said of them both."""

from __future__ import annotations

import re
from dataclasses import replace

from turntide.mending.kinds import SplitAt
from turntide.mending.laid import Laid, free_id
from turntide.mending.to_actions import sources_of
from turntide.plan.model import Action, Plan
from turntide.reading.fields import Frame, money_in, programmes_in, without_label
from turntide.reading.found_again import found_again, plain
from turntide.reading.passage import Passage

_BETWEEN = " \t\n•●▪○◦‣➢❖■□►"
_OF_ONE = ("ref", "text", "detail")
"""What is said of the first alone; all else is shared, as beside a merged cell."""


def split_at(plan: Plan, mend: SplitAt, laid: Laid) -> Plan | None:
    """The plan with the action split; None where no action says so or it has no such words inside."""
    wanted = found_again(mend.text, [action.text for action in plan.actions])
    found = [(plan.actions[at], where) for at in wanted if (where := _inside(plan.actions[at], mend, laid))]
    for action, at in found:
        plan = _split(plan, action, at, laid)
    return plan if found or _is_split(plan, mend) else None


def _is_split(plan: Plan, mend: SplitAt) -> bool:
    """Whether two actions that follow each other already say what the one would."""
    texts = [plain(action.text) for action in plan.actions]
    return any(f"{one} {other}" == plain(mend.text) for one, other in zip(texts, texts[1:], strict=False))


def _inside(action: Action, mend: SplitAt, laid: Laid) -> int:
    """Where in the words of an action the second begins; 0 where it does not."""
    words = r"\s+".join(map(re.escape, mend.before.split()))
    hit = re.search(rf"(?<=\W){words}", _words(action, laid).text, re.IGNORECASE)
    return hit.start() if hit else 0


def _words(action: Action, laid: Laid) -> Passage:
    return laid.passage(dict(action.sources).get("text"))


def _split(plan: Plan, action: Action, at: int, laid: Laid) -> Plan:
    words = _words(action, laid)
    first, second = words[:at].strip(_BETWEEN), words[at:].strip()
    if not first or not second:
        return plan
    ref, text = without_label(second)
    frame = Frame(laid.document.name)
    rest = tuple((name, source) for name, source in action.sources if name not in _OF_ONE)
    own = tuple((name, source) for name, source in action.sources if name != "text")
    one = replace(
        action,
        text=first.wording,
        programmes=programmes_in((first, laid.passage(dict(action.sources).get("detail"))), frame),
        sources=own + sources_of(laid, text=first),
    )
    two = replace(
        action,
        id=free_id(plan, action.id),
        ref=ref.wording or None,
        text=text.wording,
        detail=None,
        weightings=(),
        money=money_in((text,), frame),
        programmes=programmes_in((text,), frame),
        sources=sources_of(laid, ref=ref, text=text) + rest,
    )
    in_second = {money.source for money in two.money}
    one = replace(one, money=tuple(money for money in action.money if money.source not in in_second))
    index = next(index for index, other in enumerate(plan.actions) if other.id == action.id)
    return replace(plan, actions=(*plan.actions[:index], one, two, *plan.actions[index + 1 :]))
