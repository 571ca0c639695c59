"""A backup restored, and a move to another database, hold exactly what there was."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from installation import Installation

ADA = """
import django; django.setup()
from turntide.web.accounts.models import Person
Person.objects.create_user("ada@tarrow.example", "tidal marmalade lantern oak", name="Ada")
"""


MOMENTS = """
import django; django.setup()
from turntide.web.audit.models import Entry
print([at.isoformat() for at in Entry.objects.order_by("pk").values_list("at", flat=True)])
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    installation = Installation(tmp_path_factory.mktemp("filled"))
    installation.prepare(example=True)
    installation.python(ADA)
    return installation


@pytest.fixture(scope="module")
def backup(filled: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backup") / "today.zip"
    filled.turntide("backup", str(file))
    return file


@pytest.fixture
def another(tmp_path: Path) -> Installation:
    return Installation(tmp_path / "another")


def test_a_restored_backup_holds_every_row(filled: Installation, backup: Path, another: Installation) -> None:
    said = another.turntide("restore", str(backup))
    assert "Restored" in said
    assert another.rows() == filled.rows()
    assert another.python(MOMENTS) == filled.python(MOMENTS)
    key = "secret-key"
    assert (another.folder / key).read_text() == (filled.folder / key).read_text()


def test_a_backup_is_readable_by_its_owner_alone(backup: Path) -> None:
    assert backup.stat().st_mode & 0o077 == 0


def test_a_backup_is_not_written_over(filled: Installation, backup: Path) -> None:
    before = backup.read_bytes()
    assert "is there already" in filled.turntide("backup", str(backup), fails=True)
    assert backup.read_bytes() == before


def test_nothing_is_restored_over_what_is_there(filled: Installation, backup: Path) -> None:
    before = filled.rows()
    assert "holds something already" in filled.turntide("restore", str(backup), fails=True)
    assert filled.rows() == before


@pytest.mark.parametrize("keep", [0.1, 0.6, 0.99])
def test_a_backup_that_was_cut_off_restores_nothing(
    backup: Path, another: Installation, tmp_path: Path, keep: float
) -> None:
    body = backup.read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(body[: int(len(body) * keep)])
    assert "not a backup" in another.turntide("restore", str(cut), fails=True)


def test_a_backup_with_a_lost_table_restores_nothing(
    backup: Path, another: Installation, tmp_path: Path
) -> None:
    lost = tmp_path / "lost.zip"
    with zipfile.ZipFile(backup) as whole, zipfile.ZipFile(lost, "w") as part:
        for name in whole.namelist():
            if name != "plans.action.jsonl":
                part.writestr(name, whole.read(name))
    assert "nothing was restored" in another.turntide("restore", str(lost), fails=True)
    counts = "import django; django.setup()\nfrom turntide.web.plans.models import Plan\nprint(Plan.objects.count())"
    assert another.python(counts).strip() == "0"


def test_a_move_to_another_database_carries_every_row(filled: Installation, tmp_path: Path) -> None:
    """To PostgreSQL where the suite runs on it, otherwise to another SQLite file."""
    other = os.environ.get("DATABASE_URL") or f"sqlite:///{tmp_path / 'other.sqlite3'}"
    if "DATABASE_URL" in os.environ:
        other = _fresh_database(other, tmp_path.name)
    filled.turntide("move", other)
    moved = Installation(filled.folder, other)
    assert moved.rows() == filled.rows()
    assert "holds something already" in filled.turntide("move", other, fails=True)


def _fresh_database(url: str, name: str) -> str:
    import psycopg

    plain = "".join(letter for letter in f"moved_{os.getpid()}_{name}" if letter.isalnum() or letter == "_")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{plain}"'.encode())
    return f"{url.rsplit('/', 1)[0]}/{plain}"


def test_an_address_that_is_none_is_said_so(filled: Installation) -> None:
    assert "not one of a database" in filled.turntide("move", "our-database", fails=True)
