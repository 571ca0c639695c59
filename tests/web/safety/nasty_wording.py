"""Words made to do harm, as a document, a person or a program may bring them."""

from __future__ import annotations

import csv
import io

MARKUP = (
    """<script>alert(1)</script>"><img src=x onerror=alert(1)>'><svg/onload=alert(1)>{{ 7*7 }}{% now "Y" %}"""
)
LONG = "w" * 1_000
ODD = "\u202eereht\u202c \u2066iso\u2069 \u200b\ufeff zero \u0085 \x07 \x1b[31m \x0b \ud7ff \U000e0041 cafe\u0301"
COLUMNS = (
    "Theme",
    "Action",
    "Lead",
    "Partners",
    "Timescale",
    "Milestones",
    "Measures",
    "Status",
    "Progress",
    "Zzyzx",
)


def table(tag: str, rows: int = 4) -> bytes:
    """A plan as CSV whose every cell ends in these words."""
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow(COLUMNS)
    for row in range(rows):
        writer.writerow([f"{column} {row // 2 if column == 'Theme' else row} {tag}" for column in COLUMNS])
    return held.getvalue().encode("utf-8", "replace")
