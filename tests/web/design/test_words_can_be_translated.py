"""Every word of the interface can be translated, Welsh is begun, and the plan's own words stay."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from site_cast import Cast

from turntide.explaining.families import LEGEND, Family
from turntide.web.design.days import day, moment
from turntide.web.design.statuses import SHOWN
from turntide.web.intake.pages.reading_words import field_words, legend
from turntide.web.plans.models import Plan

ROOT = Path(__file__).parents[3]
WEB = ROOT / "src/turntide/web"
WELSH = polib.pofile(str(WEB / "locale/cy/LC_MESSAGES/django.po"))
TEMPLATES = [
    path
    for folder in ("templates", "form_templates")
    for path in sorted(WEB.glob(f"*/{folder}/**/*"))
    # The page that shows every component, to builders alone, is no part of the interface.
    if path.suffix in (".html", ".txt") and not path.name.startswith("living")
]
# What shows every component to builders, in English.
BUILDERS = {WEB / "design/living.py", WEB / "design/views.py"}
# What the people of the example place said is theirs, as what real people type is.
INVENTED = {WEB / "config/example_words.py", WEB / "config/example_delivery.py"}
PYTHON = [
    path
    for path in sorted(WEB.rglob("*.py"))
    if "migrations" not in path.parts and path not in BUILDERS | INVENTED
]

SAID = {"label", "help_text", "title", "caption", "hint", "legend", "empty_label", "summary", "heading"}
"""Names under which forms, fields and pages take words that are shown."""
SAYERS = {"success", "info", "warning", "error", "done", "told_at", "ValidationError", "Ruling", "Refused"}
"""Calls that take words that are shown."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|%%|\{\w*\}")


def ids(path: Path) -> str:
    return str(path.relative_to(WEB))


@pytest.mark.parametrize("template", TEMPLATES, ids=ids)
def test_no_word_of_a_template_stands_outside_a_translation(template: Path) -> None:
    assert words_outside(template.read_text("utf-8"), html=template.suffix == ".html") <= {"Turntide"}


@pytest.mark.parametrize(
    "template",
    [
        "<p>Bare</p>",
        '<a title="Bare">·</a>',
        "{% if x %}Bare{% endif %}",
        '{% button "Bare" %}',
        "{{ x|default:'Bare' }}",
    ],
)
def test_a_bare_word_is_found_wherever_it_hides(template: str) -> None:
    assert words_outside(template, html=True) == {"Bare"}


def words_outside(template: str, *, html: bool) -> set[str]:
    """The words that are shown or read aloud as they stand, whatever the language."""
    text = re.sub(r"{% (comment|blocktranslate)\b.*?{% end\1 %}|{#.*?#}", "", template, flags=re.DOTALL)
    text = re.sub(r"{% block body_class %}.*", "", text)
    given = {word for tag in re.findall(r"{%.*?%}|{{.*?}}", text) for word in words_given(tag)}
    text = re.sub(r"{%.*?%}|{{.*?}}", "", text)
    if html:
        text = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
        read_aloud = " ".join(re.findall(r'\b(?:aria-label|alt|title|placeholder)="([^"]*)"', text))
        text = re.sub(r"<[^>]*>|[\w.-]+=\"[^\"]*\"|&\w+;", " ", text) + read_aloud
    return given | set(re.findall(r"[^\W\d_]{2,}", text))


def words_given(tag: str) -> list[str]:
    """Words that a tag of ours or a filter is handed as they stand; a capital letter tells them from names."""
    if re.match(r"{% *(translate|load|url|static|extends|include|block)\b", tag):
        return []
    texts = re.findall(r"""(?<!_\()"([^"]*)"|(?<!_\()'([^']*)'""", tag)
    return [word for pair in texts for word in re.findall(r"\b[A-Z][a-z]{2,}", "".join(pair))]


@pytest.mark.parametrize("module", PYTHON, ids=ids)
def test_no_words_for_people_stand_outside_a_translation(module: Path) -> None:
    assert list(untranslated(ast.parse(module.read_text("utf-8")))) == []


def test_bare_words_are_found_in_python() -> None:
    bare = 'CharField(label="Bare")\nmessages.success(request, "Bare")\ndef title(self):\n    return "Bare"'
    assert list(untranslated(ast.parse(bare))) == ["Bare"] * 3
    assert list(untranslated(ast.parse(bare.replace('"Bare"', '_("Bare")')))) == []


def untranslated(tree: ast.AST) -> Iterator[str]:
    """Words in a place from where they are shown, that are not handed to a translation."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in SAID:
            yield from bare_words(node.value)
        if isinstance(node, ast.Call) and name_of_call(node) in SAYERS and not is_logged(node):
            yield from (words for given in node.args for words in bare_words(given))
        if isinstance(node, ast.FunctionDef) and node.name in SAID:
            answers = [each.value for each in ast.walk(node) if isinstance(each, ast.Return) and each.value]
            yield from (words for answer in answers for words in bare_words(answer))


def bare_words(node: ast.expr) -> list[str]:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return [text for text in texts if re.search(r"\b[A-Z][a-z]+|[a-z]+ [a-z]+", text)]


def is_logged(call: ast.Call) -> bool:
    """Whether it is written to the log, which whoever runs the site reads in English."""
    return isinstance(call.func, ast.Attribute) and "log" in ast.unparse(call.func.value).casefold()


def name_of_call(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_the_catalogue_has_every_word_of_the_source() -> None:
    checked = subprocess.run(
        [sys.executable, ROOT / "scripts/make-messages", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_translation_holds_what_is_put_into_its_source() -> None:
    astray = [entry.msgid for entry in WELSH if not entry.obsolete and not holds_the_same(entry)]
    assert astray == []


def holds_the_same(entry: polib.POEntry) -> bool:
    said = [text for text in (entry.msgstr, *entry.msgstr_plural.values()) if text]
    wanted = {frozenset(PLACEHOLDER.findall(text)) for text in (entry.msgid, entry.msgid_plural) if text}
    return all(frozenset(PLACEHOLDER.findall(text)) in wanted for text in said)


def test_a_translation_begins_and_ends_as_its_source() -> None:
    """A space lost at an edge would run two words together, and a full stop lost a sentence."""
    edges = [
        entry.msgid
        for entry in WELSH.translated_entries()
        if entry.msgstr and (ends(entry.msgid) != ends(entry.msgstr))
    ]
    assert edges == []


def ends(text: str) -> tuple[bool, bool, bool]:
    return text.startswith(" "), text.endswith(" "), text.endswith(".")


@pytest.mark.parametrize("status", SHOWN.values(), ids=SHOWN.keys())
def test_every_status_has_its_welsh_word(status: object) -> None:
    word = getattr(status, "word", "")
    with translation.override("en-gb"):
        english = str(word)
    with translation.override("cy"):
        assert str(word) != english


def test_dates_are_in_welsh() -> None:
    with translation.override("cy"):
        assert day(date(2026, 11, 22)) == "22 Tachwedd 2026"
        assert moment(datetime(2026, 11, 22, 15, 5, tzinfo=UTC)) == "22 Tachwedd 2026 am 3:05yp"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 o "), (1, "1 cam"), (2, "2 gam"), (8, "8 o "), (21, "21 o ")]
)
def test_numbers_count_as_welsh_counts(number: int, said: str) -> None:
    with translation.override("cy"):
        words = translation.ngettext("%(many)s action", "%(many)s actions", number) % {"many": number}
    assert words.startswith(said)


@pytest.mark.django_db
def test_signing_in_is_in_welsh_where_the_browser_asks_for_it(client: Client, cast: Cast) -> None:
    page = client.get("/account/login/", headers={"accept-language": "cy"}, follow=True).content.decode()
    assert '<html lang="cy"' in page
    assert "Mewngofnodi" in page
    assert "Cyfeiriad e-bost" in page
    assert "Sign in" not in page


@pytest.mark.django_db
def test_a_place_turns_welsh_and_its_plan_keeps_its_own_words(
    as_editor: Client, cast: Cast, tarrow_plan: Plan
) -> None:
    english = as_editor.get(f"/places/{cast.tarrow.slug}/").content.decode()
    as_editor.post("/language/", {"language": "cy", "next": "/"})
    welsh = as_editor.get(f"/places/{cast.tarrow.slug}/").content.decode()
    assert '<html lang="en-gb"' in english
    assert '<html lang="cy"' in welsh
    assert all(word in welsh for word in ("Sefydliadau", "Cynlluniau", "Allgofnodi"))
    assert tarrow_plan.title in english
    assert tarrow_plan.title in welsh


def test_fields_of_a_reading_are_named_in_welsh_and_levels_as_the_plan_names_them() -> None:
    with translation.override("cy"):
        assert field_words(Family.PEOPLE, "Lead") == "Arweinydd"
        assert field_words(Family.PLACE, "Action") == "Action"
        assert all(ours.meaning != key.meaning for ours, key in zip(legend(), LEGEND, strict=True))


def test_the_languages_that_are_offered_have_their_catalogues() -> None:
    offered = {code for code, _name in settings.LANGUAGES} - {"en-gb"}
    assert offered == {path.name for path in (WEB / "locale").iterdir() if path.is_dir()}
