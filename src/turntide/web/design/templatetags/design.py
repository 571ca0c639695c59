"""The components of the look, as template tags. `/design/` shows each (docs/look.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BaseForm
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from turntide.web.design import days, telling
from turntide.web.design.differences import pieces
from turntide.web.design.statuses import Words, shown
from turntide.web.design.summaries import Language, Problem, Row, problems_of

register = template.Library()
register.filter("day", days.day)
register.filter("moment", days.moment)
register.filter("financial_year", days.financial_year)


@register.inclusion_tag("design/parts/button.html")
def button(label: Words, href: str = "", kind: str = "", name: str = "", value: str = "") -> dict[str, Any]:
    """A button, or a link that starts something. ``kind``: "", "secondary" or "warning"."""
    return {"label": label, "href": href, "kind": kind, "name": name, "value": value}


@register.inclusion_tag("design/parts/tag.html")
def tag(status: object = None, label: Words = "") -> dict[str, Any]:
    """A status: word and shape. ``label`` is the plan's own word for it."""
    return {"shown": shown(status, label)}


@register.inclusion_tag("design/parts/summary_list.html")
def summary_list(rows: Iterable[Row | Sequence[Any]]) -> dict[str, Any]:
    """Names and values, each with a link to change it where there is one."""
    return {"rows": [row if isinstance(row, Row) else Row(*row) for row in rows]}


@register.simple_block_tag(end_name="endtable")
def table(
    content: str, caption: Words, cards: bool = True, small: bool = False, hidden: bool = False
) -> SafeString:
    """A table with a caption. On a phone its rows become cards: give each cell a ``data-label``."""
    options = {"caption": caption, "cards": cards, "small": small, "hidden": hidden}
    return render_to_string("design/parts/table.html", {"content": content, **options})


@register.inclusion_tag("design/parts/breadcrumbs.html")
def breadcrumbs(crumbs: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """The way here: pairs of words and address, the outermost first."""
    return {"crumbs": list(crumbs)}


@register.simple_block_tag(end_name="endinset")
def inset(content: str) -> SafeString:
    """Words set apart."""
    return render_to_string("design/parts/inset.html", {"content": content})


@register.simple_block_tag(end_name="enddetails")
def details(content: str, summary: Words, opened: bool = False) -> SafeString:
    """Words that a reader may unfold."""
    return render_to_string(
        "design/parts/details.html", {"content": content, "summary": summary, "opened": opened}
    )


@register.inclusion_tag("design/parts/warning.html")
def warning(text: Words) -> dict[str, Any]:
    """A warning."""
    return {"text": text}


@register.inclusion_tag("design/parts/nothing_yet.html")
def nothing_yet(
    title: Words, text: Words = "", url: str = "", link: Words = "", level: int = 2
) -> dict[str, Any]:
    """An empty state: what would be here, and what to do next."""
    return {"title": title, "text": text, "url": url, "link": link, "level": level}


@register.inclusion_tag("design/parts/chips.html")
def chips(filters: Iterable[Sequence[Any]], clear: str = "") -> dict[str, Any]:
    """What a list is narrowed to: pairs of words and the address without them."""
    return {"filters": list(filters), "clear": clear}


@register.inclusion_tag("design/parts/progress.html")
def progress(
    text: Words, done: int | None = None, total: int = 100, name: str = "progress"
) -> dict[str, Any]:
    """Long work: what is being done and how far it is; without ``done``, that it goes on."""
    return {"text": text, "done": done, "total": total, "name": name}


@register.inclusion_tag("design/parts/diff.html")
def diff(old: str, new: str) -> dict[str, Any]:
    """The old wording and the new, with what went and what came."""
    return {"pieces": pieces(old, new)}


@register.inclusion_tag("design/parts/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Page[Any], name: str = "page") -> dict[str, Any]:
    """Links to the other pages of a list; the filters in the address stay."""
    query = context["request"].GET.copy()
    query.pop(name, None)
    kept = query.urlencode()
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": numbers, "start": f"?{kept}&{name}=" if kept else f"?{name}="}


@register.inclusion_tag("design/parts/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """What is wrong in one form or several, each error linked to its field."""
    problems: list[Problem] = [problem for form in forms for problem in problems_of(form)]
    return {"problems": problems}


@register.simple_tag
def undo_of(message: Any) -> str:
    """The address that an Undo button in a message posts to."""
    return telling.undo_of(message.extra_tags)


@register.simple_tag
def language_choices() -> tuple[Language, ...]:
    """The languages of the interface, each in its own name."""
    current = translation.get_language()
    return tuple(
        Language(code, translation.get_language_info(code.split("-")[0])["name_local"], code == current)
        for code, _name in settings.LANGUAGES
    )
