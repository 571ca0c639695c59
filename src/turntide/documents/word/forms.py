"""Word's old form fields, whose values stand nowhere as text."""

from __future__ import annotations

from turntide.documents.word.names import VAL, Element, W, number, switched, value, whole


def form_value(begin: Element) -> str:
    """What an old form field shows that stands nowhere as text: a ticked box, an entry picked."""
    form = begin.find(W + "ffData")
    if form is None:
        return ""
    box = form.find(W + "checkBox")
    if box is not None:
        ticked = switched(box, "checked")
        return "☒" if (switched(box, "default") if ticked is None else ticked) else "☐"
    return _picked(form.find(W + "ddList"))


def _picked(entries: Element | None) -> str:
    if entries is None:
        return ""
    result = number(entries, "result")
    at = (whole(value(entries, "default")) or 0) if result is None else result
    listed = [entry.get(VAL) or "" for entry in entries.findall(W + "listEntry")]
    return listed[at] if 0 <= at < len(listed) else ""
