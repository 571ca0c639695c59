"""What was said of an action is kept with its words, as a reading numbers its actions anew when it is mended."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_matches")]

    operations = [migrations.AddField("match", "words", models.TextField(blank=True, db_default=""))]
