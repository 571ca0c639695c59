"""Keys of links are kept out of the log, also where an address that carries one is refused.

A letter's address is cut or gets a full stop by the way, or a scanner asks for it by another name: then Django logs
the path of what it answers with an error.
"""

from __future__ import annotations

import logging
import re

from turntide.web.delivery.models import Link

_LOGGERS = (
    *("django.request", "django.security.csrf", "django.security.DisallowedHost", "django.server"),
    "django.template",
)
_KEY = re.compile(rf"((?:{'|'.join(Link.Purpose.values)})/)[A-Za-z0-9_-]{{40,}}")
_FORMATTER = logging.Formatter()
STRUCK_OUT = r"\1[key]"


class WithoutKeys(logging.Filter):
    """Strikes the keys of links out of what is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record goes on, without the keys in it."""
        record.msg = _struck(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_struck(each) for each in record.args)
        if record.exc_info and not record.exc_text:
            # A fault may quote the request; every handler writes this instead of asking it anew.
            record.exc_text = str(_struck(_FORMATTER.formatException(record.exc_info)))
        return True


def keep_keys_unlogged() -> None:
    """Have the loggers that tell of requests strike them out. Called when the app is ready; more than once is well."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, WithoutKeys) for each in logger.filters):
            logger.addFilter(WithoutKeys())


def _struck(words: object) -> object:
    return _KEY.sub(STRUCK_OUT, words) if isinstance(words, str) else words
