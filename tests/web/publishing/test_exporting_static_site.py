"""The public site as files is what is served: no link is dead, and only what needs the site itself is left out."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from given_fixtures import Published
from hypothesis import given
from hypothesis import strategies as st
from made_record import PLAN, made_record
from typer.testing import CliRunner

from turntide.cli import app
from turntide.web.publishing.rules.exporting import replaced
from turntide.web.publishing.services.exporting import MARK, NotExportedError, export_site

LIVING = "http://localhost:8000/in/tarrow/"
LINK = re.compile(r'(\s(?:href|src|action)=")([^"]*)(?=")')
FOLLOW = re.compile(r'<section class="tt-follow".*?</section>', re.DOTALL)
ACROSS = re.compile(r'<li><a class="govuk-link" href="/across/[^<]*</a></li>')
FORM = re.compile(r"<form.*?</form>", re.DOTALL)


def links_in(html: str) -> list[str]:
    return [unescape(address) for _, address in LINK.findall(html)]


def served_as(folder: Path, file: Path, address: str) -> str:
    """The address on the living site that a link between files stands for."""
    if re.match(r"[a-z]+:|#|$", address):
        return address
    path, *mark = address.split("#")
    there = posixpath.normpath(posixpath.join(file.parent.relative_to(folder).as_posix(), path))
    if there.startswith("static/"):
        return f"/{there}"
    there = there.removesuffix("index.html")
    return "#".join([f"/in/tarrow/{there}", *mark])


def plain(html: str) -> str:
    """Without what the files leave out, and our own addresses without the site's name."""
    spare = FORM.sub("", FOLLOW.sub("", ACROSS.sub("", html)))
    spare = LINK.sub(lambda found: found[1] + found[2].replace("http://localhost:8000/", "/"), spare)
    return "\n".join(line.strip() for line in spare.splitlines() if line.strip())


@pytest.fixture
def folder(published: Published, tmp_path: Path) -> Path:
    export_site("tarrow", tmp_path / "site")
    return tmp_path / "site"


def test_no_link_is_dead(folder: Path) -> None:
    pages = list(folder.rglob("*.html"))
    assert len(pages) > 40
    for page in pages:
        html = page.read_text(encoding="utf-8")
        for address in links_in(html):
            parts = urlsplit(address)
            if parts.scheme:
                assert address.startswith((f"{LIVING}follow/", f"{LIVING}cy/follow/", "mailto:", "https://"))
                continue
            if not parts.path:
                continue
            there = Path(posixpath.normpath((page.parent / parts.path).as_posix()))
            assert there.is_file(), f"{page.relative_to(folder)} leads to {address}"
            assert there.is_relative_to(folder)
            if parts.fragment:
                assert f'id="{parts.fragment}"' in there.read_text(encoding="utf-8")


def test_every_page_is_what_is_served(folder: Path) -> None:
    client = Client()
    for page in folder.rglob("*.html"):
        path = f"/in/tarrow/{page.relative_to(folder).as_posix().removesuffix('index.html')}"
        was = client.get(path).content.decode()
        html = page.read_text(encoding="utf-8")
        now = LINK.sub(lambda found: found[1] + served_as(folder, page, found[2]), html)  # noqa: B023
        assert plain(now) == plain(was), path
    for name in (
        "data/plans.json",
        "data/actions.csv",
        "feed.atom",
        "catalogue.jsonld",
        f"data/{PLAN}/plan.json",
    ):
        response = client.get(f"/in/tarrow/{name}")
        body = b"".join(response) if response.streaming else response.content
        assert (folder / name).read_bytes() == body
    look = next((folder / "static").rglob("turntide*.css"))
    assert look.stat().st_size > 10_000


def test_what_needs_the_site_says_where_it_is(folder: Path) -> None:
    front = (folder / "index.html").read_text(encoding="utf-8")
    assert "<form" not in front and f'href="{LIVING}follow/"' in front
    assert not (folder / "follow").exists() and not (folder / "search").exists()


def test_a_base_address_is_used_everywhere(published: Published, tmp_path: Path) -> None:
    base = "https://www.tarrow.example/plans"
    export_site("tarrow", tmp_path / "site", base=base)
    front = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert f'href="{base}/plans/{PLAN}/"' in front
    told = json.loads((tmp_path / "site/data/plans.json").read_text(encoding="utf-8"))
    assert told["identifier"] == f"{base}/" and told["plans"][0]["identifier"] == f"{base}/plans/{PLAN}/"
    assert LIVING not in (tmp_path / "site/feed.atom").read_text(encoding="utf-8")


def test_it_takes_the_place_of_the_one_before(folder: Path, published: Published) -> None:
    (folder / "left.html").write_text("left")
    record = made_record()
    published.publish(replace(record, plans=record.plans[:1], actions=record.actions[:2], headings=()))
    export_site("tarrow", folder)
    assert not (folder / "left.html").exists() and (folder / MARK).is_file()
    assert sorted(each.name for each in folder.parent.iterdir()) == ["site"], "nothing is left beside it"


def test_other_peoples_folders_are_not_touched(published: Published, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")
    with pytest.raises(NotExportedError, match="holds something else"):
        export_site("tarrow", tmp_path)
    assert (tmp_path / "letter.txt").read_text() == "Dear Ada"
    published.site.open = False
    published.site.save()
    with pytest.raises(NotExportedError, match="shows nothing"):
        export_site("tarrow", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_the_command_says_what_it_did(
    published: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("turntide.commands.site.settled.settle", lambda data: None)
    done = CliRunner().invoke(app, ["publish", "--to", str(tmp_path / "site")])
    assert done.exit_code == 0, done.output
    assert "files of Tarrow." in done.output
    wrong = CliRunner().invoke(app, ["publish", "--to", str(tmp_path / "site"), "--place", "nowhere"])
    assert wrong.exit_code == 10 and "shows nothing to the public" in wrong.output
    assert CliRunner().invoke(app, ["publish", "--to", "x", "--base-url", "tarrow"]).exit_code == 2


@given(st.text("abc", max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_a_text_is_replaced_across_its_pieces(text: str, cuts: list[int]) -> None:
    ends = [*sorted(cuts), len(text)]
    pieces = [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    assert "".join(replaced(pieces, "abc", "X-")) == text.replace("abc", "X-")
