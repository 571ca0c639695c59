"""The notes that give way to an edition's are kept, so that undoing its adoption brings them back."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0004_change_together")]

    operations = [migrations.AddField("edition", "notes_aside", models.JSONField(blank=True, null=True))]
