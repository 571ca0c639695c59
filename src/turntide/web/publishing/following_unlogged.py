"""Keys of followers' links are kept out of the log, also where an address that carries one is refused.

As with the links of partners (`delivery.unlogged`): Django logs the path of what it answers with an error.
"""

from __future__ import annotations

import logging
import re

_LOGGERS = ("django.request", "django.security.csrf", "django.security.DisallowedHost", "django.server")
_KEY = re.compile(r"(/follow/)[A-Za-z0-9_-]{40,}")
_FORMATTER = logging.Formatter()


class WithoutFollowKeys(logging.Filter):
    """Strikes the keys out of what is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record goes on, without the keys in it."""
        record.msg = _struck(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_struck(each) for each in record.args)
        if record.exc_info and not record.exc_text:
            # A fault may quote the request; every handler writes this instead of asking it anew.
            record.exc_text = str(_struck(_FORMATTER.formatException(record.exc_info)))
        return True


def keep_follow_keys_unlogged() -> None:
    """Have the loggers that tell of requests strike them out. More than once is well."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, WithoutFollowKeys) for each in logger.filters):
            logger.addFilter(WithoutFollowKeys())


def _struck(words: object) -> object:
    return _KEY.sub(r"\1[key]", words) if isinstance(words, str) else words
