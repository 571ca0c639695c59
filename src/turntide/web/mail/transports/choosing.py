"""Which way letters go out, by the settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from turntide.web.mail.transports.account import NotifyAccount, notify_account
from turntide.web.mail.transports.way import Transport


@contextmanager
def open_transport() -> Iterator[Transport]:
    """The way out, for as long as it is used."""
    transport = _made(notify_account())
    try:
        yield transport
    finally:
        transport.close()


def _made(account: NotifyAccount | None) -> Transport:
    if account is None:
        from turntide.web.mail.transports.by_mail import ByMail

        return ByMail()
    from turntide.web.mail.transports.by_notify import ByNotify

    return ByNotify(account)
