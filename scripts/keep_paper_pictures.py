"""Draw the pages of the made paper afresh and keep them, for the tests to hold later pages against.

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
    import django

    django.setup()
    from made_paper import made_paper
    from pages_drawn import KEPT, as_pdf_by_libreoffice, drawn, keep

    from turntide.web.reporting.printing.word import as_word

    with tempfile.TemporaryDirectory() as folder:
        pages = drawn(as_pdf_by_libreoffice(as_word(made_paper(copies=5)), Path(folder)))
    keep("word", pages)
    print(f"{len(pages)} pages kept in {KEPT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
