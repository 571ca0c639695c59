"""The changes of one act on several plans know one another, so that they are undone together."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_action_listed")]

    operations = [
        migrations.AddField("change", "together", models.UUIDField(blank=True, db_index=True, null=True)),
    ]
