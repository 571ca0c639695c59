"""Since when an action is as fresh as it is, in the language of the page.

A record keeps this in words, in the language that was read when it was taken. They are known again by the few sentences
that there are (`periods.rules.since`), and said anew; others stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext, gettext_noop

from turntide.web.design.days import day

_SENTENCES = (
    gettext_noop("silent since %s"),
    gettext_noop("late since %s"),
    gettext_noop("due by %s"),
    gettext_noop("not answered in the last round; last told on %s"),
    gettext_noop("last told on %s"),
    gettext_noop("told on %s"),
    gettext_noop("never answered"),
    gettext_noop("not answered in the last round"),
)
_DAY = re.compile(r"(\d{1,2}) (\S+) (\d{4})")


def since_words(written: str) -> str:
    """What a record says, in the language of this moment, as a sentence begins."""
    words = _said(written, get_language() or settings.LANGUAGE_CODE)
    return words[:1].upper() + words[1:]


@lru_cache(maxsize=4_096)
def _said(written: str, language: str) -> str:
    for kept_in, _name in settings.LANGUAGES:
        with translation.override(kept_in):
            known = next(_known(written), None)
        if known is not None:
            sentence, when = known
            with translation.override(language):
                return gettext(sentence) % day(when) if when else gettext(sentence)
    return written


def _known(written: str) -> Iterator[tuple[str, date | None]]:
    """The sentence that this is in the language of this moment, and its day."""
    for sentence in _SENTENCES:
        before, _day, after = gettext(sentence).partition("%s")
        if "%s" not in sentence:
            if written == before:
                yield sentence, None
        elif written.startswith(before) and written.endswith(after):
            when = _day_of(written[len(before) : len(written) - len(after)])
            if when is not None:
                yield sentence, when


def _day_of(words: str) -> date | None:
    """The day that `design.days` says so in the language of this moment."""
    found = _DAY.fullmatch(words)
    months = {str(name): number for number, name in MONTHS.items()}
    if found is None or found[2] not in months:
        return None
    try:
        return date(int(found[3]), months[found[2]], int(found[1]))
    except ValueError:
        return None
