"""Requests are counted in the database, so that all processes count together."""

from __future__ import annotations

import logging
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.crypto import salted_hmac

from turntide.web.api.models import Spent, Token
from turntide.web.api.rules.limits import Allowance, minute_of, until_next

logger = logging.getLogger(__name__)
_COUNT = (
    "INSERT INTO {table} (who, minute, number) VALUES (%s, %s, 1) "
    "ON CONFLICT (who, minute) DO UPDATE SET number = {table}.number + 1 RETURNING number"
)


def spend(who: str, most: int, now: datetime) -> Allowance:
    """Count one request. Where it cannot be counted, because somebody holds the database, it is let through."""
    try:
        spent = _counted(who, now)
    except DatabaseError:
        logger.warning("a request was not counted", exc_info=True)
        spent = 0
    return Allowance(most, spent, until_next(now))


def name_of_token(token: Token) -> str:
    """Under what a token's requests are counted."""
    return f"token {token.pk}"


def name_of_address(address: str) -> str:
    """Under what an address's requests are counted: the address itself is kept nowhere."""
    return salted_hmac("turntide.api.address", address, algorithm="sha256").hexdigest()


def most_of_token() -> int:
    """How many requests a token may make in a minute."""
    most: int = settings.API_MOST_BY_TOKEN
    return most


def most_of_address() -> int:
    """How many requests somebody without a key may make in a minute."""
    most: int = settings.API_MOST_BY_ADDRESS
    return most


def _counted(who: str, now: datetime) -> int:
    table = connection.ops.quote_name(Spent._meta.db_table)
    minute = connection.ops.adapt_datetimefield_value(minute_of(now))
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(table=table), [who, minute])
        number: int = cursor.fetchone()[0]
    return number
