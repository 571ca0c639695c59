"""The site's own settings, with the tests' letters."""

from turntide.web.config.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "worker_letters.WorkerLetters"]  # noqa: F405
