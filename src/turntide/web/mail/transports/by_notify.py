"""By GOV.UK Notify, through its own client. One template with ((subject)) and ((body)) carries every letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient
from notifications_python_client.utils import prepare_upload
from requests import RequestException

from turntide.web.mail.letters import Enclosure, Letter
from turntide.web.mail.transports.account import NotifyAccount
from turntide.web.mail.transports.way import AddressRefusedError, NotSentError, UnreachableError

FILE = "file"
"""The field of the template that takes a file, where it has one."""
_FAILED = ("permanent-failure", "temporary-failure", "technical-failure")
_PAGES = 40
_CLOSED = frozenset({401, 403, 404, 429})


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A letter that Notify could not deliver, by Notify's own name. ``for_good``: there is no such address."""

    reference: str
    status: str
    for_good: bool


class ByNotify:
    """GOV.UK Notify. What it is given carries the letter's id as its reference, so that it can be asked."""

    def __init__(self, account: NotifyAccount) -> None:
        self._account = account
        # The client says that it is typed and is not.
        make: Any = NotificationsAPIClient
        self._client = make(account.key, base_url=account.url, timeout=30)

    def send(self, letter: Letter) -> str:
        """Hand a letter to Notify."""
        file, sentences = self._enclosed(letter.enclosures)
        body = "\n\n".join((_plain(letter.text), *sentences))
        answer = self._asked(
            self._client.send_email_notification,
            email_address=letter.to_email,
            template_id=self._account.template,
            personalisation={"subject": letter.subject, "body": body, FILE: file},
            reference=letter.id,
            email_reply_to_id=self._account.reply_to or None,
            one_click_unsubscribe_url=letter.stop_url or None,
        )
        return str(answer["id"])

    def went(self, letter_id: str) -> str:
        """Notify is asked by the letter's id."""
        found = self._asked(self._client.get_all_notifications, reference=letter_id)["notifications"]
        # One that failed before somebody had the letter sent again is none that went.
        return next((str(one["id"]) for one in found if one.get("status") not in _FAILED), "")

    def undelivered(self) -> Iterator[Undelivered]:
        """Letters of the last days that did not arrive. Notify keeps them for seven days."""
        for status in _FAILED:
            for one in self._listed(status):
                yield Undelivered(str(one["id"]), status, for_good=status == _FAILED[0])

    def close(self) -> None:
        """Let the connection go."""
        self._client.request_session.close()

    def _listed(self, status: str) -> Iterator[dict[str, Any]]:
        older_than = None
        for _page in range(_PAGES):
            answer = self._asked(
                self._client.get_all_notifications,
                status=status,
                template_type="email",
                older_than=older_than,
            )
            yield from answer["notifications"]
            if not answer["notifications"] or not answer.get("links", {}).get("next"):
                return
            older_than = answer["notifications"][-1]["id"]

    def _enclosed(self, enclosures: tuple[Enclosure, ...]) -> tuple[Any, list[str]]:
        """The one file that the template takes, and a sentence for each that does not go."""
        if not enclosures:
            return "", []
        taken: Any = ""
        left_out = list(enclosures)
        if FILE in self._asked(self._client.get_template, self._account.template).get("personalisation", {}):
            taken = _upload(enclosures[0])
            left_out = left_out[1:] if taken else left_out
        return taken, [_left_out(each) for each in left_out]

    def _asked(self, ask: Any, *given: Any, **named: Any) -> Any:
        try:
            return ask(*given, **named)
        except APIError as fault:
            raise _refusal(fault) from fault
        except RequestException as fault:
            raise UnreachableError(type(fault).__name__) from fault


def _upload(enclosure: Enclosure) -> Any:
    prepare: Any = prepare_upload
    try:
        return prepare(BytesIO(enclosure.body), filename=enclosure.name)
    except ValueError:
        return ""


def _left_out(enclosure: Enclosure) -> str:
    return _("The file “%(name)s” could not be sent with this letter.") % {"name": enclosure.name}


def _plain(text: str) -> str:
    """Without links under other words, which Notify would draw from brackets: a letter's words come from people."""
    return text.replace("](", "] (")


def _refusal(fault: APIError) -> Exception:
    words = f"{fault.status_code} {fault.message}"[:500]
    if fault.status_code == 400 and _names_address(fault.message):
        return AddressRefusedError(words)
    closed = fault.status_code >= 500 or fault.status_code in _CLOSED
    return UnreachableError(words) if closed else NotSentError(words)


def _names_address(message: Any) -> bool:
    errors = message if isinstance(message, list) else []
    return any(
        "email_address" in str(error.get("message", "")) for error in errors if isinstance(error, dict)
    )
