"""Open data are what the public page shows, in forms that every program reads."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from django.test import Client
from given_fixtures import Published
from hypothesis import given, settings
from hypothesis import strategies as st
from made_record import PLAN, SECOND, action_id, made_record
from pytest_django import Settings
from rdflib import Graph, URIRef, namespace
from typer.testing import CliRunner

from turntide.cli import app
from turntide.exchange.csv_table import bare
from turntide.web.periods.rules.figures import figures
from turntide.web.publishing.rules.giving_csv import as_csv
from turntide.web.publishing.rules.giving_tables import TABLES
from turntide.web.publishing.rules.public import public_part
from turntide.web.publishing.services import keeping_files
from turntide.web.publishing.services.keeping_files import let_go_of_files

HERE = "/in/tarrow/"
DANGEROUS = (
    "=1+1",
    "+44 1632 960001",
    "-5 to 5",
    "@everybody",
    "\tindented",
    "\rreturned",
    "\nnext line",
    "＝1",
    "'=quoted",
    "''@twice",
    "=cmd|' /C calc'!A0",
    "'plain",
    'say "so", then; stop',
)


def body(path: str, client: Client | None = None) -> bytes:
    response = (client or Client()).get(HERE + path)
    assert response.status_code == 200, path
    return b"".join(response) if response.streaming else response.content


def table(path: str) -> list[dict[str, str]]:
    text = body(path).decode("utf-8-sig")
    return [
        {name: bare(cell) for name, cell in row.items()}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def test_a_plan_is_of_the_standard(published: Published, tmp_path: Path) -> None:
    for plan in (PLAN, SECOND):
        file = tmp_path / f"{plan}.json"
        file.write_bytes(body(f"data/{plan}/plan.json"))
        done = CliRunner().invoke(app, ["validate", str(file)])
        assert done.exit_code == 0, done.output
    told = json.loads((tmp_path / f"{PLAN}.json").read_text())
    example = json.loads(Path("docs/turntide-plan-1.example.json").read_text())
    assert list(told)[: len(example)] == list(example), "every key of the standard, in its order"
    assert set(example["actions"][0]) <= set(told["actions"][0])
    assert told["licence"]["id"] == "OGL-UK-3.0"
    assert [each["text"] for each in told["updates"]] == [
        "Two walking groups began on the quay.",
        "Two walking groups began on the quay.",
        "Lit from end to end since November.",
    ]
    assert not any(each["by"] for each in told["updates"]), "nobody is named"


def test_its_figures_are_those_of_every_paper(published: Published) -> None:
    told = json.loads(body("data/plans.json"))
    every = figures(made_record().actions)
    assert told["figures"]["lifecycle"]["delivering"] == every.lifecycle["delivering"].number
    assert told["figures"]["freshness"] == {
        key or "not reported": figure.number for key, figure in every.freshness.items()
    }
    second = next(each for each in told["plans"] if each["id"] == SECOND)
    assert "confidence" not in second["figures"], "a plan told in stories shows no colours"
    rows = {
        (row["plan_id"], row["axis"], row["value"]): int(row["number"]) for row in table("data/figures.csv")
    }
    assert rows["", "freshness", "silent"] == every.freshness["silent"].number
    assert rows[PLAN, "confidence", "red"] == told["plans"][0]["figures"]["confidence"]["red"]


def test_every_table_holds_the_columns_it_documents(published: Published) -> None:
    dictionary = body("data/dictionary/").decode()
    for each in TABLES:
        names = [column.name for column in each.columns]
        lines = csv.reader(io.StringIO(body(f"data/{each.name}.csv").decode("utf-8-sig"), newline=""))
        head, *rows = lines
        assert head == names
        assert all(len(row) == len(names) for row in rows)
        assert all(f"<code>{name}</code>" in dictionary for name in names)
        of_plan = table(f"data/{PLAN}/{each.name}.csv")
        assert all(row.get("plan_id", PLAN) == PLAN for row in of_plan)
    actions = {row["id"]: row for row in table("data/actions.csv")}
    assert len(actions) == len(made_record().actions)
    assert actions[action_id(5)]["action"] == "=Benches every 400 metres"
    assert actions[action_id(3)]["confidence"] == "not reported", "silent is grey"


def test_a_workbook_holds_the_same_tables_as_text(published: Published) -> None:
    book = openpyxl.load_workbook(io.BytesIO(body("data/plans.xlsx")))
    assert book.sheetnames[0] == "About"
    assert len(book.sheetnames) == 1 + len(TABLES)
    for each, name in zip(TABLES, book.sheetnames[1:], strict=True):
        head, *rows = book[name].iter_rows()
        assert [cell.value for cell in head] == [column.name for column in each.columns]
        assert len(rows) == len(table(f"data/{each.name}.csv"))
        assert all(cell.data_type in ("s", "n") for row in rows for cell in row), "no formula"
    benches = next(
        cell
        for row in book["Actions"].iter_rows()
        for cell in row
        if cell.value == "=Benches every 400 metres"
    )
    assert benches.quotePrefix


def test_a_workbook_is_made_once_and_goes_when_it_is_shown_no_more(
    published: Published, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    first = body("data/plans.xlsx")
    (kept,) = tmp_path.glob("open-data/*/*")
    made = kept.stat()
    assert body("data/plans.xlsx") == first == kept.read_bytes()
    assert (kept.stat().st_mtime_ns, kept.stat().st_ino) == (made.st_mtime_ns, made.st_ino)
    assert let_go_of_files() == 0 and kept.exists()
    record = made_record()
    published.publish(replace(record, actions=(replace(record.actions[0], text="Other words"),)))
    sheets = openpyxl.load_workbook(io.BytesIO(body("data/plans.xlsx")))
    assert "Other words" in [cell.value for row in sheets["Actions"].iter_rows() for cell in row]
    assert let_go_of_files() == 1 and not kept.exists()
    published.site.open = False
    published.site.save()
    assert let_go_of_files() == 1 and not list(tmp_path.glob("open-data/*"))


def test_a_workbook_is_given_also_where_it_cannot_be_kept(
    published: Published, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA = tmp_path / "a file"
    settings.DATA.write_text("no folder")
    assert body("data/plans.xlsx").startswith(b"PK")


def test_what_is_kept_has_a_bound(
    published: Published, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA = tmp_path
    body("data/plans.xlsx")
    monkeypatch.setattr(keeping_files, "MOST_BYTES", 10)
    body(f"data/{PLAN}/plan.xlsx")
    assert [each.name for each in tmp_path.glob("open-data/*/*")] == [f"{PLAN}.xlsx"]


def test_no_text_becomes_a_formula_and_none_is_harmed() -> None:
    rows = [(text, text, 3) for text in DANGEROUS]
    read = list(
        csv.reader(io.StringIO("".join(as_csv(["a", "b", "n"], rows)).removeprefix("\ufeff"), newline=""))
    )
    assert [tuple(map(bare, line)) for line in read[1:]] == [(a, b, str(n)) for a, b, n in rows]
    for line in read[1:]:
        assert all(cell[:1] not in "=+-@\t\r\n＝＋－＠" for cell in line)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=8))
def test_any_text_comes_back_from_a_table(rows: list[tuple[str, str]]) -> None:
    text = "".join(as_csv(["a", "b"], rows)).removeprefix("\ufeff")
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert [tuple(map(bare, line)) for line in read] == rows


def test_the_catalogue_is_read_as_a_graph(published: Published) -> None:
    for path in (f"{HERE}catalogue.jsonld", "/in/catalogue.jsonld"):
        graph = Graph().parse(data=Client().get(path).content, format="json-ld")
        sets = set(graph.subjects(namespace.RDF.type, namespace.DCAT.Dataset))
        assert len(sets) == 3, "the place and its two plans"
        for each in sets:
            assert graph.value(each, namespace.DCTERMS.title)
            assert graph.value(each, namespace.DCTERMS.license) == URIRef(
                "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
            )
            for distribution in graph.objects(each, namespace.DCAT.distribution):
                address = str(graph.value(distribution, namespace.DCAT.downloadURL))
                assert Client().get(address.removeprefix("http://localhost:8000")).status_code == 200


def test_pages_tell_machines_what_they_are_of(published: Published) -> None:
    hostile = replace(
        made_record(), plans=(replace(made_record().plans[0], title="</script><script>alert(1)</script>"),)
    )
    published.publish(hostile)
    shown = body(f"plans/{PLAN}/").decode()
    inside = shown.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    thing = json.loads(inside)
    assert thing["@graph"][0]["name"] == "</script><script>alert(1)</script>"
    assert [each["@type"] for each in thing["@graph"]] == [
        "CreativeWork",
        "GovernmentOrganization",
        "Dataset",
    ]
    assert "<script>alert" not in shown


def test_what_is_not_published_is_not_given(published: Published) -> None:
    published.site.open = False
    published.site.save()
    for path in (
        "data/",
        "data/plans.json",
        "data/actions.csv",
        "catalogue.jsonld",
        f"data/{PLAN}/plan.xlsx",
    ):
        assert Client().get(HERE + path).status_code == 404
    assert b"Tarrow" not in Client().get("/in/catalogue.jsonld").content
    assert Client().get("/in/nowhere/data/plans.json").status_code == 404


def test_files_are_kept_until_something_is_published(published: Published) -> None:
    for path in ("data/plans.json", "data/actions.csv", "catalogue.jsonld", "feed.atom"):
        first = Client().get(HERE + path)
        assert "public" in first["Cache-Control"]
        assert first["Access-Control-Allow-Origin"] == "*"
        assert "Set-Cookie" not in first
        again = Client().get(HERE + path, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304
    published.publish(replace(made_record(), ends="2027-01-31"))
    assert Client().get(HERE + "data/plans.json", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_twenty_thousand_actions_are_streamed(published: Published) -> None:
    """Neither a document nor a table is ever held whole: each goes out in pieces as it is made."""
    record = public_part(made_record())
    actions = tuple(
        replace(each, id=f"{number:08d}{each.id[8:]}") for number in range(2_223) for each in record.actions
    )
    published.publish(replace(record, actions=actions))
    for path in ("data/plans.json", "data/actions.csv"):
        response = Client().get(HERE + path)
        lengths = [len(piece) for piece in response]
        assert sum(lengths) > 6_000_000 and max(lengths) < 300_000
