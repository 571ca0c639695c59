"""Read from the program's own text: views reach what is held through the person's place, and markup is never vouched
for without a word on why."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import turntide.web

WEB = Path(turntide.web.__file__).parent
VIEWS = sorted((*WEB.rglob("views.py"), *WEB.glob("*/views/**/*.py")))
MODULES = sorted(WEB.rglob("*.py"))
TEMPLATES = sorted(path for path in WEB.rglob("*.html") if "static" not in path.parts)
OPEN_MANAGERS = ("objects", "_default_manager", "_base_manager", "raw", "cursor")
FETCHERS = ("get_object_or_404", "get_list_or_404")
VOUCHERS = {"mark_safe": 1, "SafeString": 1, "SafeText": 1, "format_html": 1, "format_html_join": 2}
"""What makes a text pass as markup, with how many of its arguments do; the others are escaped."""

FREE_OF_PLACE = {
    "config/views.py": "home leads to a person's own places or, on an empty site, to the welcome; health asks nothing",
}
"""Views that ask models directly, and why that shows nothing of a place."""

FREE_OF_FORMS = {
    "mail/views/stopping.py": "a mail program stops letters by one click (RFC 8058); every other post there is checked",
}
"""Views that take a post without the token of our own page, and why nothing can be done by it that should not."""

MAY_BE_FRAMED = {
    "publishing/views/embedding.py": "what is public already, where the place lets others show it in their pages",
}
"""Views that other sites may show within their own."""

VOUCHED_IN_PYTHON = {
    "plans/pages/statuses.py": "joins tags that our own template has drawn, each escaped there",
    "publishing/pages/metadata.py": "metadata as JSON, in which every sign that could end it is escaped",
    "reporting/printing/web.py": "joins words, links and marks of footnotes, each escaped there",
    "reporting/templatetags/papers.py": "our own drawings, whose words are escaped as they are drawn",
}
VOUCHED_IN_TEMPLATES = {
    "accounts/templates/mfa/totp/activate_form.html": "a picture that the library draws of a secret it made",
}
_UNESCAPED = re.compile(r"\|\s*(?:safe|safeseq)\b|{%\s*autoescape\s+off")


def shown(path: Path) -> str:
    return path.relative_to(WEB).as_posix()


def reaches(tree: ast.AST) -> Iterator[str]:
    """Where a view asks for rows of everybody."""
    models = _models_imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in OPEN_MANAGERS:
            yield f"line {node.lineno}: .{node.attr}"
        if isinstance(node, ast.Call) and _name(node.func) in FETCHERS:
            wanted = _name(node.args[0]) if node.args else ""
            if wanted in models:
                yield f"line {node.lineno}: {_name(node.func)}({wanted})"


def _models_imported(tree: ast.AST) -> set[str]:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {
        alias.asname or alias.name for one in imports if "models" in (one.module or "") for alias in one.names
    }


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def names_used(tree: ast.AST) -> set[str]:
    nodes = (node for node in ast.walk(tree) if isinstance(node, (ast.Name, ast.Attribute, ast.alias)))
    return {node.name if isinstance(node, ast.alias) else _name(node) for node in nodes}


def vouches(tree: ast.AST) -> bool:
    """Whether it lets a text pass as markup that is not written out there and then."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(not _written_out(call) for call in calls if _name(call.func) in VOUCHERS)


def _written_out(call: ast.Call) -> bool:
    passing = call.args[: VOUCHERS[_name(call.func)]]
    return all(isinstance(one, ast.Constant) or _vouched_words(one) for one in passing)


def _vouched_words(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _name(node.func) in VOUCHERS and _written_out(node)


@pytest.mark.parametrize("path", VIEWS, ids=shown)
def test_a_view_asks_for_nothing_but_what_its_place_has(path: Path) -> None:
    found = list(reaches(ast.parse(path.read_text(encoding="utf-8"))))
    assert found == [] or shown(path) in FREE_OF_PLACE


def test_the_linter_sees_what_it_is_to_see() -> None:
    wrong = "from x.models import Plan\nPlan.objects.get(pk=1)\nget_object_or_404(Plan, pk=1)\n"
    assert len(list(reaches(ast.parse(wrong)))) == 2
    assert list(reaches(ast.parse("get_object_or_404(request.here.place.plans, pk=1)"))) == []


def test_the_linter_tells_words_written_out_from_words_that_come_from_elsewhere() -> None:
    assert vouches(ast.parse("mark_safe(text)")) and vouches(ast.parse("format_html(f'<b>{text}</b>')"))
    assert vouches(ast.parse("format_html_join(SafeString(mark), '{}', rows)"))
    assert not vouches(ast.parse("format_html('<b>{}</b>', text)"))


def test_python_that_vouches_for_markup_is_listed() -> None:
    vouching = {shown(path) for path in MODULES if vouches(ast.parse(path.read_text(encoding="utf-8")))}
    assert vouching == set(VOUCHED_IN_PYTHON)


def test_templates_that_vouch_for_markup_are_listed() -> None:
    vouching = {shown(path) for path in TEMPLATES if _UNESCAPED.search(path.read_text(encoding="utf-8"))}
    assert vouching == set(VOUCHED_IN_TEMPLATES)


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_module_runs_what_it_is_given(path: Path) -> None:
    used = names_used(ast.parse(path.read_text(encoding="utf-8")))
    barred = {"eval", "exec", "pickle", "csp_exempt"}
    barred |= set() if shown(path) in FREE_OF_FORMS else {"csrf_exempt"}
    barred |= set() if shown(path) in MAY_BE_FRAMED else {"xframe_options_exempt"}
    assert not used & barred
