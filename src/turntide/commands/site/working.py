"""The background worker: django-q's processes.

Django's own command would look at every page of the site first, to check them. A worker shows none, and without
their code each of its five processes weighs a fifth less.
"""

from __future__ import annotations


def main() -> None:
    """Run the worker until it is told to stop."""
    import gc

    import django
    from django.core.management import call_command

    django.setup()
    # What is loaded by now is never given back: the processes that the worker makes from this one share it, as long
    # as none of them looks through it for what could be.
    gc.collect()
    gc.freeze()
    call_command("qcluster", skip_checks=True)


if __name__ == "__main__":
    main()
