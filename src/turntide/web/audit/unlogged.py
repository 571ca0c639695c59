"""What stands in an address and opens something is kept out of the log.

A letter's link is cut or gets a full stop by the way, or a scanner asks for it by another name: then Django logs the
path of what it answers with an error, and the key with it.
"""

from __future__ import annotations

import logging
import re

_LOGGERS = (
    *("django.request", "django.security.csrf", "django.security.DisallowedHost", "django.server"),
    "django.template",
)
_FORMATTER = logging.Formatter()
_STRUCK_OUT = r"\1[key]"


def keep_unlogged(before: str, key: str = "[A-Za-z0-9_-]{40,}") -> None:
    """Have the loggers that tell of requests strike out each key that stands after these words of an address.

    ``before`` and ``key`` are regular expressions without groups that capture. Said again, it changes nothing.
    """
    pattern = re.compile(f"({before}){key}")
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, WithoutKeys) and each.pattern == pattern for each in logger.filters):
            logger.addFilter(WithoutKeys(pattern))


class WithoutKeys(logging.Filter):
    """Strikes out of what is logged the keys that a pattern finds after its group."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        super().__init__()
        self.pattern = pattern

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record goes on, without the keys in it."""
        record.msg = self._struck(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(self._struck(each) for each in record.args)
        if record.exc_info and not record.exc_text:
            # A fault may quote the request; every handler writes this instead of asking it anew.
            record.exc_text = _FORMATTER.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = str(self._struck(record.exc_text))
        return True

    def _struck(self, words: object) -> object:
        return self.pattern.sub(_STRUCK_OUT, words) if isinstance(words, str) else words
