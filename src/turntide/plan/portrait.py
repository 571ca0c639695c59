"""How a plan shows itself in a notebook or a console: a line, or a tree that opens."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from turntide.plan.model import Action, Heading, Plan

LONGEST = 70
"""Characters of a text that a line shows."""


def plan_line(plan: Plan) -> str:
    """<Plan 'Healthy Tarrow' 5 themes, 51 actions, 9 findings>."""
    counts = [_top(plan), _counted(len(plan.actions), "action"), _counted(len(plan.findings), "finding")]
    if plan.takeaways:
        counts.append(_counted(len(plan.takeaways), "takeaway"))
    name = repr(_short(plan.title)) if plan.title else "without a title"
    kind = _short(plan.kind).capitalize()
    return f"<{kind} {name} {', '.join(count for count in counts if count)}>"


def action_line(action: Action) -> str:
    """<Action 1.a 'Open the school gates…' Housing, Parks · 2022/23>."""
    owners = ", ".join(body.name for body in (*action.leads, *action.partners))
    said = [_named("Action", action.ref, action.text), _short(owners)]
    when = f" · {_short(action.timescale.wording)}" if action.timescale else ""
    return f"<{' '.join(part for part in said if part)}{when}>"


def heading_line(heading: Heading) -> str:
    """<Theme 1 'Active places'>."""
    return f"<{_named(heading.level or 'Heading', heading.ref, heading.text)}>"


def plan_html(plan: Plan) -> str:
    """The plan as a tree of headings and actions that opens with a click, every text escaped."""
    title = escape(plan.title or "Untitled plan")
    rows = [f"<strong>{title}</strong> <small>{escape(plan_line(plan))}</small>"]
    rows.append(_actions_html(plan, None))
    rows += [_branch_html(plan, heading.id, ()) for heading in plan.headings if _is_outermost(plan, heading)]
    findings = "".join(f"<li>{escape(finding.message)}</li>" for finding in plan.findings)
    if findings:
        count = _counted(len(plan.findings), "finding")
        rows.append(f"<details><summary>{count}</summary><ul>{findings}</ul></details>")
    return f"<div>{''.join(rows)}</div>"


def _is_outermost(plan: Plan, heading: Heading) -> bool:
    return plan.heading(heading.parent) is None


def _branch_html(plan: Plan, id_: str, above: tuple[str, ...]) -> str:
    heading = plan.heading(id_)
    if heading is None or id_ in above:
        return ""
    label = escape(" ".join(part for part in (heading.level, heading.ref) if part))
    below = [_branch_html(plan, one.id, (*above, id_)) for one in plan.headings if one.parent == id_]
    inside = _actions_html(plan, id_) + "".join(below)
    summary = f"<summary><small>{label}</small> {escape(heading.text)}</summary>"
    return f'<details open style="margin-left:1em">{summary}{inside}</details>'


def _actions_html(plan: Plan, under: str | None) -> str:
    ids = {heading.id for heading in plan.headings}
    mine = [one for one in plan.actions if (one.under if one.under in ids else None) == under]
    items = "".join(f"<li>{_action_html(action)}</li>" for action in mine)
    return f"<ul>{items}</ul>" if items else ""


def _action_html(action: Action) -> str:
    ref = f"<b>{escape(action.ref)}</b> " if action.ref else ""
    owners = ", ".join(body.name for body in (*action.leads, *action.partners))
    when = action.timescale.wording if action.timescale else ""
    beside = " · ".join(part for part in (owners, when) if part)
    return ref + escape(action.text) + (f" <small>{escape(beside)}</small>" if beside else "")


def _top(plan: Plan) -> str:
    """How many headings stand outermost, by the plan's own word where they share one."""
    outermost = [heading for heading in plan.headings if _is_outermost(plan, heading)]
    levels = {heading.level for heading in outermost}
    word = _short(levels.pop()) if len(levels) == 1 else ""
    return _counted(len(outermost), word.lower() or "heading") if outermost else ""


def _counted(number: int, word: str) -> str:
    if number == 1:
        return f"1 {word}"
    ending = word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"
    return f"{number} {ending}"


def _named(kind: str, ref: str | None, text: str) -> str:
    return " ".join(part for part in (_short(kind), _short(ref or ""), repr(_short(text))) if part)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
