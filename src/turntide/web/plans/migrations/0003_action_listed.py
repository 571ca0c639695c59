"""One index by which lists of actions are narrowed, counted and ordered.

It takes the place of narrower ones: while they are there, SQLite chooses them, and then looks at every action.
"""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_search_index")]

    operations = [
        migrations.AddIndex(
            "action",
            models.Index(
                fields=(
                    *("plan", "retired_at", "merged_into", "position", "id"),
                    *("lifecycle", "confidence", "starts", "ends"),
                ),
                name="action_listed",
            ),
        ),
        migrations.RemoveIndex("action", "action_standing"),
        migrations.RemoveIndex("action", "action_lifecycle"),
        migrations.RemoveIndex("action", "action_ends"),
    ]
