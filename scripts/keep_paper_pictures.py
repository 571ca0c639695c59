"""Draw the pages of the example's board paper afresh and keep them, for the tests to hold later pages against.

    python scripts/keep_paper_pictures.py     then look at tests/web/reporting/kept before you commit it

Needs LibreOffice (scripts/debian-packages).
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = (ROOT / "tests", ROOT / "tests" / "web" / "reporting")


def main() -> None:
    """Make the kept pictures again."""
    sys.path[:0] = map(str, TESTS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command
    from example_paper import example_paper
    from pages_drawn import KEPT, as_pdf_by_libreoffice, drawn, keep

    from turntide.web.reporting.printing.word import as_word

    call_command("migrate", verbosity=0)  # the tests' settings hold a database in a new folder of its own
    with tempfile.TemporaryDirectory() as folder:
        pages = drawn(as_pdf_by_libreoffice(as_word(example_paper()), Path(folder)))
    keep("word", pages)
    print(f"{len(pages)} pages kept in {KEPT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
