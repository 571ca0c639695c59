"""The compiled look reaches nowhere else, is nobody else's brand, and can be read by everybody."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LOOK = ROOT / "look"
DESIGN = ROOT / "src/turntide/web/design"
STATIC = DESIGN / "static/design"
CSS = (STATIC / "turntide.css").read_text("utf-8")
TEMPLATES = sorted((DESIGN / "templates").rglob("*.html")) + sorted(
    (DESIGN / "form_templates").rglob("*.html")
)
TRANSLATED = [path for path in TEMPLATES if not path.name.startswith("living")]


FOREIGN = (r"https?://\w", r"//\w+\.\w", r"url\(", r"data:", "GDS Transport", "crown", r"@import")


@pytest.mark.parametrize("foreign", FOREIGN)
def test_the_style_reaches_nowhere_and_is_no_other_brand(foreign: str) -> None:
    assert re.findall(foreign, CSS, re.IGNORECASE) == []


def test_the_style_is_made_from_the_sources_as_they_are() -> None:
    sources = [*sorted(LOOK.glob("*.scss")), LOOK / "package.json", LOOK / "package-lock.json"]
    made_from = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    assert f"made from {made_from}" in CSS, "run scripts/make-look"


def test_versions_of_what_others_wrote_are_pinned_and_named() -> None:
    versions = json.loads((LOOK / "package.json").read_text("utf-8"))["devDependencies"]
    licences = (STATIC / "LICENCES.txt").read_text("utf-8")
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())
    assert f"govuk-frontend {versions['govuk-frontend']}, under the MIT licence" in licences
    assert f"htmx {versions['htmx.org']}" in licences


def test_scripts_name_no_source_map_and_no_other_site() -> None:
    ours = (STATIC / "turntide.js").read_text("utf-8")
    assert "http" not in ours
    assert all("sourceMappingURL" not in path.read_text("utf-8") for path in STATIC.glob("*.js"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_script_or_style_of_its_own(template: Path) -> None:
    text = template.read_text("utf-8")
    assert re.findall(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)|javascript:", text) == []


@pytest.mark.parametrize("template", TRANSLATED, ids=lambda path: path.name)
def test_every_word_of_a_template_can_be_translated(template: Path) -> None:
    """Names of classes and attributes aside, no word of a template stands outside a translation."""
    text = re.sub(
        r"{% (comment|blocktranslate).*?{% end\1 %}|{% block body_class %}.*", "", template.read_text("utf-8")
    )
    text = re.sub(r"{%.*?%}|{{.*?}}", "", text)
    read_aloud = " ".join(re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*)"', text))
    shown = re.sub(r"<[^>]*>|&\w+;|[\w.-]+=\"[^\"]*\"", " ", text)
    assert set(re.findall(r"[^\W\d_]{2,}", f"{shown} {read_aloud}")) <= {"Turntide"}


def test_words_stand_out_from_what_is_behind_them() -> None:
    colour = dict(
        re.findall(r"^\$([\w-]+): (#[0-9a-f]{6});", (LOOK / "_settings.scss").read_text("utf-8"), re.M)
    )
    body = [colour["ink"], colour["ink-soft"], colour["teal"], colour["brick"], colour["sea"]]
    pairs = [(colour[name], colour[f"{name}-pale"]) for name in ("sea", "brick", "blue", "grey", "teal")]
    assert all(contrast(words, behind) >= 7 for words in body for behind in ("#ffffff",))
    assert contrast(colour["ink"], colour["amber"]) >= 7
    assert contrast(colour["ink-soft"], colour["teal-mist"]) >= 7
    assert all(contrast(words, behind) >= 4.5 for words, behind in pairs)
    assert all(contrast(line, "#ffffff") >= 3 for line in (colour["teal"], colour["ink"]))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
