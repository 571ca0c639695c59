"""The search index over the words of plans, each database's own way, and what lists of actions are read by.

SQLite has a full-text table over ``plans_words``, kept in step by triggers; PostgreSQL has a generated column with
an index. A later migration that makes SQLite rebuild ``plans_words`` (any altered column) loses its triggers and
must call ``make_index`` again.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

_SQLITE = (
    """CREATE VIRTUAL TABLE plans_words_index USING fts5(
        title, text, place_id, content='plans_words', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2', prefix='2 3')""",
    """CREATE TRIGGER plans_words_added AFTER INSERT ON plans_words BEGIN
        INSERT INTO plans_words_index(rowid, title, text, place_id)
        VALUES (new.id, new.title, new.text, new.place_id); END""",
    """CREATE TRIGGER plans_words_removed AFTER DELETE ON plans_words BEGIN
        INSERT INTO plans_words_index(plans_words_index, rowid, title, text, place_id)
        VALUES ('delete', old.id, old.title, old.text, old.place_id); END""",
    """CREATE TRIGGER plans_words_changed AFTER UPDATE ON plans_words BEGIN
        INSERT INTO plans_words_index(plans_words_index, rowid, title, text, place_id)
        VALUES ('delete', old.id, old.title, old.text, old.place_id);
        INSERT INTO plans_words_index(rowid, title, text, place_id)
        VALUES (new.id, new.title, new.text, new.place_id); END""",
    "INSERT INTO plans_words_index(plans_words_index) VALUES ('rebuild')",
)
_SQLITE_BACK = (
    "DROP TRIGGER IF EXISTS plans_words_changed",
    "DROP TRIGGER IF EXISTS plans_words_removed",
    "DROP TRIGGER IF EXISTS plans_words_added",
    "DROP TABLE IF EXISTS plans_words_index",
)
# Letters with marks are found without them, as on SQLite; a text is cut where the database's own limit for the
# words of one row would refuse the row.
_MARKED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿŵŷÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸŴŶ"
_BARE = "aaaaaaceeeeiiiinooooouuuuyywyAAAAAACEEEEIIIINOOOOOUUUUYYWY"
_POSTGRESQL = (
    f"""ALTER TABLE plans_words ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', translate(left(title, 100000), '{_MARKED}', '{_BARE}')), 'A') ||
        setweight(to_tsvector('english', translate(left(text, 100000), '{_MARKED}', '{_BARE}')), 'B')) STORED""",
    "CREATE INDEX plans_words_vector ON plans_words USING gin (vector)",
)
_POSTGRESQL_BACK = (
    "DROP INDEX IF EXISTS plans_words_vector",
    "ALTER TABLE plans_words DROP COLUMN IF EXISTS vector",
)


def make_index(apps: Any, schema_editor: Any) -> None:
    """Make the index, over what is held already."""
    _execute(schema_editor, {"sqlite": _SQLITE, "postgresql": _POSTGRESQL})


def drop_index(apps: Any, schema_editor: Any) -> None:
    """Take the index away; the words stay."""
    _execute(schema_editor, {"sqlite": _SQLITE_BACK, "postgresql": _POSTGRESQL_BACK})


def _execute(schema_editor: Any, statements: dict[str, tuple[str, ...]]) -> None:
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]

    operations = [
        migrations.RunPython(make_index, drop_index),
        migrations.AddIndex(
            "action",
            models.Index(
                fields=("plan", "retired_at", "merged_into", "position", "id"), name="action_standing"
            ),
        ),
        migrations.AddIndex("change", models.Index(fields=("-at", "-id"), name="change_at")),
    ]
